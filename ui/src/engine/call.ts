import { EngineFailure } from './failure';
import type { Transport } from './transport';
import type { Commands } from './types';

export type CommandName = keyof Commands;
export type CommandInput<N extends CommandName> = Commands[N]['input'];
export type CommandOutput<N extends CommandName> = Commands[N]['output'];

let transport: Transport | null = null;

/** Every later call goes through this way. */
export function setTransport(next: Transport): void {
  transport = next;
}

/** Sends a command of the engine's table and gives its answer; rejects with an EngineFailure. Waits for nothing: `connect()` first. */
export async function call<N extends CommandName>(
  name: N,
  input: CommandInput<N>,
): Promise<CommandOutput<N>> {
  if (transport === null) throw new EngineFailure({ code: 'unreachable' });
  const output = await transport.call(name, JSON.stringify(input));
  return JSON.parse(output) as CommandOutput<N>;
}
