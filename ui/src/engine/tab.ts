/** One tab at a time works on a base. Web locks tell it; where there are none, tabs talk to each other. */

export interface Tabs {
  /** Resolves when the base is ours; `elsewhere` is called when another tab has it, and this one waits for it to close. */
  own(elsewhere: () => void): Promise<void>;
  /** Takes it from the tab that has it. */
  take(): Promise<void>;
}

/** `lost` is called when another tab takes the base from this one. */
export function tabsOf(base: string, lost: () => void): Tabs {
  if (typeof navigator.locks !== 'undefined') return new LockedTabs(base, lost);
  if (typeof BroadcastChannel !== 'undefined') return new TalkingTabs(base, lost);
  return { own: () => Promise.resolve(), take: () => Promise.resolve() };
}

class LockedTabs implements Tabs {
  private readonly base: string;
  private readonly lost: () => void;
  private waiting = new AbortController();
  private granted: () => void = () => undefined;

  constructor(base: string, lost: () => void) {
    this.base = base;
    this.lost = lost;
  }

  own(elsewhere: () => void): Promise<void> {
    return new Promise((resolve) => {
      this.granted = resolve;
      navigator.locks
        .request(this.base, { ifAvailable: true }, (lock) =>
          lock ? this.hold() : this.wait(elsewhere),
        )
        .catch((error: unknown) => this.ended(error));
    });
  }

  take(): Promise<void> {
    this.waiting.abort();
    return new Promise((resolve) => {
      const before = this.granted;
      this.granted = () => {
        before();
        resolve();
      };
      navigator.locks
        .request(this.base, { steal: true }, () => this.hold())
        .catch((error: unknown) => this.ended(error));
    });
  }

  /** Kept until this page is closed, or robbed. */
  private hold(): Promise<never> {
    this.granted();
    return new Promise(() => undefined);
  }

  private wait(elsewhere: () => void): void {
    elsewhere();
    this.waiting = new AbortController();
    navigator.locks
      .request(this.base, { signal: this.waiting.signal }, () => this.hold())
      .catch((error: unknown) => this.ended(error, this.waiting.signal));
  }

  private ended(error: unknown, waiting?: AbortSignal): void {
    if (waiting?.aborted) return;
    if (error instanceof DOMException && error.name === 'AbortError') return this.lost();
    // Locks are refused here (a sandboxed frame): storage is too, so there is nothing to share.
    this.granted();
  }
}

type Word = 'who' | 'mine' | 'take' | 'free';
const ANSWER_MS = 300;

class TalkingTabs implements Tabs {
  private readonly channel: BroadcastChannel;
  private state: 'asking' | 'waiting' | 'owner' | 'none' = 'none';
  private granted: () => void = () => undefined;
  private elsewhere: () => void = () => undefined;

  constructor(base: string, lost: () => void) {
    this.channel = new BroadcastChannel(base);
    this.channel.onmessage = ({ data }: MessageEvent<Word>) => {
      if (data === 'who' && this.state === 'owner') this.say('mine');
      else if (data === 'mine' && this.state === 'asking') {
        this.state = 'waiting';
        this.elsewhere();
      } else if (data === 'take' && this.state === 'owner') {
        this.state = 'none';
        lost();
      } else if (data === 'free' && this.state === 'waiting') this.ask();
    };
    addEventListener('pagehide', () => {
      if (this.state === 'owner') this.say('free');
    });
  }

  own(elsewhere: () => void): Promise<void> {
    this.elsewhere = elsewhere;
    return new Promise((resolve) => {
      this.granted = resolve;
      this.ask();
    });
  }

  take(): Promise<void> {
    this.say('take');
    this.become();
    return Promise.resolve();
  }

  private ask(): void {
    this.state = 'asking';
    this.say('who');
    setTimeout(() => {
      if (this.state === 'asking') this.become();
    }, ANSWER_MS);
  }

  private become(): void {
    this.state = 'owner';
    this.granted();
  }

  private say(word: Word): void {
    this.channel.postMessage(word);
  }
}
