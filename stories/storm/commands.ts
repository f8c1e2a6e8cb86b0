// Every writing command with inputs such as the screens send. An input may come to be refused: that changes nothing either.
import type { Dice } from './dice.ts';
import type { Pool } from './pool.ts';

type Make = (dice: Dice, pool: Pool) => object | null;

const day = (pool: Pool, days: number) => {
  const date = new Date(`${pool.today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};
const word = (dice: Dice) => dice.of('Quillivéré', 'Le Goff', 'Kerdoncuff', 'Zyx', 'Dupond', "L'Hermite") + ` ${dice.below(1000)}`;
/** Of a record, where there is one. */
const about = (list: (pool: Pool) => (string | number)[], key: string, more: Make = () => ({})): Make => (dice, pool) => {
  const one = dice.one(list(pool));
  const rest = one === undefined ? null : more(dice, pool);
  return one === undefined || rest === null ? null : { [key]: one, ...rest };
};
const refs = (entity: keyof Pool['refs']) => (pool: Pool) => pool.refs[entity];
const chosen = (dice: Dice, pool: Pool) => ({
  entity: 'customer', quick: '', filters: [], sorts: [], all: false, refs: dice.some(pool.refs.customer, 6),
});
const mail = { subject: 'Bonjour {Prénom|}', body: 'Votre révision, {Prénom|} ? STOP au 36000, désinscription' };
const target = (dice: Dice) => ({
  entity: 'customer',
  root: { type: 'field', field: 'town', is: { how: 'equals', to: { type: 'value', value: dice.of('Rennes', 'Nantes', 'Vannes') } } },
});
const scope = { period: 'all', from: null, to: null, site: null };
const meeting = (dice: Dice, pool: Pool) => {
  const on = day(pool, dice.below(30));
  return { kind: dice.of('appointment', 'task', 'other'), title: `Point ${dice.below(99)}`, starts_at: `${on}T10:00`, ends_at: `${on}T10:30` };
};

/** Creations, by entity. */
const records: Make[] = [
  (dice) => ({ entity: 'customer', values: { kind: 'person', first_name: 'Hortense', last_name: word(dice), town: 'Rennes', mail: `h${dice.below(9999)}@exemple.example` } }),
  (dice) => ({ entity: 'customer', values: { kind: 'company', legal_name: `Garage ${word(dice)}` } }),
  (dice, pool) => ({ entity: 'vehicle', values: { customer_id: dice.one(pool.refs.customer), make: 'Renault', model: 'Clio', energy: 'Essence' } }),
  (dice, pool) => ({ entity: 'note', values: { customer_id: dice.one(pool.refs.customer), comment: word(dice) } }),
  (dice, pool) => ({ entity: 'contact', values: { customer_id: dice.one(pool.refs.customer), last_name: word(dice) } }),
];

const commands: Record<string, [weight: number, make: Make]> = {
  'session.identify': [1, (dice, pool) => ({ name: dice.one(pool.staff) ?? null })],
  'preference.write': [3, (dice) => ({ key: dice.of('columns', 'theme', 'tour'), value: dice.of(null, String(dice.below(99))) })],
  'custom_field.create': [1, (dice) => ({ entity: dice.of('customer', 'vehicle'), label: `Champ ${dice.below(9999)}`, kind: dice.of('text', 'integer', 'flag', 'date'), choices: [], heading: '' })],
  'custom_field.edit': [1, about((pool) => pool.fields, 'ref', (dice) => ({ label: `Champ ${dice.below(9999)}`, heading: '', choices: [] }))],
  'custom_field.delete': [1, about((pool) => pool.fields, 'ref')],
  'follow_up.done': [4, about(refs('activity'), 'activity', (dice, pool) => ({ kind: 'call', result: null, content: word(dice), nextOn: dice.of(null, day(pool, 7)), owner: null }))],
  'activity.log': [6, (dice, pool) => ({ values: { customer_id: dice.one(pool.refs.customer), kind: 'call', direction: 'outbound', happened_at: `${pool.today}T08:00`, subject: word(dice), next_follow_up_on: day(pool, dice.below(20)) }, answers: [] })],
  'targeting.save': [2, (dice) => ({ ref: null, name: `Ciblage ${dice.below(99_999)}`, description: '', target: target(dice), sorts: [] })],
  'targeting.duplicate': [1, about(refs('targeting'), 'ref', (dice) => ({ name: `Copie ${dice.below(99_999)}` }))],
  'targeting.freeze': [1, about(refs('targeting'), 'ref', (dice) => ({ mode: dice.of('frozen', 'live') }))],
  'bulk.edit': [3, (dice, pool) => ({ chosen: chosen(dice, pool), values: { profession: word(dice) } })],
  'consent.set': [4, about(refs('customer'), 'ref', (dice) => ({ channel: dice.of('sms', 'phone', 'mail', 'letter'), state: dice.of('granted', 'refused', 'withdrawn'), origin: 'Bon de commande' }))],
  'lead.reply': [3, about(refs('lead'), 'ref', (dice, pool) => ({ values: { kind: 'call', happened_at: `${pool.today}T08:00`, subject: word(dice) } }))],
  'lead.attach': [2, about(refs('lead'), 'ref', (dice, pool) => ({ customer: dice.one(pool.refs.customer), fill: [] }))],
  'lead.convert': [2, about(refs('lead'), 'ref', () => ({ customer: null, fill: [], values: {} }))],
  'lead.lose': [2, about(refs('lead'), 'ref', () => ({ reason: 'Injoignable', comment: null, owner: null }))],
  'lead.move': [2, about(refs('lead'), 'ref', (dice) => ({ state: dice.of('new', 'in_progress') }))],
  'record.create': [12, (dice, pool) => dice.one(records)?.(dice, pool) ?? null],
  'record.edit': [12, about(refs('customer'), 'ref', (dice) => ({ values: { profession: word(dice), town: dice.of('Rennes', 'Nantes', 'Brest') } }))],
  'record.delete': [3, (dice, pool) => about(refs(dice.of('customer', 'vehicle', 'note', 'activity', 'invoice', 'targeting')), 'ref')(dice, pool)],
  'invoice.create': [6, (dice, pool) => ({ values: { customer_id: dice.one(pool.refs.customer), kind: 'service', issued_on: day(pool, -dice.below(30)) }, lines: [{ label: 'Révision', quantity: 100, unit_price: 9900 + dice.below(9000) }] })],
  'change.undo': [12, () => ({})],
  'change.redo': [9, () => ({})],
  'change.undo_to': [1, about((pool) => pool.changes.slice(0, 6), 'seq')],
  'change.redo_to': [1, (_, { redo }) => (redo === null ? null : { seq: redo })],
  'data.reset': [0.3, () => ({})],
  'base.restore': [0.2, () => ({})],
  'workbook.import': [0.6, () => ({})],
  'duplicates.decide': [2, (dice, pool) => pair(dice, pool, ([left, right]) => ({ left, right, decision: dice.of(null, 'different', 'later') }))],
  'merge.do': [2, (dice, pool) => pair(dice, pool, ([left, right]) => ({ customers: [left, right], kept: left, values: {} }))],
  'cleaning.accept': [1, (dice) => ({ check: dice.of('phone_writing', 'mail_writing', 'name_writing', 'plate_writing', 'postcode_writing'), refs: null, except: [] })],
  'cleaning.ignore': [1, (dice, pool) => ({ ...dice.one(pool.findings), ignored: dice.of(true, false) })],
  'dashboard.create': [2, (dice) => ({ name: `Tableau ${dice.below(99_999)}`, template: null, like: dice.of(null, 'Direction') })],
  'dashboard.rename': [1, about((pool) => pool.boards, 'name', (dice) => ({ to: `Tableau ${dice.below(99_999)}` }))],
  'dashboard.lock': [0.5, about((pool) => pool.boards.filter((name) => name.startsWith('Tableau')), 'name', (dice) => ({ locked: dice.of(true, false), scope }))],
  'dashboard.reset': [0.5, about((pool) => pool.boards, 'name')],
  'dashboard.delete': [0.5, about((pool) => pool.boards.filter((name) => name.startsWith('Tableau')), 'name')],
  'tile.add': [2, about((pool) => pool.boards, 'dashboard', (dice, pool) => (pool.tile ? { title: `Tuile ${dice.below(99)}`, chart: 'bars', definition: pool.tile } : null))],
  'tile.edit': [1, about((pool) => pool.tiles, 'ref', (dice, pool) => (pool.tile ? { title: `Tuile ${dice.below(99)}`, chart: 'table', definition: pool.tile } : null))],
  'tile.rename': [2, about((pool) => pool.tiles, 'ref', (dice) => ({ title: `Tuile ${dice.below(99)}` }))],
  'tile.copy': [1, about((pool) => pool.tiles, 'ref')],
  'tile.remove': [1, about((pool) => pool.tiles, 'ref')],
  'tile.place': [1, about((pool) => pool.boards, 'dashboard', (dice, pool) => ({ places: dice.some(pool.tiles, 1).map((ref) => ({ ref, place: [dice.below(6), 20 + dice.below(20), 4, 3] })) }))],
  'message.save': [1, (dice) => ({ ref: null, name: `Modèle ${dice.below(99_999)}`, channel: 'mail', offer: null, text: mail })],
  'message.send': [3, about(refs('customer'), 'customer', () => ({ channel: 'mail', offer: null, text: mail, service: true, next_follow_up_on: null, owner: null, mode: 'complete', forced: ['no_consent', 'too_lately', 'quiet_hours'] }))],
  'campaign.launch': [1, (dice, pool) => ({ name: `Campagne ${dice.below(99_999)}`, channel: dice.of('mail', 'sms'), offer: 'service', audience: { chosen: chosen(dice, pool), but: [] }, targeting: null, text: mail, other: null, at: dice.of(null, `${day(pool, 3)}T10:00`), follow_up_on: null, mode: 'complete', forced: ['no_consent', 'too_lately', 'quiet_hours'], without_mention: true })],
  'campaign.cancel': [0.5, about(refs('campaign'), 'ref')],
  'replies.regime': [0.5, (dice) => ({ regime: dice.of('real', 'magnified') })],
  'inbox.handle': [3, about((pool) => pool.inbox, 'id', () => ({ appointment: null, followUpOn: null, correct: null, withdraw: [], answer: null, elsewhere: true, owner: null }))],
  'inbox.reopen': [1, about((pool) => pool.inbox, 'id')],
  'agenda.create': [4, (dice, pool) => ({ values: meeting(dice, pool), rule: null, followUp: null })],
  'agenda.plan': [1, (dice, pool) => ({ values: { ...meeting(dice, pool), kind: 'task' }, records: dice.some(pool.refs.customer, 3) })],
  'agenda.edit': [2, about(refs('agenda_entry'), 'ref', (dice, pool) => ({ day: null, scope: 'all', values: { title: word(dice) }, rule: null, today: pool.today }))],
  'agenda.move': [2, about(refs('agenda_entry'), 'ref', (dice, pool) => ({ day: null, scope: 'all', startsAt: `${day(pool, dice.below(20))}T11:00`, endsAt: null, allDay: null }))],
  'agenda.delete': [1, about(refs('agenda_entry'), 'ref', () => ({ day: null, scope: 'all' }))],
  'calendar.edit': [0.5, (dice) => ({ alsaceMoselle: dice.of(true, false), year: null, periods: null })],
  'time.advance': [0.7, (dice) => ({ days: 1 + dice.below(3) })],
};

function pair(dice: Dice, pool: Pool, make: (pair: [string, string]) => object): object | null {
  const one = dice.one(pool.pairs);
  return one ? make(one) : null;
}

export const NAMES = Object.keys(commands);
const total = Object.values(commands).reduce((sum, [weight]) => sum + weight, 0);

/** One command with its input. */
export function draw(dice: Dice, pool: Pool): { name: string; input: object } {
  for (;;) {
    let at = dice.next() * total;
    const [name, [, make]] = Object.entries(commands).find(([, [weight]]) => (at -= weight) < 0) ?? ['change.undo', commands['change.undo']!];
    const input = make(dice, pool);
    if (input) return { name, input };
  }
}
