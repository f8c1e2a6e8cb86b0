/** What the single file carries in inert elements: the engine and perhaps a trainer's base, gzipped in base64, and the source of the worker. */

let engine: Uint8Array<ArrayBuffer> | null = null;

export function packedEngine(): Uint8Array<ArrayBuffer> {
  engine ??= fromBase64(textOf('engine-wasm'));
  return engine;
}

/** A trainer's workbook that the page was made with, and a mark that tells it from others; null: the product's base. */
export function packedBase(): { mark: string; bytes: Uint8Array<ArrayBuffer> } | null {
  const element = document.getElementById('school-base');
  if (element === null) return null;
  return { mark: element.dataset['mark'] ?? '', bytes: fromBase64(textOf('school-base')) };
}

export function workerSource(): string {
  return textOf('engine-worker');
}

function textOf(id: string): string {
  return document.getElementById(id)?.textContent?.trim() ?? '';
}

type WithFromBase64 = typeof Uint8Array & { fromBase64?(text: string): Uint8Array<ArrayBuffer> };

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const native = (Uint8Array as WithFromBase64).fromBase64;
  if (native) return native.call(Uint8Array, text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
