// What was acknowledged, and whether it is still there: the top of the lists of what can be undone and redone, and what
// undoing and redoing prove. A change is undone only where every value stands as the change left it.
import { type Ask, Gone, Refused } from './prey.ts';

interface Line {
  seq: number;
  name: string;
  subject: string;
  undone: boolean;
}
export interface Tops {
  undo: Line | null;
  redo: Line | null;
}

const HISTORY = 60;

export class Witness {
  private tops: Tops = { undo: null, redo: null };
  private preferences = new Map<string, string | null>();
  private inHand: { name: string; input: Record<string, unknown> } | null = null;
  /** The oldest change since the last look, for what is walked through. */
  private first: number | null = null;

  /** A command that leaves: it may be kept although no answer came. */
  sent(name: string, input: object): void {
    this.inHand = { name, input: input as Record<string, unknown> };
  }

  answered(output: unknown): void {
    const { undo } = output as { undo?: Tops };
    if (undo) this.tops = undo;
    if (this.inHand?.name === 'preference.write') {
      const { key, value } = this.inHand.input;
      this.preferences.set(String(key), value as string | null);
    }
    this.inHand = null;
    this.first ??= this.tops.undo?.seq ?? null;
  }

  /** The change that can be redone now. */
  get redo(): number | null {
    return this.tops.redo?.seq ?? null;
  }

  refused(): void {
    this.inHand = null;
  }

  /** After a death: throws when something acknowledged is gone. True when the command in hand was kept. */
  async check(ask: Ask): Promise<boolean> {
    const { undo: found } = (await ask('session.state', {})) as { undo: Tops };
    const same = seqs(found) === seqs(this.tops);
    if (!same) await this.checkStep(ask, found);
    for (const [key, value] of this.preferences) await this.checkPreference(ask, key, value);
    this.tops = found;
    this.inHand = null;
    return !same;
  }

  /** The one command that had no answer, and nothing else. */
  private async checkStep(ask: Ask, found: Tops): Promise<void> {
    const { entries } = (await ask('change.list', { limit: HISTORY })) as { entries: Line[] };
    const name = this.inHand?.name;
    const target = Number(this.inHand?.input['seq']);
    const done = entries.filter(({ undone }) => !undone);
    const before = done[done.findIndex(({ seq }) => seq === found.undo?.seq) + 1];
    const explained =
      name === 'change.undo' ? found.redo?.seq === this.tops.undo?.seq
      : name === 'change.redo' ? found.undo?.seq === this.tops.redo?.seq
      : name === 'change.undo_to' ? found.redo?.seq === target
      : name === 'change.redo_to' ? found.undo?.seq === target
      : name !== undefined && (before?.seq ?? null) === (this.tops.undo?.seq ?? null);
    if (!explained)
      throw new Error(
        `acknowledged changes are gone: ${JSON.stringify(this.tops)} was answered, ${JSON.stringify(found)} is there, ${name} was in hand`,
      );
  }

  private async checkPreference(ask: Ask, key: string, value: string | null): Promise<void> {
    const found = (await ask('preference.read', { key })) as { value: string | null };
    const inHand = this.inHand?.name === 'preference.write' && this.inHand.input['key'] === key;
    if (found.value !== value && !(inHand && found.value === this.inHand?.input['value']))
      throw new Error(`preference ${key}: ${value} was answered, ${found.value} is there`);
    this.preferences.set(key, found.value);
  }

  /** Takes back what was done since the last time, does it again: each step finds every value as it was left. */
  async walk(ask: Ask): Promise<void> {
    const last = this.tops.undo?.seq;
    const { entries } = (await ask('change.list', { limit: HISTORY })) as { entries: Line[] };
    const done = entries.filter(({ undone, name }) => !undone && name !== 'time_passed');
    const from = done.filter(({ seq }) => this.first === null || seq >= this.first).at(-1)?.seq;
    this.first = null;
    if (last === undefined || from === undefined) return;
    await ask('change.undo_to', { seq: from });
    const { undo } = (await ask('change.redo_to', { seq: last })) as { undo: Tops };
    if (undo.undo?.seq !== last) throw new Error(`redone to ${undo.undo?.seq}, not to ${last}`);
    this.tops = undo;
  }
}

const seqs = ({ undo, redo }: Tops) => `${undo?.seq ?? '-'} ${redo?.seq ?? '-'}`;

/** Sends it, and tells the witness what became of it. False: the simulator died. */
export async function act(ask: Ask, witness: Witness, name: string, input: object): Promise<'done' | 'refused' | 'gone'> {
  witness.sent(name, input);
  try {
    witness.answered(await ask(name, input));
    return 'done';
  } catch (error) {
    if (error instanceof Gone) return 'gone';
    if (!(error instanceof Refused)) throw error;
    if (['internal', 'data_damaged', 'storage_unwritable', 'unknown_command'].includes(error.code))
      throw new Error(`${name} ${JSON.stringify(input)}: ${error.message}`);
    witness.refused();
    return 'refused';
  }
}
