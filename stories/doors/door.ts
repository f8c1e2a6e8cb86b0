// A door is a way the simulator is shipped. Stories know this and nothing else of it.
import type { Frame, Page } from 'playwright-core';

/** A tab with the simulator in it. In an LMS the screens are in a frame of the page. */
export interface Place {
  page: Page;
  ui: Frame;
  /** Where files that are saved are found, when the browser says nothing of them. */
  saved?: string | undefined;
}

/** One learner, from a first arrival with nothing kept. */
export interface Visit {
  /** The tab in use; another after `again`. */
  readonly place: Place;
  /** Closes everything (program, browser) and comes back with what was kept. */
  again(): Promise<void>;
  /** Comes back from another computer, whose browser has kept nothing. */
  elsewhere(): Promise<void>;
  /** A second tab of the same learner in the same browser. */
  secondTab(): Promise<Place>;
  /** Uncaught errors and console errors of every page since the arrival. */
  readonly complaints: string[];
  /** The program behind this door, where it is one. */
  program?: {
    /** Where it is started: what it writes under a bare name is there. */
    folder: string;
    /** Where its page is, with the token. */
    address(): string;
    /** What the browser of the system was last asked to show, where it is not the real one. */
    shown?(): Promise<string>;
    /** Starts it with these words beside the one that runs, and waits for its end. */
    ask(...words: string[]): Promise<{ code: number | null; said: string }>;
  };
  /** What the learning platform holds of this learner, where there is one that tells. */
  record?(): { status: string; location: string; suspend: string };
  /** Ends everything and forgets it. */
  leave(): Promise<void>;
}

export interface Door {
  name: string;
  /** True where the engine runs in the learner's browser, in a worker. */
  inBrowser: boolean;
  /**
   * Where another door ships the same page to a harsher place, what is still told here: `file`, what has to do with files,
   * keeping, and what is told in two places only; `platforms`, what depends on the place around the lesson; `arrival`,
   * what is said to the platform and comes back; `windows`, what the system around the executable could spoil; `firefox`,
   * what hangs on the make of the browser.
   */
  milder?: 'file' | 'platforms' | 'arrival' | 'windows' | 'firefox';
  arrive(): Promise<Visit>;
  /** Ends what the door kept running between visits. */
  close(): Promise<void>;
}
