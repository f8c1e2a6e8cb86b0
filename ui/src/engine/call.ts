import { EngineFailure } from './failure';
import type { Beside, FileMade, Transport } from './transport';
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
  return (await callWithFile(name, input)).output;
}

/** The same with a file handed in, a file that comes out, and reports of a long work. */
export async function callWithFile<N extends CommandName>(
  name: N,
  input: CommandInput<N>,
  beside?: Beside,
): Promise<{ output: CommandOutput<N>; file: FileMade | null }> {
  if (transport === null) throw new EngineFailure({ code: 'unreachable' });
  const { output, file } = await transport.call(name, JSON.stringify(input), beside);
  return { output: JSON.parse(output) as CommandOutput<N>, file };
}
