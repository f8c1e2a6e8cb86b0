import { ActionIcon, Button, Checkbox, Popover } from '@mantine/core';
import type { FieldView } from '../../engine/types';
import * as words from '../../words/grid';
import { IconArrowDown, IconArrowUp, IconColumns3, IconGripVertical } from '../icons';
import classes from './ColumnChooser.module.css';
import { moveColumn, nudgeColumn, setHidden, startLayout, type Layout } from './layout';

interface Props {
  fields: FieldView[];
  layout: Layout;
  onLayout: (layout: Layout) => void;
}

/** Which columns are shown, and in which order: by boxes, by buttons, by dragging. */
export function ColumnChooser({ fields, layout, onLayout }: Props) {
  const labels = new Map(fields.map((field) => [field.key, field.label]));
  const [pinned, ...columns] = layout.columns;
  return (
    <Popover position="bottom-end" trapFocus withinPortal shadow="md" width={320}>
      <Popover.Target>
        <Button variant="default" px="xs" title={words.columnsHint} aria-label={words.columns}>
          <IconColumns3 size={16} aria-hidden />
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.columnsHint} p={8}>
        <ul className={classes.list}>
          {columns.map(({ key, hidden }, at) => {
            const label = labels.get(key) ?? key;
            return (
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
                  label={label}
                  aria-label={words.show(label)}
                  checked={!hidden}
                  onChange={(event) =>
                    onLayout(setHidden(layout, key, !event.currentTarget.checked))
                  }
                />
                <ActionIcon
                  variant="subtle"
                  aria-label={words.moveUp(label)}
                  disabled={at === 0}
                  onClick={() => onLayout(nudgeColumn(layout, key, -1, false))}
                >
                  <IconArrowUp size={15} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  aria-label={words.moveDown(label)}
                  disabled={at === columns.length - 1}
                  onClick={() => onLayout(nudgeColumn(layout, key, 1, false))}
                >
                  <IconArrowDown size={15} aria-hidden />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
        <Button
          variant="subtle"
          fullWidth
          onClick={() => onLayout({ ...startLayout(fields), sorts: layout.sorts })}
          disabled={!pinned}
        >
          {words.resetColumns}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}
