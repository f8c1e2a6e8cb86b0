/** A way to the engine: JSON text in, JSON text out; rejects with an EngineFailure. */
export interface Transport {
  call(name: string, input: string): Promise<string>;
}
