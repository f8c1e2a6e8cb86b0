/** The learning platform's side, written for the worst of them: nothing said is believed to be remembered. */
import { emit } from './events';
import { findPlatform, reach, type Place, type Platform, type Status } from './platform';

const EVERY_MS = 60_000;

/** One opening of the lesson. */
export class Lesson {
  private readonly platform: Platform;
  private readonly begun = Date.now();
  private status: Status = 'incomplete';
  private token = '';
  /** The token with the work behind it, while that is not too much. */
  private long: string | null = null;
  /** Elements that refused a long one. */
  private readonly strict = new Set<string>();
  private dirty = false;
  private over = false;
  /** As the platform names the learner; empty when it does not say. */
  readonly student: string;
  /** What the last opening left, wherever the platform kept it: see `token.ts`. */
  readonly resume: string[];

  private constructor(platform: Platform) {
    this.platform = platform;
    const known = this.read(() => platform.status());
    if (known === 'completed' || known === 'passed' || known === 'failed') this.status = known;
    this.student = this.read(() => platform.student());
    this.resume = [this.read(() => platform.location()), this.read(() => platform.suspended())];
    // Said again as it is until there is something new: a platform may have wiped one of the two.
    const [location = '', suspended = ''] = this.resume;
    this.token = location || suspended;
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

  /** What to leave to the next opening; sent with the next commit. `long` is the token with the work behind it. */
  leave(token: string, long: string | null): void {
    this.dirty ||= token !== this.token || long !== this.long;
    this.token = token;
    this.long = long;
  }

  /** Is there room for so long a token where it will be found again? What Dokeos suspends, it forgets. */
  hasRoomFor(long: string): boolean {
    const { location, suspended } = this.platform.places;
    const takes = (place: Place) => long.length <= place.most && !this.strict.has(place.element);
    const strict = location.most < 4_096 || this.strict.has(location.element);
    return takes(location) || (strict && takes(suspended));
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
    const { location, suspended } = this.platform.places;
    const told = this.platform
      .vector(this.status, Date.now() - this.begun)
      .map(([element, value]) => this.tell(() => this.platform.set(element, value)));
    told.push(this.tellToken(location), this.tellToken(suspended));
    const kept = this.tell(() => this.platform.commit()) && told.every(Boolean);
    this.dirty = !kept;
    return kept;
  }

  /** The long token where it is taken, else the short one. */
  private tellToken({ element, most }: Place): boolean {
    const { long, token } = this;
    if (long !== null && long.length <= most && !this.strict.has(element)) {
      if (this.tell(() => this.platform.set(element, long))) return true;
      this.strict.add(element);
    }
    return this.tell(() => this.platform.set(element, token));
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
