import { onDisk } from './doors/index.ts';
import { tellThrough } from './every-door.ts';

tellThrough(onDisk);
