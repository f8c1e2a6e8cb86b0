import { useState } from 'react';
import type { FieldView, Filter, Nest } from '../../engine';
import { IconArrowDown, IconArrowRight } from '../../parts/icons';
import * as words from '../../words/lists';
import { formatCount } from '../../words/typography';
import classes from './List.module.css';
import { filterOn } from './shape';

interface Props {
  groups: Nest[];
  /** The field of each step. */
  fields: (FieldView | undefined)[];
  /** The filter in force on each of these fields. */
  held: (Filter | undefined)[];
  sum: (group: Nest) => string | null;
  /** A group, after those that hold it. */
  onPress: (path: Nest[]) => void;
  within?: Nest[];
}

/** Groups, each opened on those inside it. */
export function GroupRows({ groups, fields, held, sum, onPress, within = [] }: Props) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const field = fields[within.length];
  const toggle = (key: string) =>
    setOpen((now) => {
      const next = new Set(now);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  return (
    <ul className={classes.groupsList} data-inside={within.length > 0 || undefined}>
      {groups.map((group) => {
        const key = String(group.value);
        const text = words.valueText(field, group.value, group.name);
        const path = [...within, group];
        const total = sum(group);
        return (
          <li key={key}>
            <div className={classes.group}>
              {group.groups.length > 0 && (
                <button
                  type="button"
                  className={classes.groupOpen}
                  aria-expanded={open.has(key)}
                  aria-label={words.groupInside(text)}
                  onClick={() => toggle(key)}
                >
                  {open.has(key) ? (
                    <IconArrowDown size={14} aria-hidden />
                  ) : (
                    <IconArrowRight size={14} aria-hidden />
                  )}
                </button>
              )}
              <button
                type="button"
                className={classes.groupName}
                aria-pressed={isHeld(path, fields, held)}
                onClick={() => onPress(path)}
              >
                <span data-blank={group.value === null || undefined}>{text}</span>
                {total !== null && <span className={classes.groupSum}>{total}</span>}
                <span className={classes.groupCount}>{formatCount(group.count)}</span>
              </button>
            </div>
            {open.has(key) && (
              <GroupRows
                groups={group.groups}
                fields={fields}
                held={held}
                sum={sum}
                onPress={onPress}
                within={path}
              />
            )}
            {open.has(key) && group.inside > group.groups.length && (
              <p className={classes.groupsMore}>
                {words.groupsShown(group.groups.length, group.inside)}
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Is the list narrowed to this very group? */
function isHeld(path: Nest[], fields: Props['fields'], held: Props['held']): boolean {
  return held.every((filter, depth) => {
    const group = path[depth];
    if (!group) return filter === undefined;
    return JSON.stringify(filter) === JSON.stringify(filterOn(fields[depth], group.value));
  });
}
