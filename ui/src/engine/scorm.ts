/** The learning platform's side, SCORM 1.2, written for the worst of them: nothing said is believed to be remembered. */
import { emit } from './events';

interface Api {
  LMSInitialize(parameter: ''): unknown;
  LMSFinish(parameter: ''): unknown;
  LMSGetValue(element: string): unknown;
  LMSSetValue(element: string, value: string): unknown;
  LMSCommit(parameter: ''): unknown;
}

type Status = 'incomplete' | 'completed' | 'passed' | 'failed';

const FARTHEST = 10;
const EVERY_MS = 60_000;

/** Looks for the platform's object in the frames above, then in the window that opened this one. */
export function findApi(from: Window = window): Api | null {
  return (
    above(from) ??
    above(reach(() => from.opener as Window | null)) ??
    above(reach(() => from.top?.opener as Window | null))
  );
}

function above(start: Window | null): Api | null {
  let window = start;
  for (let depth = 0; window !== null && depth <= FARTHEST; depth += 1) {
    const here = window;
    const api = reach(() => (here as unknown as { API?: Api }).API ?? null);
    if (api) return api;
    const parent = reach(() => here.parent);
    window = parent === here ? null : parent;
  }
  return null;
}

/** A frame of another site throws on touch. */
function reach<T>(read: () => T | null): T | null {
  try {
    return read() ?? null;
  } catch {
    return null;
  }
}

/** One opening of the lesson. */
export class Lesson {
  private readonly api: Api;
  private readonly begun = Date.now();
  private status: Status = 'incomplete';
  private token = '';
  private dirty = false;
  private over = false;
  /** As the platform names the learner; empty when it does not say. */
  readonly student: string;
  /** What the last opening left: see `token.ts`. */
  readonly resume: string;

  private constructor(api: Api) {
    this.api = api;
    const known = this.read('cmi.core.lesson_status');
    if (known === 'completed' || known === 'passed' || known === 'failed') this.status = known;
    this.student = this.read('cmi.core.student_id');
    this.resume = this.read('cmi.core.lesson_location') || this.read('cmi.suspend_data');
    this.token = this.resume;
  }

  /** Null when there is no platform, or it refuses to begin: the page then stands alone. */
  static begin(api: Api | null = findApi()): Lesson | null {
    if (api === null) return null;
    try {
      if (!yes(api.LMSInitialize(''))) return null;
    } catch {
      return null;
    }
    const lesson = new Lesson(api);
    // At once: a lesson without a status is taken for completed by some platforms.
    emit({ kind: 'lms', state: lesson.commit() ? 'connected' : 'failed' });
    setInterval(() => lesson.commitIfDirty(), EVERY_MS);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') lesson.commitIfDirty();
    });
    // Lost by Dokeos, kept by Moodle: never counted on.
    addEventListener('pagehide', (event) => {
      if (!event.persisted) lesson.finish();
    });
    return lesson;
  }

  /** What to leave to the next opening; sent with the next commit. */
  leave(token: string): void {
    this.dirty ||= token !== this.token;
    this.token = token;
  }

  /** Commits and ends, once. True when the platform took it. */
  finish(): boolean {
    if (this.over) return true;
    const kept = this.commit();
    this.over = true;
    const ended = this.tell(() => this.api.LMSFinish(''));
    emit({ kind: 'lms', state: kept && ended ? 'finished' : 'failed' });
    return kept && ended;
  }

  private commitIfDirty(): void {
    if (!this.dirty || this.over) return;
    emit({ kind: 'lms', state: this.commit() ? 'saved' : 'failed' });
  }

  /** Everything each time: a platform may have wiped what it was told before. */
  private commit(): boolean {
    const values: [string, string][] = [
      ['cmi.core.lesson_status', this.status],
      ['cmi.core.lesson_location', this.token],
      ['cmi.suspend_data', this.token],
      ['cmi.core.exit', 'suspend'],
      ['cmi.core.session_time', sessionTime(Date.now() - this.begun)],
    ];
    const told = values.map(([element, value]) =>
      this.tell(() => this.api.LMSSetValue(element, value)),
    );
    const kept = this.tell(() => this.api.LMSCommit('')) && told.every(Boolean);
    this.dirty = !kept;
    return kept;
  }

  private read(element: string): string {
    return reach(() => String(this.api.LMSGetValue(element) ?? '')) ?? '';
  }

  private tell(action: () => unknown): boolean {
    return reach(() => yes(action())) ?? false;
  }
}

function yes(answer: unknown): boolean {
  return answer === true || answer === 'true';
}

/** `HHHH:MM:SS.ss`, as SCORM 1.2 writes a duration. */
export function sessionTime(milliseconds: number): string {
  const hundredths = Math.floor(milliseconds / 10);
  const part = (value: number, width: number): string =>
    String(Math.floor(value)).padStart(width, '0');
  const hours = Math.min(hundredths / 360_000, 9999);
  return `${part(hours, 4)}:${part((hundredths / 6000) % 60, 2)}:${part((hundredths / 100) % 60, 2)}.${part(hundredths % 100, 2)}`;
}
