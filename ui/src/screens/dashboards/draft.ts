import type {
  Chart,
  Dimension,
  Entity,
  EntityView,
  FieldView,
  Filter,
  Measure,
  Question,
} from '../../engine';
import type { Catalogue } from '../../live/catalogue';
import type { Narrowing } from '../../live/lists';
import { entities, through, type MeasureKind } from '../../words/dashboards';
import { chartThatFits } from './shape';

/** A tile while it is being composed. */
export interface Draft {
  title: string;
  chart: Chart;
  question: Question;
  about: string;
}

/** The date that the board's period narrows, where an entity has an evident one. */
const days: Partial<Record<Entity, string>> = {
  invoice: 'issued_on',
  activity: 'happened_at',
  lead: 'issued_at',
  agenda_entry: 'starts_at',
};

export const countable = Object.keys(entities) as Entity[];

export function startOn(entity: Entity): Question {
  return {
    entity,
    measure: 'count',
    by: [],
    filters: [],
    day: days[entity] ?? null,
    order: 'greatest',
    top: 10,
    compare: false,
    goal: null,
  };
}

export const startDraft: Draft = {
  title: '',
  chart: 'bars',
  question: startOn('invoice'),
  about: '',
};

/** A tile that counts a targeting: its records by dealership, or its customers when they are none that tiles count. */
export function startOf({ title, target }: Narrowing): Draft {
  const entity = countable.includes(target.entity) ? target.entity : 'customer';
  const by = entity === 'customer' || entity === 'invoice' ? 'site' : 'customer_id.site';
  return {
    title,
    chart: 'bars',
    question: { ...startOn(entity), day: null, by: [{ field: by }], target },
    about: '',
  };
}

const GROUPED = new Set<FieldView['kind']>([
  'text',
  'postcode',
  'date',
  'date_time',
  'integer',
  'money',
  'quantity',
  'choice',
  'flag',
  'naf',
]);
const NUMBERS = new Set<FieldView['kind']>(['integer', 'money', 'quantity']);
const DATES = new Set<FieldView['kind']>(['date', 'date_time']);

export const isDate = (field: FieldView | undefined) =>
  field !== undefined && DATES.has(field.kind);
export const isNumber = (field: FieldView | undefined) =>
  field !== undefined && NUMBERS.has(field.kind);

export interface Choice {
  value: string;
  label: string;
}

export interface ChoiceGroup {
  group: string;
  items: Choice[];
}

const choice = ({ key, label }: FieldView): Choice => ({ value: key, label });

/** What an entity can be grouped by: its own fields, then those of the records it refers to. */
export function groupings(catalogue: Catalogue, entity: Entity): ChoiceGroup[] {
  const known = catalogue.get(entity);
  if (!known) return [];
  const own = known.fields.filter((field) => GROUPED.has(field.kind) || field.target !== null);
  const links = known.fields.flatMap((link) => {
    const beyond = link.target && link.target !== entity ? catalogue.get(link.target) : undefined;
    return beyond ? [fieldsThrough(link, beyond)] : [];
  });
  return [{ group: known.plural, items: own.map(choice) }, ...links];
}

function fieldsThrough(link: FieldView, beyond: EntityView): ChoiceGroup {
  return {
    group: link.label,
    items: beyond.fields
      .filter((field) => GROUPED.has(field.kind))
      .map((field) => ({
        value: `${link.key}.${field.key}`,
        label: through(link.label, field.label),
      })),
  };
}

export function numbersOf(catalogue: Catalogue, entity: Entity): Choice[] {
  return (catalogue.get(entity)?.fields ?? []).filter((field) => isNumber(field)).map(choice);
}

export function datesOf(catalogue: Catalogue, entity: Entity): Choice[] {
  return (catalogue.get(entity)?.fields ?? []).filter((field) => isDate(field)).map(choice);
}

/** A dimension as it begins: dates by month, numbers by bands that make sense. */
export function dimensionOn(path: string, field: FieldView | undefined): Dimension {
  if (isDate(field)) return { field: path, step: 'month' };
  const band = bandOf(field);
  return band ? { field: path, band } : { field: path };
}

function bandOf(field: FieldView | undefined): number | null {
  if (!field || !isNumber(field)) return null;
  if (field.kind === 'money') return 100_000;
  if (field.unit === 'km') return 20_000;
  if (field.unit === 'ans') return 10;
  return field.unit === 'mois' ? 12 : null;
}

/** The widths that are offered: in units, euros being hundredths. */
export const bands = [1, 5, 10, 12, 20, 50, 100, 500, 1_000, 5_000, 10_000, 20_000, 50_000];

export function measureOn(kind: MeasureKind, field: string | null): Measure {
  switch (kind) {
    case 'count':
    case 'customers':
      return kind;
    case 'share':
      return { share: [] };
    default:
      return { [kind]: field ?? '' } as Measure;
  }
}

/** The chart follows the question, so that it can always be shown; a figure alone becomes bars once it is split. */
export function withQuestion(draft: Draft, question: Question): Draft {
  const split = draft.question.by.length === 0 && draft.chart === 'number';
  const chart = split && question.by.length > 0 ? 'bars' : draft.chart;
  return { ...draft, question, chart: chartThatFits(chart, question.by.length) };
}

/** Conditions on dates that are said from the day of use. */
export const dayConditions: { value: string; label: string; filter: Partial<Filter> }[] = [
  { value: 'past', label: 'avant aujourd’hui', filter: { to: 'today-1d' } },
  { value: 'today', label: 'aujourd’hui', filter: { from: 'today', to: 'today' } },
  { value: 'next30', label: 'dans les 30 jours', filter: { from: 'today', to: 'today+30d' } },
  { value: 'next60', label: 'dans les 60 jours', filter: { from: 'today', to: 'today+60d' } },
  { value: 'last30', label: 'depuis 30 jours', filter: { from: 'today-30d', to: 'today' } },
  { value: 'last12m', label: 'depuis 12 mois', filter: { from: 'today-12m', to: 'today' } },
  { value: 'old12m', label: 'il y a plus de 12 mois', filter: { to: 'today-12m' } },
  { value: 'old18m', label: 'il y a plus de 18 mois', filter: { to: 'today-18m' } },
];
