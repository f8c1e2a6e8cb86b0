// Every way the simulator is shipped, in the order stories go through them.
import { again, again2004 } from '../lms/again.ts';
import { dokeos } from '../lms/dokeos.ts';
import type { Door } from './door.ts';
import { executable, served } from './executable.ts';
import { scorm2004Package } from './shipped.ts';
import { lesson } from './lesson.ts';
import { doubleClicked, single } from './single.ts';
import { windows } from './windows.ts';

export const doors: Door[] = [
  executable,
  windows,
  single,
  { ...lesson('SCORM, correct platform', again), milder: 'platforms' },
  { ...lesson('SCORM 2004', again2004, scorm2004Package), milder: 'arrival' },
  lesson('SCORM, hostile platform', dokeos),
  { ...served('Firefox', 'firefox'), milder: 'firefox' },
  { ...doubleClicked('Firefox, double click', 'firefox'), milder: 'firefox' },
];
