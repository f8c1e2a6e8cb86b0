import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Entity, FieldView, Filter, Value } from '../../engine';
import { fieldAt, type Catalogue } from '../../live/catalogue';
import type { Layout } from '../../parts/grid/layout';
import type { ShownColumn } from '../../parts/grid/Row';
import { StatusBadge } from '../../parts/StatusBadge';
import * as words from '../../words/clients';
import classes from './List.module.css';

interface Segment {
  key: string;
  label: string;
  data: { value: string; label: string }[];
}

/** The few values that are wanted all the time, always in sight. */
export function segments(entity: Entity, fields: FieldView[]): Segment[] {
  if (entity === 'customer') return customerSegments;
  const key = entity === 'lead' ? 'state' : 'kind';
  const field = fields.find((found) => found.key === key);
  if (!field || (entity !== 'lead' && entity !== 'invoice')) return [];
  return [
    {
      key,
      label: field.label,
      data: [{ value: '', label: words.allKinds }, ...field.choices],
    },
  ];
}

const customerSegments: Segment[] = [
  {
    key: 'kind',
    label: words.kinds,
    data: [
      { value: '', label: words.allKinds },
      { value: 'person', label: words.persons },
      { value: 'company', label: words.companies },
    ],
  },
  {
    key: 'status',
    label: words.statuses,
    data: [
      { value: '', label: words.allKinds },
      { value: 'prospect', label: words.prospects },
      { value: 'client', label: words.clients },
    ],
  },
];

export function segment(field: string, value: string): Filter[] {
  return value === '' ? [] : [{ field, values: [value] }];
}

/** A field that a filter names, of the records or of those they refer to, may have been taken away since. */
export function knownFilters(filters: Filter[], catalogue: Catalogue, entity: Entity): Filter[] {
  return filters.filter((filter) => fieldAt(catalogue, entity, filter.field) !== undefined);
}

/** What each row tells besides its columns. */
export function hiddenColumn(entity: Entity): string {
  return entity === 'customer' ? 'kind' : 'customer_id';
}

/** The latest first, where there is a day. */
export function startSorts(entity: Entity, layout: Layout): Layout {
  const days: Partial<Record<Entity, string>> = {
    invoice: 'issued_on',
    activity: 'happened_at',
    lead: 'issued_at',
  };
  const day = days[entity];
  return day ? { ...layout, sorts: [{ field: day, descending: true }] } : layout;
}

export function shownColumns(layout: Layout, fields: FieldView[]): ShownColumn[] {
  return layout.columns.flatMap(({ key, width, hidden }) => {
    const field = fields.find((found) => found.key === key);
    return field && !hidden ? [{ field, width }] : [];
  });
}

/** Cells that are more than their text: a name leads to its record. */
export function cellOf(
  field: FieldView,
  value: Value,
  ref: string,
  names: ReadonlyMap<string, string>,
): ReactNode | undefined {
  if (field.key === 'status' && typeof value === 'string') return <StatusBadge status={value} />;
  if (field.key === 'name') return toCustomer(ref, String(value ?? ref));
  if (field.kind !== 'reference' || typeof value !== 'string') return undefined;
  const name = names.get(value) ?? value;
  return field.target === 'customer' ? toCustomer(value, name) : name;
}

function toCustomer(ref: string, name: string): ReactNode {
  return (
    <Link href={`/clients/${ref}`} tabIndex={-1} className={classes.name}>
      {name}
    </Link>
  );
}

export function newButtons(entity: Entity): ReactNode {
  if (entity !== 'customer') return null;
  return (
    <>
      <Button component={Link} href="/nouveau/societe" variant="light" px="xs">
        {words.newCompany}
      </Button>
      <Button component={Link} href="/nouveau/particulier" px="xs">
        {words.newPerson}
      </Button>
    </>
  );
}

/** Keeps the rows of a group: days are grouped by month. */
export function filterOn(field: FieldView | undefined, value: Filter['values'][number]): Filter {
  const dated = field?.kind === 'date' || field?.kind === 'date_time';
  if (field && dated && value !== null)
    return { field: field.key, values: [], from: value, to: value };
  return { field: field?.key ?? '', values: [value] };
}
