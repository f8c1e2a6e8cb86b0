import { rows } from '../doors/index.ts';
import { tellThrough } from '../every-door.ts';

tellThrough(rows.others);
