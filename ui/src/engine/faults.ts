/** What went wrong while a base was opened or kept. */

/** The engine could not make sense of what it was given; a newer base it refuses. */
export function isDamage(error: unknown): boolean {
  return typeof error === 'string' && /"code":"(data_damaged|internal)"/.test(error);
}

/** No room is left. */
export function isQuota(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}

/** Why the engine did not start, as JSON text: its own error, or what the browser lacks or forbids. */
export function startError(error: unknown): string {
  if (typeof error === 'string') return error;
  if (
    typeof WebAssembly === 'undefined' ||
    /CompileError|EvalError/.test(error instanceof Error ? error.name : '')
  ) {
    return JSON.stringify({ code: 'wasm_refused' });
  }
  if (typeof DecompressionStream === 'undefined')
    return JSON.stringify({ code: 'browser_too_old' });
  throw error;
}
