// The commands that a learner's minute is made of, each timed many times.

export interface Sample {
  name: string;
  times: number[];
}

type Ask = (name: string, input: object) => Promise<{ took: number; output: unknown }>;

const TIMES = 60;
const TYPED = ['mar', 'marti', 'martin ren', 'lefevbre', 'dupon', '0639', 'bernar jea', 'ren', '35000', 'garage'];
const COLUMNS = ['name', 'town', 'mobile', 'mail', 'site', 'next_follow_up_on'];
/** A site, a car, its invoices. */
const THREE_LEVELS =
  'Concession : contient Rennes ; Véhicules (Énergie : Diesel ; Factures (Type : APV ; Date : depuis 18 mois))';

export async function commands(ask: Ask): Promise<Sample[]> {
  const samples: Sample[] = [];
  // A name is that of the command, then what is particular to the case.
  const measure = async (name: string, input: (turn: number) => object, times = TIMES) => {
    const sample: Sample = { name, times: [] };
    const [command = name] = name.split(',');
    for (let turn = 0; turn < times; turn += 1) sample.times.push((await ask(command, input(turn))).took);
    samples.push(sample);
  };

  const person = (turn: number) => ({ kind: 'person', first_name: 'Zoé', last_name: `Essai ${turn}`, town: 'Rennes' });
  const { output } = await ask('record.create', { entity: 'customer', values: person(-1) });
  const { ref } = output as { ref: string };
  await measure('record.create', (turn) => ({ entity: 'customer', values: person(turn) }));
  await measure('record.edit', (turn) => ({ ref, values: { town: `Ville ${turn}` } }));
  await measure('invoice.create', () => ({
    values: { customer_id: ref, kind: 'service', issued_on: '2026-11-20' },
    lines: [{ label: 'Révision', quantity: 100, unit_price: 9900 }],
  }));
  const week: Sample = { name: 'time.advance, a week', times: [] };
  for (let turn = 0; turn < 10; turn += 1) {
    week.times.push((await ask('time.advance', { days: 7 })).took);
    await ask('change.undo', {});
  }
  samples.push(week);
  await measure('change.undo', () => ({}), 30);
  await measure('change.redo', () => ({}), 30);
  await measure('customer.open', () => ({ ref }));
  await measure('search.find', (turn) => ({ text: TYPED[turn % TYPED.length], limit: 12 }));
  await measure('list.page', (turn) => ({
    entity: 'customer',
    columns: COLUMNS,
    sorts: [{ field: COLUMNS[turn % COLUMNS.length], descending: turn % 2 === 1 }],
    quick: turn % 3 === 0 ? '' : 'mar',
    filters: [],
    offset: 0,
    limit: 100,
  }));
  await measure('customer.lookalikes', () => ({ ref: null, values: { last_name: 'Lefebvre', first_name: 'Marie' } }));
  await measure('home.read', () => ({ owner: null, site: null }), 30);
  await measure('leads.board', () => ({ site: null, owner: null, kind: null, limit: 30 }), 30);
  await measure('agenda.window, a month', (turn) => ({ ...month(turn % 2), owner: null, site: null }), 30);
  await tiles(ask, samples);
  const { target } = (await ask('targeting.parse', { text: THREE_LEVELS })).output as { target: object };
  await measure('targeting.count, three levels', () => ({ target }), 30);
  await measure('session.state', () => ({}), 30);
  // Each on data that has just changed: what was found before is of no use.
  const cleaning: Sample = { name: 'cleaning.read', times: [] };
  for (let turn = 0; turn < 10; turn += 1) {
    await ask('record.edit', { ref, values: { town: `Lieu ${turn}` } });
    cleaning.times.push((await ask('cleaning.read', {})).took);
  }
  samples.push(cleaning);
  await duplicates(ask, samples);
  await longRecord(ask, samples);
  await measure('data.reset', () => ({}), 5);
  return samples;
}

/** The whole base compared anew: each time on a customer who has just changed. */
async function duplicates(ask: Ask, samples: Sample[]): Promise<void> {
  const sample: Sample = { name: 'duplicates.find', times: [] };
  for (let turn = 0; turn < 10; turn += 1) {
    await ask('record.create', { entity: 'customer', values: { kind: 'person', first_name: 'Yann', last_name: `Jumeau ${turn}` } });
    sample.times.push((await ask('duplicates.find', { customer: null, limit: 200 })).took);
  }
  samples.push(sample);
}

/** A record with two hundred activities and a hundred invoices, opened. */
async function longRecord(ask: Ask, samples: Sample[]): Promise<void> {
  const created = async (entity: string, values: object) =>
    ((await ask('record.create', { entity, values })).output as { ref: string }).ref;
  const ref = await created('customer', { kind: 'person', first_name: 'Zoé', last_name: 'Long' });
  const car = await created('vehicle', { customer_id: ref, make: 'Renault', model: 'Clio', energy: 'Essence' });
  for (let turn = 0; turn < 200; turn += 1) {
    const day = `${2016 + Math.floor(turn / 20)}-${String((turn % 10) + 1).padStart(2, '0')}-15`;
    await created('activity', {
      customer_id: ref, kind: 'call', direction: 'outbound', happened_at: `${day}T10:00`, subject: 'Appel de suivi',
    });
    if (turn % 2 === 0)
      await ask('invoice.create', {
        values: { customer_id: ref, vehicle_id: car, kind: 'service', issued_on: day, mileage: turn * 100 },
        lines: [{ label: 'Révision', quantity: 100, unit_price: 9900 }],
      });
  }
  for (const name of ['customer.open', 'after_sales.read', 'consents.read']) {
    const sample: Sample = { name: `${name}, 200 activities`, times: [] };
    for (let turn = 0; turn < TIMES; turn += 1) sample.times.push((await ask(name, { ref })).took);
    samples.push(sample);
  }
}

/** Six weeks around this month, or the next one. */
function month(later: number): { from: string; to: string } {
  const now = new Date();
  const day = (days: number) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + later, 1 + days)).toISOString().slice(0, 10);
  return { from: day(-3), to: day(39) };
}

interface Ready {
  definition: { question: object };
}

/** Every ready-made tile once, then the first board: eight tiles one after the other. */
async function tiles(ask: Ask, samples: Sample[]): Promise<void> {
  const scope = { period: 'twelve_months', from: null, to: null, site: null };
  const { ready } = (await ask('dashboard.list', {})).output as { ready: Ready[] };
  const one: Sample = { name: 'dashboard.answer, every ready tile', times: [] };
  for (const { definition } of ready)
    one.times.push((await ask('dashboard.answer', { question: definition.question, scope })).took);
  const board = (await ask('dashboard.read', { name: 'Direction' })).output as { tiles: Ready[] };
  const eight: Sample = { name: 'a board of 8 tiles', times: [] };
  for (let turn = 0; turn < 10; turn += 1) {
    // Answers are kept until something is written.
    await ask('preference.write', { key: 'bench', value: String(turn) });
    let took = 0;
    for (const { definition } of board.tiles)
      took += (await ask('dashboard.answer', { question: definition.question, scope })).took;
    eight.times.push(took);
  }
  samples.push(one, eight);
}
