// Every way the simulator is shipped, in rows of which two are gone through side by side, the longest first.
import { again, again2004 } from '../lms/again.ts';
import { dokeos } from '../lms/dokeos.ts';
import type { Door } from './door.ts';
import { executable, served } from './executable.ts';
import { scorm2004Package } from './shipped.ts';
import { lesson } from './lesson.ts';
import { doubleClicked, single } from './single.ts';
import { windows } from './windows.ts';

export const rows = {
  executable: [executable],
  hostile: [lesson('SCORM, hostile platform', dokeos)],
  single: [single],
  others: [
    { ...lesson('SCORM, correct platform', again), milder: 'platforms' },
    { ...lesson('SCORM 2004', again2004, scorm2004Package), milder: 'arrival' },
    windows,
    { ...served('Firefox', 'firefox'), milder: 'firefox' },
    { ...doubleClicked('Firefox, double click', 'firefox'), milder: 'firefox' },
  ],
} satisfies Record<string, Door[]>;
