/** A file that a command made. */
export interface FileMade {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** What goes with a call besides its input. */
export interface Beside {
  /** The file that the command reads. */
  file?: Uint8Array<ArrayBuffer>;
  /** Hears how far a long command has come: steps done, steps in all. */
  progress?: (done: number, total: number) => void;
}

/** What a command gives back: JSON text, and the file it made. */
export interface Answer {
  output: string;
  file: FileMade | null;
}

/** A way to the engine; rejects with an EngineFailure. */
export interface Transport {
  call(name: string, input: string, beside?: Beside): Promise<Answer>;
}
