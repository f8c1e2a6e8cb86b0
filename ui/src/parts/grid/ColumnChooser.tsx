import { Button, Popover } from '@mantine/core';
import type { FieldView } from '../../engine/types';
import * as words from '../../words/grid';
import { IconColumns3 } from '../icons';
import { ColumnList } from './ColumnList';
import { startLayout, type Layout } from './layout';

interface Props {
  fields: FieldView[];
  layout: Layout;
  onLayout: (layout: Layout) => void;
  /** Adds a field to the records of the list. */
  onAdd?: (() => void) | undefined;
}

/** Which columns are shown, and in which order: by boxes, by buttons, by dragging. */
export function ColumnChooser({ fields, layout, onLayout, onAdd }: Props) {
  return (
    <Popover position="bottom-end" trapFocus withinPortal shadow="md" width={340}>
      <Popover.Target>
        <Button variant="default" px="xs" title={words.columnsHint} aria-label={words.columns}>
          <IconColumns3 size={16} aria-hidden />
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.columnsHint} p={8}>
        <ColumnList fields={fields} layout={layout} onLayout={onLayout} />
        <Button
          variant="subtle"
          fullWidth
          onClick={() => onLayout({ ...startLayout(fields), sorts: layout.sorts })}
        >
          {words.resetColumns}
        </Button>
        {onAdd && (
          <Button variant="subtle" fullWidth onClick={onAdd}>
            {words.addField}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
