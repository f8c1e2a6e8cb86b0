import { ActionIcon, NativeSelect } from '@mantine/core';
import type { Entity, Sort } from '../../engine';
import { useFields } from '../../live/catalogue';
import { IconX } from '../../parts/icons';
import * as words from '../../words/targeting';
import classes from './Targeting.module.css';

interface Props {
  entity: Entity;
  sorts: Sort[];
  onSorts: (sorts: Sort[]) => void;
}

const MOST = 3;

/** In what order: by one field, then by another. */
export function SortsInput({ entity, sorts, onSorts }: Props) {
  const fields = useFields(entity);
  const data = fields.map(({ key, label }) => ({ value: key, label }));
  return (
    <div className={classes.sorts}>
      <span className={classes.word}>{words.sortedBy}</span>
      {sorts.map((sort, at) => (
        <span key={at} className={classes.operand}>
          <NativeSelect
            size="xs"
            aria-label={words.sortField(at)}
            value={sort.field}
            onChange={(event) =>
              onSorts(
                sorts.map((kept, place) =>
                  place === at ? { ...kept, field: event.currentTarget.value } : kept,
                ),
              )
            }
            data={data}
          />
          <NativeSelect
            size="xs"
            aria-label={words.sortWay(at)}
            value={sort.descending ? 'down' : 'up'}
            onChange={(event) =>
              onSorts(
                sorts.map((kept, place) =>
                  place === at
                    ? { ...kept, descending: event.currentTarget.value === 'down' }
                    : kept,
                ),
              )
            }
            data={words.ways}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={words.removeSort(at)}
            onClick={() => onSorts(sorts.filter((_, place) => place !== at))}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </span>
      ))}
      {sorts.length < MOST && (
        <button
          type="button"
          className={classes.plain}
          onClick={() =>
            onSorts([...sorts, { field: fields[0]?.key ?? 'name', descending: false }])
          }
        >
          {words.addSort}
        </button>
      )}
    </div>
  );
}
