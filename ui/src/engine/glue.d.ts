/** The JavaScript side of the compiled engine, as wasm-bindgen writes it from crates/web. */
declare module 'virtual:engine-glue' {
  export default function init(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;

  export function __wbg_reset_state(): void;

  export class Answer {
    readonly ok: boolean;
    readonly text: string;
    readonly journal: Uint8Array[];
    readonly file: Uint8Array<ArrayBuffer> | undefined;
    readonly file_name: string | undefined;
    free(): void;
  }

  export class Door {
    static start(
      snapshot: Uint8Array | undefined,
      journal: Uint8Array[],
      seed: number,
      size: number,
      base: Uint8Array | undefined,
      now: string,
      chance: bigint,
    ): Door;
    hearProgress(hear: (done: number, total: number) => void): void;
    call(
      name: string,
      input: string,
      file: Uint8Array | undefined,
      now: string,
      chance: bigint,
    ): Answer;
    wasRenewed(): boolean;
    carried(): Uint8Array<ArrayBuffer> | undefined;
    carryOn(carried: Uint8Array): void;
    snapshot(): Uint8Array;
  }
}
