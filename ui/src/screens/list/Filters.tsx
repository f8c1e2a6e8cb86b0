import { Button, Checkbox, NativeSelect, Popover } from '@mantine/core';
import { useState } from 'react';
import type { FieldView, Filter, Value } from '../../engine';
import { fieldIn, useKnown, type Catalogue } from '../../live/catalogue';
import { IconX } from '../../parts/icons';
import * as words from '../../words/clients';
import { no, yes } from '../../words/fields';
import { filterText } from '../../words/lists';
import { leaveTarget, narrowedBy } from '../../words/targeting';
import { BoundsFilter } from './BoundsFilter';
import classes from './List.module.css';
import { underHeadings } from './headings';

interface Props {
  fields: FieldView[];
  filters: Filter[];
  onFilters: (filters: Filter[]) => void;
}

const BY_SEGMENT = new Set(['kind', 'status']);

const BOUNDED = new Set(['date', 'date_time', 'integer', 'money', 'quantity']);

/** Fields with a list of values, or with an order between two bounds: what a filter can offer. */
export function filterable(fields: FieldView[]): FieldView[] {
  return fields.filter(
    (field) =>
      !BY_SEGMENT.has(field.key) &&
      (choicesOf(field).length > 0 || (field.kind !== 'choice' && BOUNDED.has(field.kind))),
  );
}

function choicesOf(field: FieldView): { value: Value; label: string }[] {
  return field.kind === 'flag' ? YES_NO : field.choices;
}

const YES_NO = [
  { value: true, label: yes },
  { value: false, label: no },
];

/** Chooses the values to keep, one field at a time. */
export function FilterButton({ fields, filters, onFilters }: Props) {
  const offered = filterable(fields);
  const [key, setKey] = useState(
    offered.find((field) => field.key === 'site')?.key ?? offered[0]?.key ?? '',
  );
  const field = offered.find((found) => found.key === key);
  const values = filters.find((filter) => filter.field === key)?.values ?? [];

  function toggle(value: Value) {
    const next = values.includes(value)
      ? values.filter((kept) => kept !== value)
      : [...values, value];
    const others = filters.filter((filter) => filter.field !== key);
    onFilters(next.length > 0 ? [...others, { field: key, values: next }] : others);
  }

  return (
    <Popover position="bottom-end" trapFocus withinPortal shadow="md" width={280}>
      <Popover.Target>
        <Button variant="default" px="xs">
          {words.filters}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.filters}>
        <NativeSelect
          label={words.filterOn}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          data={underHeadings(offered)}
        />
        {field && BOUNDED.has(field.kind) && (
          <BoundsFilter
            key={field.key}
            field={field}
            filter={filters.find((filter) => filter.field === key)}
            onFilter={(next) => {
              const others = filters.filter((filter) => filter.field !== key);
              onFilters(next ? [...others, next] : others);
            }}
          />
        )}
        {field && !BOUNDED.has(field.kind) && (
          <div role="group" aria-label={words.filterValues(field.label)} className={classes.values}>
            {choicesOf(field).map((choice) => (
              <Checkbox
                key={String(choice.value)}
                label={choice.label}
                checked={values.includes(choice.value)}
                onChange={() => toggle(choice.value)}
              />
            ))}
            <Checkbox
              label={words.blank}
              checked={values.includes(null)}
              onChange={() => toggle(null)}
            />
          </div>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

/** The targeting in force, with its way out. */
export function TargetChip({ title, onLeave }: { title: string; onLeave: () => void }) {
  return (
    <ul className={classes.chips}>
      <li className={classes.chip}>
        {narrowedBy(title)}
        <button type="button" aria-label={leaveTarget(title)} onClick={onLeave}>
          <IconX size={14} aria-hidden />
        </button>
      </li>
    </ul>
  );
}

/** The filters in force, each with its way out. */
export function FilterChips({
  fields,
  filters,
  onFilters,
  nameOf,
}: Props & { nameOf: (ref: string) => string | undefined }) {
  const catalogue = useKnown();
  if (filters.length === 0) return null;
  return (
    <ul className={classes.chips}>
      {filters.map((filter) => {
        const { field, label } = named(catalogue, fields, filter.field);
        return (
          <li key={filter.field} className={classes.chip}>
            {words.chip(label, filterText(field, filter, nameOf))}
            <button
              type="button"
              aria-label={words.removeFilter(label)}
              onClick={() => onFilters(filters.filter((kept) => kept !== filter))}
            >
              <IconX size={14} aria-hidden />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** A field of the list, or of a record that its rows refer to: « Client : Concession ». */
function named(catalogue: Catalogue, fields: FieldView[], path: string) {
  const found = fieldIn(catalogue, fields, path);
  if (!found) return { field: undefined, label: path };
  const { field, link } = found;
  return { field, label: link ? words.chip(link.label, field.label) : field.label };
}
