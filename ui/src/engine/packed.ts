/** What the single file carries in inert elements: the engine, gzipped in base64, and the source of its worker. */

let engine: Uint8Array<ArrayBuffer> | null = null;

export function packedEngine(): Uint8Array<ArrayBuffer> {
  engine ??= fromBase64(textOf('engine-wasm'));
  return engine;
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
