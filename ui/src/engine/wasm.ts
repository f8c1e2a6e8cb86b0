/** The compiled engine, as the room sees it. */
import init, { Door, __wbg_reset_state as resetState } from 'virtual:engine-glue';
import type { Engine, EngineMaker } from './opening';
import type { FileMade } from './transport';

let loaded = false;

/** Compiles the gzipped engine. Rejects where the page's policy forbids it, or the browser cannot unpack it. */
export async function loadEngine(packed: Uint8Array<ArrayBuffer>): Promise<EngineMaker> {
  if (loaded) {
    // Only on the page's own thread: a trap poisons an instance, so the next room gets a new one.
    resetState();
  } else {
    await init({ module_or_path: await WebAssembly.compile(await unpack(packed)) });
    loaded = true;
  }
  return {
    make: (...order) => open(Door.start(...order)),
    unpack: async (bytes) => new Uint8Array(await unpack(bytes)),
    pack: async (bytes) => new Uint8Array(await pack(bytes)),
  };
}

function open(door: Door): Engine {
  return {
    call(name, input, given, now, chance) {
      const answer = door.call(name, input, given, now, chance);
      const { ok, text, journal, file: bytes, file_name: named } = answer;
      const file: FileMade | null = bytes ? { name: named ?? '', bytes } : null;
      const plain = { ok, text, journal, file };
      answer.free();
      return plain;
    },
    hearProgress: (hear) => door.hearProgress(hear),
    wasRenewed: () => door.wasRenewed(),
    carried: () => door.carried() ?? null,
    carryOn: (carried) => door.carryOn(carried),
    snapshot: () => door.snapshot(),
  };
}

async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}

function pack(bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
