/** The compiled engine, as the room sees it. */
import init, { Door, __wbg_reset_state as resetState } from 'virtual:engine-glue';
import type { Engine, EngineFactory } from './room';

let loaded = false;

/** Compiles the gzipped engine. Rejects where the page's policy forbids it, or the browser cannot unpack it. */
export async function loadEngine(packed: Uint8Array<ArrayBuffer>): Promise<EngineFactory> {
  if (loaded) {
    // Only on the page's own thread: a trap poisons an instance, so the next room gets a new one.
    resetState();
  } else {
    await init({ module_or_path: await WebAssembly.compile(await unpack(packed)) });
    loaded = true;
  }
  return (snapshot, journal, seed, size, now, chance) =>
    open(Door.start(snapshot, journal, seed, size, now, chance));
}

function open(door: Door): Engine {
  return {
    call(name, input, now, chance) {
      const answer = door.call(name, input, now, chance);
      const plain = { ok: answer.ok, text: answer.text, journal: answer.journal };
      answer.free();
      return plain;
    },
    snapshot: () => door.snapshot(),
  };
}

async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
