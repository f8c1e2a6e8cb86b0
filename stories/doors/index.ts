// Every way the simulator is shipped, in the order stories go through them.
import { again } from '../lms/again.ts';
import { dokeos } from '../lms/dokeos.ts';
import type { Door } from './door.ts';
import { executable } from './executable.ts';
import { lesson } from './lesson.ts';
import { single } from './single.ts';

export const doors: Door[] = [
  executable,
  single,
  { ...lesson('SCORM, correct platform', again), milder: true },
  lesson('SCORM, hostile platform', dokeos),
];
