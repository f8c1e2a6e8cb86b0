import { ActionIcon, NativeSelect } from '@mantine/core';
import type { CommandInput, FieldView, Filter, Group } from '../../engine';
import { useRead } from '../../live/read';
import { IconX } from '../../parts/icons';
import * as words from '../../words/lists';
import { formatCount } from '../../words/typography';
import { underHeadings } from './headings';
import classes from './List.module.css';

interface Props {
  list: Pick<CommandInput<'list.groups'>, 'entity' | 'quick' | 'filters'>;
  fields: FieldView[];
  by: string;
  onBy: (key: string) => void;
  onFilters: (filters: Filter[]) => void;
  onClose: () => void;
}

const MOST = 300;

/** The values of a column with their counts; one of them pressed narrows the list. */
export function Groups({ list, fields, by, onBy, onFilters, onClose }: Props) {
  const field = fields.find((found) => found.key === by);
  const mine = list.filters.find((filter) => filter.field === by);
  const others = list.filters.filter((filter) => filter.field !== by);
  const groups = useRead(
    'list.groups',
    { ...list, filters: others, field: by, order: 'count', limit: MOST },
    { keep: true },
  );

  function press(group: Group) {
    const next = filterOn(field, group.value);
    const same = mine !== undefined && JSON.stringify(mine) === JSON.stringify(next);
    onFilters(same ? others : [...others, next]);
  }

  return (
    <aside className={classes.groups} aria-label={words.groupBy}>
      <div className={classes.groupsHead}>
        <NativeSelect
          aria-label={words.groupField}
          value={by}
          onChange={(event) => onBy(event.currentTarget.value)}
          data={underHeadings(fields)}
        />
        <ActionIcon variant="subtle" aria-label={words.closeGroups} onClick={onClose}>
          <IconX size={16} aria-hidden />
        </ActionIcon>
      </div>
      <ul className={classes.groupsList}>
        {groups.data?.groups.map((group) => {
          const text = words.valueText(field, group.value, group.name);
          const pressed =
            mine !== undefined &&
            JSON.stringify(mine) === JSON.stringify(filterOn(field, group.value));
          return (
            <li key={String(group.value)}>
              <button type="button" aria-pressed={pressed} onClick={() => press(group)}>
                <span data-blank={group.value === null || undefined}>{text}</span>
                <span className={classes.groupCount}>{formatCount(group.count)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {groups.data && groups.data.distinct > groups.data.groups.length && (
        <p className={classes.groupsMore}>
          {words.groupsShown(groups.data.groups.length, groups.data.distinct)}
        </p>
      )}
    </aside>
  );
}

/** Keeps the rows of a group: days are grouped by month. */
export function filterOn(field: FieldView | undefined, value: Filter['values'][number]): Filter {
  const dated = field?.kind === 'date' || field?.kind === 'date_time';
  if (field && dated && value !== null)
    return { field: field.key, values: [], from: value, to: value };
  return { field: field?.key ?? '', values: [value] };
}
