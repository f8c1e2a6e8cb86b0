/** The learning platform's side, written for the worst of them: nothing said is believed to be remembered. */
import { emit } from './events';
import { findPlatform, reach, type Platform, type Status } from './platform';

const EVERY_MS = 60_000;

/** One opening of the lesson. */
export class Lesson {
  private readonly platform: Platform;
  private readonly begun = Date.now();
  private status: Status = 'incomplete';
  private token = '';
  private dirty = false;
  private over = false;
  /** As the platform names the learner; empty when it does not say. */
  readonly student: string;
  /** What the last opening left: see `token.ts`. */
  readonly resume: string;

  private constructor(platform: Platform) {
    this.platform = platform;
    const known = this.read(() => platform.status());
    if (known === 'completed' || known === 'passed' || known === 'failed') this.status = known;
    this.student = this.read(() => platform.student());
    this.resume = this.read(() => platform.location()) || this.read(() => platform.suspended());
    this.token = this.resume;
  }

  /** Null when there is no platform, or it refuses to begin: the page then stands alone. */
  static begin(platform: Platform | null = findPlatform()): Lesson | null {
    if (platform === null) return null;
    if (!yes(reach(() => platform.begin()))) return null;
    const lesson = new Lesson(platform);
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
    const ended = this.tell(() => this.platform.end());
    emit({ kind: 'lms', state: kept && ended ? 'finished' : 'failed' });
    return kept && ended;
  }

  private commitIfDirty(): void {
    if (!this.dirty || this.over) return;
    emit({ kind: 'lms', state: this.commit() ? 'saved' : 'failed' });
  }

  /** Everything each time: a platform may have wiped what it was told before. */
  private commit(): boolean {
    const told = this.platform
      .vector(this.status, this.token, Date.now() - this.begun)
      .map(([element, value]) => this.tell(() => this.platform.set(element, value)));
    const kept = this.tell(() => this.platform.commit()) && told.every(Boolean);
    this.dirty = !kept;
    return kept;
  }

  private read(ask: () => string): string {
    return reach(ask) ?? '';
  }

  private tell(action: () => unknown): boolean {
    return reach(() => yes(action())) ?? false;
  }
}

function yes(answer: unknown): boolean {
  return answer === true || answer === 'true';
}
