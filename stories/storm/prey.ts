// What the storm falls upon: the simulator behind one of its doors, which can be killed at any moment.

/** Sends a command and gives its output. Throws `Refused` on an error of the engine, `Gone` when no answer came. */
export type Ask = (name: string, input: object) => Promise<unknown>;

export class Refused extends Error {
  readonly code: string;

  constructor(code: string, text: string) {
    super(text);
    this.code = code;
  }
}

export class Gone extends Error {}

export interface Prey {
  /** Opens it on what was kept. A file that a command makes is handed in with the next import. */
  start(): Promise<Ask>;
  /** Without a word, at once. Whoever waits for an answer hears `Gone`. */
  kill(): void;
  /** Starts it, and kills it after so many milliseconds, ready or not. */
  killAtStart(after: number): Promise<void>;
  /** Looks at what is kept while it is dead: what is wrong, or nothing. */
  examine(): Promise<string | null>;
  leave(): Promise<void>;
}
