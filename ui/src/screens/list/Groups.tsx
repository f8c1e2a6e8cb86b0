import { ActionIcon, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { CommandInput, FieldView, Filter, Nest } from '../../engine';
import { useRead } from '../../live/read';
import { IconX } from '../../parts/icons';
import * as words from '../../words/lists';
import * as totals from '../../words/totals';
import { GroupRows } from './GroupRows';
import { underHeadings } from './headings';
import classes from './List.module.css';
import { filterOn } from './shape';

interface Props {
  list: Pick<CommandInput<'list.groups'>, 'entity' | 'quick' | 'filters'>;
  fields: FieldView[];
  /** Keys of the columns in sight. */
  shown: string[];
  /** The field of the groups, then the one inside each. */
  by: string[];
  onBy: (keys: string[]) => void;
  onFilters: (filters: Filter[]) => void;
}

const MOST = 300;

/** The values of a column with their counts and sums, one column inside another; one of them pressed narrows the list. */
export function Groups({ list, fields, shown, by, onBy, onFilters }: Props) {
  const [first = '', second = ''] = by;
  const sums = summable(fields);
  const [wanted, setWanted] = useState<string | null>(null);
  const added =
    wanted ?? sums.find((field) => field.kind === 'money' && shown.includes(field.key))?.key;
  const others = list.filters.filter((filter) => !by.includes(filter.field));
  const groups = useRead(
    'list.groups',
    {
      ...list,
      filters: others,
      field: first,
      then: second === '' ? [] : [second],
      sums: added ? [added] : [],
      order: 'count',
      limit: MOST,
    },
    { keep: true },
  );
  const held = by.map((key) => list.filters.find((filter) => filter.field === key));

  function press(path: Nest[]) {
    const next = path.map((group, depth) => filterOn(fieldOf(by[depth]), group.value));
    const same = by.every(
      (_, depth) => JSON.stringify(held[depth]) === JSON.stringify(next[depth]),
    );
    onFilters(same ? others : [...others, ...next]);
  }
  const fieldOf = (key: string | undefined) => fields.find((found) => found.key === key);

  return (
    <aside className={classes.groups} aria-label={words.groupBy}>
      <div className={classes.groupsHead}>
        <NativeSelect
          aria-label={words.groupField}
          value={first}
          onChange={(event) => {
            const key = event.currentTarget.value;
            onBy(second === '' || second === key ? [key] : [key, second]);
          }}
          data={underHeadings(fields)}
        />
        <ActionIcon variant="subtle" aria-label={words.closeGroups} onClick={() => onBy([])}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
        <NativeSelect
          aria-label={words.groupThen}
          value={second}
          onChange={(event) =>
            onBy(event.currentTarget.value === '' ? [first] : [first, event.currentTarget.value])
          }
          data={[
            { value: '', label: words.groupThenNone },
            ...(underHeadings(fields.filter(({ key }) => key !== first)) as {
              value: string;
              label: string;
            }[]),
          ]}
        />
        {sums.length > 0 && (
          <NativeSelect
            aria-label={words.groupSum}
            value={added ?? ''}
            onChange={(event) => setWanted(event.currentTarget.value)}
            data={[
              { value: '', label: words.groupSumNone },
              ...sums.map((found) => ({ value: found.key, label: words.groupSumOf(found.label) })),
            ]}
          />
        )}
      </div>
      {groups.data && (
        <GroupRows
          groups={groups.data.groups}
          fields={by.map(fieldOf)}
          held={held}
          sum={(group) => {
            const field = fieldOf(groups.data.sums[0]);
            return field ? totals.amount(field, group.sums[0] ?? 0) : null;
          }}
          onPress={press}
        />
      )}
      {groups.data && groups.data.distinct > groups.data.groups.length && (
        <p className={classes.groupsMore}>
          {words.groupsShown(groups.data.groups.length, groups.data.distinct)}
        </p>
      )}
    </aside>
  );
}

/** Amounts and counts; what has a unit, such as kilometres, does not add up. */
export function summable(fields: FieldView[]): FieldView[] {
  const numbers = new Set(['integer', 'money', 'quantity']);
  return fields.filter((field) => numbers.has(field.kind) && field.unit === null);
}
