import type { ApiError } from './types';

/** What can go wrong between the screens and the engine, whatever the engine itself has to say. */
export type DoorErrorCode =
  /** The executable no longer answers: closed, or the PC went to sleep. */
  | 'unreachable'
  /** The executable refused the page: it was opened without its token. */
  | 'refused'
  /** The engine stopped on this command, twice: nothing of it was kept. */
  | 'command_lost'
  /** The engine stopped after keeping the change but before saying so. */
  | 'answer_lost'
  /** Another tab works on this base. */
  | 'other_tab'
  /** The page's security policy forbids WebAssembly. */
  | 'wasm_refused'
  /** The browser lacks what the engine needs. */
  | 'browser_too_old'
  /** The lesson was ended and handed back to the platform. */
  | 'finished';

/** An error of the door rather than of the engine. */
export interface DoorError {
  code: DoorErrorCode;
}

/** What a call rejects with: the engine's own error, or the door's. */
export class EngineFailure extends Error {
  readonly error: ApiError | DoorError;

  constructor(error: ApiError | DoorError) {
    super(error.code);
    this.name = 'EngineFailure';
    this.error = error;
  }

  get code(): ApiError['code'] | DoorErrorCode {
    return this.error.code;
  }
}

/** Reads an error that travelled as JSON text; whatever cannot be read is internal. */
export function failureFrom(text: string): EngineFailure {
  try {
    const error: unknown = JSON.parse(text);
    if (typeof error === 'object' && error !== null && 'code' in error) {
      return new EngineFailure(error as ApiError | DoorError);
    }
  } catch {
    // Not JSON: a proxy's page, or nothing at all.
  }
  return new EngineFailure({ code: 'internal' } as ApiError);
}
