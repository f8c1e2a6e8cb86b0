// What there is to act upon: references read from the simulator itself, some of which will be gone when they are used.
import type { Ask } from './prey.ts';

const ENTITIES = [
  'customer', 'vehicle', 'contact', 'activity', 'note', 'lead', 'invoice', 'invoice_line', 'agenda_entry', 'consent',
  'targeting', 'campaign', 'message_template',
] as const;
export type Known = (typeof ENTITIES)[number];

export interface Pool {
  refs: Record<Known, string[]>;
  boards: string[];
  tiles: string[];
  /** Definition of a tile that is ready to be added. */
  tile: object | undefined;
  fields: string[];
  inbox: number[];
  pairs: [string, string][];
  staff: string[];
  today: string;
  /** Numbers of the last changes. */
  changes: number[];
  /** The change that can be redone, as it was last answered. */
  redo: number | null;
  /** What is to be cleaned: a check and the record. */
  findings: { check: string; ref: string }[];
}

interface Page {
  rows: { ref: string }[];
}
interface Boards {
  boards: { name: string; locked: boolean }[];
  ready: { definition: object }[];
}

/** Reads it all anew, from somewhere in the middle of each list. */
export async function readPool(ask: Ask, from: number): Promise<Pool> {
  const read = async <T>(name: string, input: object): Promise<T> => (await ask(name, input)) as T;
  const refs = {} as Record<Known, string[]>;
  for (const entity of ENTITIES) {
    const offset = ['customer', 'vehicle', 'invoice', 'activity'].includes(entity) ? from % 400 : 0;
    const list = { entity, columns: [], sorts: [], quick: '', filters: [], offset, limit: 40 };
    refs[entity] = (await read<Page>('list.page', list)).rows.map(({ ref }) => ref);
  }
  const session = await read<{ today: string; staff: { name: string }[] }>('session.state', {});
  const boards = await read<Boards>('dashboard.list', {});
  const open = boards.boards.filter(({ locked }) => !locked).map(({ name }) => name);
  const board = open[from % Math.max(open.length, 1)];
  const tiles = board ? (await read<{ tiles: { ref: string }[] }>('dashboard.read', { name: board })).tiles : [];
  const fields = await read<{ fields: { ref: string }[] }>('custom_field.list', {});
  const inbox = await read<{ lines: { id: number }[] }>('inbox.list', {
    handled: null, intent: null, owner: null, campaign: null, limit: 20, offset: 0,
  });
  const doubles = await read<{ pairs: { left: { ref: string }; right: { ref: string } }[] }>('duplicates.find', { customer: null, limit: 20 });
  const findings: Pool['findings'] = [];
  for (const check of ['unreachable', 'phone_writing', 'consent_undated']) {
    const list = await read<{ findings: { record: { ref: string } }[] }>('cleaning.list', { check, ignored: false, offset: 0, limit: 5 });
    findings.push(...list.findings.map(({ record }) => ({ check, ref: record.ref })));
  }
  const changes = await read<{ entries: { seq: number }[] }>('change.list', { limit: 12 });
  return {
    refs,
    boards: open,
    tiles: tiles.map(({ ref }) => ref),
    tile: boards.ready[from % boards.ready.length]?.definition,
    fields: fields.fields.map(({ ref }) => ref),
    inbox: inbox.lines.map(({ id }) => id),
    pairs: doubles.pairs.map(({ left, right }) => [left.ref, right.ref]),
    staff: session.staff.map(({ name }) => name),
    today: session.today,
    redo: null,
    findings,
    changes: changes.entries.map(({ seq }) => seq),
  };
}
