import type {
  TargetField,
  TargetHow,
  TargetMatcher,
  TargetMeasure,
  TargetNode,
  TargetOperand,
  TargetPeriod,
  Value,
} from '../../engine';
import { everything } from './tree';

const blank: TargetOperand = { type: 'value', value: null };
const ahead: TargetPeriod = { type: 'ahead', n: 60, unit: 'day' };
const thisWeek: TargetPeriod = { type: 'calendar', unit: 'week', shift: 0, years: 0 };

/** The first operand of a matcher, kept when what is asked changes. */
function firstOf(is: TargetMatcher): TargetOperand {
  if ('to' in is && is.how !== 'between') return is.to;
  if (is.how === 'between') return is.from;
  if (is.how === 'one_of') return is.values[0] ?? blank;
  return 'text' in is ? { type: 'value', value: is.text } : blank;
}

/** Another way of asking, with as much of the former one as still fits. */
export function asking(how: TargetHow, before: TargetMatcher): TargetMatcher {
  const first = firstOf(before);
  const written = first.type === 'value' && typeof first.value === 'string' ? first.value : '';
  switch (how) {
    case 'equals':
    case 'differs':
    case 'below':
    case 'at_most':
    case 'above':
    case 'at_least':
      return { how, to: first };
    case 'between':
      return { how, from: first, to: blank };
    case 'one_of':
      return { how, values: first.type === 'value' && first.value === null ? [] : [first] };
    case 'contains':
    case 'begins':
    case 'ends':
    case 'exactly':
      return { how, text: written };
    case 'characters':
      return { how, most: 38 };
    case 'within':
      return { how, period: before.how === 'anniversary' ? before.period : ahead };
    case 'anniversary':
      return { how, period: before.how === 'within' ? before.period : thisWeek };
    case 'empty':
    case 'filled':
    case 'yes':
    case 'no':
      return { how };
  }
}

/** What is asked of a field that has just been chosen. */
export function startOf(field: TargetField): TargetMatcher {
  const how = field.hows[0] ?? 'filled';
  const choice = field.kind === 'choice' && !field.open ? field.choices[0]?.value : undefined;
  return asking(how, {
    how: 'equals',
    to: choice === undefined ? blank : { type: 'value', value: choice },
  });
}

/** A condition made from an entry of the chooser: a field, related records, a figure of them, a saved targeting. */
export function nodeOf(entry: string, fields: TargetField[]): TargetNode | null {
  const [sort, key = ''] = entry.split(':', 2);
  if (sort === 'field') {
    const field = fields.find((found) => found.key === key);
    return field ? { type: 'field', field: key, is: startOf(field) } : null;
  }
  if (sort === 'has' || sort === 'hasnot')
    return {
      type: 'related',
      relation: key,
      quantity: sort === 'has' ? { type: 'at_least', n: 1 } : { type: 'none' },
      node: everything,
    };
  if (sort === 'figure')
    return {
      type: 'aggregate',
      relation: key,
      measure: 'count',
      field: null,
      node: everything,
      is: { how: 'at_least', to: { type: 'value', value: 2 } },
    };
  if (sort === 'first') {
    const by = fields.find((field) => field.kind === 'money') ?? fields[0];
    const order = { field: by?.key ?? '', descending: true };
    return { type: 'first', n: 20, sort: order, node: everything };
  }
  return sort === 'member' ? { type: 'member', targeting: key } : null;
}

/** What is compared with a figure: a date for the first and last ones, a number otherwise. */
export function figureField(
  measure: TargetMeasure,
  measured: TargetField | undefined,
): TargetField {
  const asIs = measure === 'min' || measure === 'max' || measure === 'sum' || measure === 'mean';
  const spread = measure === 'range' && measured?.kind !== 'date' && measured?.kind !== 'date_time';
  if (measured && (asIs || spread)) return measured;
  return { ...NUMBER, label: measured?.label ?? '' };
}

const NUMBER: TargetField = {
  key: '',
  label: '',
  kind: 'integer',
  group: '',
  choices: [],
  open: false,
  required: false,
  computed: true,
  editable: false,
  added: false,
  personal: false,
  applies: 'both',
  target: null,
  unit: null,
  listed: false,
  width: 100,
  maxLength: null,
  hows: ['at_least', 'equals', 'differs', 'below', 'at_most', 'above', 'between', 'one_of'],
  measures: [],
};

/** What is asked of a figure whose measure has just been chosen. */
export function figureStart(field: TargetField): TargetMatcher {
  return field.kind === 'date' || field.kind === 'date_time'
    ? { how: 'within', period: { type: 'older', n: 18, unit: 'month' } }
    : { how: 'at_least', to: blank };
}

export const valueOperand = (value: Value): TargetOperand => ({ type: 'value', value });
