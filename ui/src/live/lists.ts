import type { Chosen, Entity, Filter, MessageChannel, MessageText, Target } from '../engine';

/** The lists that have a screen, by the word of their address. */
const slugs: [string, Entity][] = [
  ['clients', 'customer'],
  ['vehicules', 'vehicle'],
  ['factures', 'invoice'],
  ['activites', 'activity'],
  ['leads', 'lead'],
  ['contacts', 'contact'],
  ['notes', 'note'],
  ['consentements', 'consent'],
  ['destinataires', 'recipient'],
  ['rendez-vous', 'agenda_entry'],
];

export const listed: Entity[] = slugs.map(([, entity]) => entity);

const closed: Entity[] = ['consent', 'recipient', 'agenda_entry'];
/** Those to which fields can be added. */
export const extensible: Entity[] = listed.filter((entity) => !closed.includes(entity));

/** The address where a field is added to the records of a list, and the way back to it. */
export const addFieldAddress = (entity: Entity) => `/champs/${entity}/liste`;

export function entityOf(slug: string): Entity | null {
  return slugs.find(([known]) => known === slug)?.[1] ?? null;
}

export function slugOf(entity: Entity): string {
  return slugs.find(([, known]) => known === entity)?.[0] ?? 'clients';
}

/** The address of a list narrowed by filters, and by a targeting besides. */
export function listAddress(
  entity: Entity,
  filters: Filter[] = [],
  narrowing: Narrowing | null = null,
): string {
  const base = `/liste/${slugOf(entity)}`;
  if (narrowing) return `${base}/${encode(JSON.stringify({ ...narrowing, filters }))}`;
  return filters.length === 0 ? base : `${base}/${encode(JSON.stringify(filters))}`;
}

/** A condition that narrows a list besides its filters, and what it is called. */
export interface Narrowing {
  title: string;
  target: Target;
}

/** The address of a list narrowed by a targeting. */
export function targetAddress(narrowing: Narrowing): string {
  return listAddress(narrowing.target.entity, [], narrowing);
}

/** The address where a targeting is built on from a tree. */
export const buildAddress = (target: Target) =>
  `/ciblage/nouveau/${encode(JSON.stringify({ title: '', target }))}`;

/** The address of the boards, with a tile of a targeting to be composed. */
export const boardsAddress = (narrowing: Narrowing) =>
  `/tuile-de-ciblage/${encode(JSON.stringify(narrowing))}`;

/** The records of a saved targeting, whatever it becomes. */
export const memberOf = (entity: Entity, ref: string): Target => ({
  entity,
  root: { type: 'member', targeting: ref },
});

/** Whom a campaign begins with: records chosen in a list, a targeting; or a template to begin from. */
export interface CampaignStart {
  title: string;
  chosen?: Chosen;
  /** The saved targeting it is. */
  targeting?: string;
  /** A template: a key of ours, or the reference of one's own. */
  template?: string;
  /** A message to begin from. */
  written?: { channel: MessageChannel; offer: string; text: MessageText };
}

/** The address where a campaign begins. */
export const campaignAddress = (start: CampaignStart) =>
  `/campagnes/nouvelle/${encode(JSON.stringify(start))}`;

/** With whom the campaign of an address begins. */
export function campaignStartIn(text: string | null): CampaignStart | null {
  const found = parsed(text);
  return typeof found === 'object' && found !== null && 'title' in found
    ? (found as CampaignStart)
    : null;
}

/** Everybody of a targeting. */
export const wholeOf = (target: Target): Chosen => ({
  entity: target.entity,
  quick: '',
  filters: [],
  sorts: [],
  target,
  all: true,
  refs: [],
});

/** The targeting of an address; none when it has none. */
export function narrowingIn(text: string | null): Narrowing | null {
  const found = parsed(text);
  if (typeof found !== 'object' || found === null || !('target' in found) || !('title' in found))
    return null;
  const { target, title } = found as { target: unknown; title: unknown };
  const whole = typeof target === 'object' && target !== null && 'root' in target;
  return whole && typeof title === 'string' ? { title, target: target as Target } : null;
}

/** The filters of an address; none when it is not one of ours. */
export function filtersIn(text: string | null): Filter[] {
  const found = parsed(text);
  const beside = typeof found === 'object' && found !== null && 'filters' in found;
  const list: unknown = beside ? found.filters : found;
  return Array.isArray(list) ? (list as Filter[]).filter(isFilter) : [];
}

function parsed(text: string | null): unknown {
  if (!text) return null;
  try {
    return JSON.parse(decode(text));
  } catch {
    return null;
  }
}

function isFilter(value: Filter): boolean {
  return typeof value.field === 'string' && Array.isArray(value.values);
}

/** Letters that no address changes on its way. */
function encode(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

function decode(text: string): string {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return new TextDecoder().decode(Uint8Array.from(binary, (letter) => letter.charCodeAt(0)));
}
