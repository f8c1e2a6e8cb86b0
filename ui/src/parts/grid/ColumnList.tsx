import { ActionIcon, Checkbox, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { FieldView } from '../../engine/types';
import * as words from '../../words/grid';
import { holdsWords } from '../../words/typed';
import { IconArrowDown, IconArrowUp, IconGripVertical, IconSearch } from '../icons';
import classes from './ColumnChooser.module.css';
import { moveColumn, nudgeColumn, setHidden, showColumn, type Layout } from './layout';

interface Props {
  fields: FieldView[];
  layout: Layout;
  onLayout: (layout: Layout) => void;
}

/** The columns shown, in their order; then the others under the headings of the catalogue. A word narrows both. */
export function ColumnList({ fields, layout, onLayout }: Props) {
  const [text, setText] = useState('');
  const list = useRef<HTMLDivElement>(null);
  // A box that is pressed goes to another heading: who works by keyboard follows it.
  const arrange = (key: string, next: Layout) => {
    onLayout(next);
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-column="${key}"]`)?.focus(),
    );
  };
  const known = new Map(fields.map((field) => [field.key, field]));
  const wanted = (key: string) => {
    const field = known.get(key);
    return field !== undefined && holdsWords(`${field.label} ${field.group}`, text);
  };
  const label = (key: string) => known.get(key)?.label ?? key;
  const [, ...columns] = layout.columns;
  const shown = columns.filter((column) => !column.hidden);
  const found = shown.filter((column) => wanted(column.key));
  const hidden = groupsOf(
    fields,
    columns.filter((column) => column.hidden && wanted(column.key)).map((column) => column.key),
  );
  return (
    <>
      <TextInput
        size="xs"
        data-autofocus
        aria-label={words.findColumn}
        placeholder={words.findColumn}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        className={classes.find}
      />
      <div ref={list} className={classes.list} tabIndex={-1}>
        {found.length === 0 && hidden.length === 0 && (
          <p className={classes.nothing}>{words.noColumn}</p>
        )}
        {found.length > 0 && (
          <section aria-label={words.shownColumns}>
            <h2 className={classes.heading}>{words.shownColumns}</h2>
            <ul>
              {found.map(({ key }) => (
                <li
                  key={key}
                  className={classes.item}
                  draggable
                  onDragStart={(event) => event.dataTransfer.setData('text/column', key)}
                  onDragOver={(event) => event.preventDefault()}
                  onDrop={(event) => {
                    event.preventDefault();
                    onLayout(moveColumn(layout, event.dataTransfer.getData('text/column'), key));
                  }}
                >
                  <IconGripVertical size={14} aria-hidden className={classes.grip} />
                  <Checkbox
                    className={classes.box}
                    label={label(key)}
                    aria-label={words.show(label(key))}
                    checked
                    data-column={key}
                    onChange={() => arrange(key, setHidden(layout, key, true))}
                  />
                  <Nudge way={-1} of={key} {...{ shown, label: label(key), layout, onLayout }} />
                  <Nudge way={1} of={key} {...{ shown, label: label(key), layout, onLayout }} />
                </li>
              ))}
            </ul>
          </section>
        )}
        {hidden.map((group) => (
          <section key={group.name} aria-label={group.name || words.otherColumns}>
            <h2 className={classes.heading}>{group.name || words.otherColumns}</h2>
            <ul>
              {group.keys.map((key) => (
                <li key={key} className={classes.item}>
                  <Checkbox
                    className={classes.box}
                    label={label(key)}
                    aria-label={words.show(label(key))}
                    checked={false}
                    data-column={key}
                    onChange={() => arrange(key, showColumn(layout, key))}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

interface NudgeProps {
  way: -1 | 1;
  of: string;
  label: string;
  shown: Layout['columns'];
  layout: Layout;
  onLayout: (layout: Layout) => void;
}

function Nudge({ way, of, label, shown, layout, onLayout }: NudgeProps) {
  const at = shown.findIndex((column) => column.key === of);
  const Icon = way < 0 ? IconArrowUp : IconArrowDown;
  return (
    <ActionIcon
      variant="subtle"
      aria-label={way < 0 ? words.moveUp(label) : words.moveDown(label)}
      disabled={shown[at + way] === undefined}
      onClick={() => onLayout(nudgeColumn(layout, of, way, true))}
    >
      <Icon size={15} aria-hidden />
    </ActionIcon>
  );
}

/** Columns by heading, both in the order of the catalogue. */
function groupsOf(fields: FieldView[], keys: string[]): { name: string; keys: string[] }[] {
  const groups = new Map<string, string[]>();
  for (const { key, group } of fields) {
    if (keys.includes(key)) groups.set(group, [...(groups.get(group) ?? []), key]);
  }
  return [...groups].map(([name, found]) => ({ name, keys: found }));
}
