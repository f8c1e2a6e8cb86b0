import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import type { Entity, FieldView, Filter, Value } from '../../engine';
import { fieldAt, useKnown } from '../../live/catalogue';
import { IconPlus, IconX } from '../../parts/icons';
import * as words from '../../words/dashboards';
import { blank } from '../../words/figures';
import { filterText } from '../../words/lists';
import classes from './Dashboards.module.css';
import { dayConditions, groupings, isDate, type Choice } from './draft';

interface Props {
  entity: Entity;
  filters: Filter[];
  onFilters: (filters: Filter[]) => void;
}

const BLANK = ' blank';
const FILLED = ' filled';
const KEPT = ' kept';

/** Which records are counted: a field and what it must hold, one line each. */
export function Conditions({ entity, filters, onFilters }: Props) {
  const catalogue = useKnown();
  const fields = groupings(catalogue, entity);
  const set = (place: number, filter: Filter | null) =>
    onFilters(
      filters.flatMap((known, at) => (at !== place ? [known] : filter === null ? [] : [filter])),
    );

  return (
    <div className={classes.conditions}>
      {filters.map((filter, place) => {
        const field = fieldAt(catalogue, entity, filter.field)?.field;
        return (
          <div key={place} className={classes.condition}>
            <NativeSelect
              size="xs"
              aria-label={words.conditionField}
              value={filter.field}
              data={fields}
              onChange={(event) =>
                set(place, { field: event.currentTarget.value, values: [], except: [null] })
              }
            />
            <NativeSelect
              size="xs"
              aria-label={words.conditionValue}
              value={valueOf(filter)}
              data={valuesFor(field, filter)}
              onChange={(event) => {
                const next = conditionOn(filter.field, event.currentTarget.value, field);
                if (next) set(place, next);
              }}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={words.removeCondition}
              onClick={() => set(place, null)}
            >
              <IconX size={15} aria-hidden />
            </ActionIcon>
          </div>
        );
      })}
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() =>
          onFilters([
            ...filters,
            { field: fields[0]?.items[0]?.value ?? '', values: [], except: [null] },
          ])
        }
      >
        {words.addCondition}
      </Button>
    </div>
  );
}

/** What a field can be asked to hold. */
function valuesFor(field: FieldView | undefined, filter: Filter): Choice[] {
  const offered: Choice[] = isDate(field)
    ? dayConditions.map(({ value, label }) => ({ value, label }))
    : field?.kind === 'flag'
      ? [
          { value: 'true', label: 'Oui' },
          { value: 'false', label: 'Non' },
        ]
      : (field?.choices ?? []).map(({ value, label }) => ({ value, label }));
  const all = [{ value: FILLED, label: words.filled }, { value: BLANK, label: blank }, ...offered];
  const now = valueOf(filter);
  if (all.some(({ value }) => value === now)) return all;
  // Made elsewhere: several values, dates of its own. It stays as it is until another is chosen.
  return [{ value: now, label: filterText(field, filter, () => undefined) }, ...all];
}

const isBlank = (value: Value | undefined) => value === null || value === '';

function valueOf({ values, except, from, to }: Filter): string {
  const dated = dayConditions.find(
    ({ filter }) =>
      (filter.from ?? null) === (from ?? null) && (filter.to ?? null) === (to ?? null),
  );
  if (values.length === 0 && !except?.length) return dated?.value ?? KEPT;
  if (values.length === 0 && except?.length === 1 && isBlank(except[0]) && !from && !to)
    return FILLED;
  if (values.length !== 1 || except?.length || from || to) return KEPT;
  return isBlank(values[0]) ? BLANK : String(values[0]);
}

function conditionOn(path: string, value: string, field: FieldView | undefined): Filter | null {
  if (value === KEPT) return null;
  if (value === FILLED) return { field: path, values: [], except: [null] };
  if (value === BLANK) return { field: path, values: [null] };
  const dated = isDate(field) ? dayConditions.find((known) => known.value === value) : undefined;
  if (dated) return { field: path, values: [], ...dated.filter };
  return { field: path, values: [field?.kind === 'flag' ? value === 'true' : value] };
}
