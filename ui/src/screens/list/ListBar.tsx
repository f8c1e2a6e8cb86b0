import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useLocation } from 'wouter';
import type { Entity, FieldView, Filter } from '../../engine';
import { addFieldAddress, extensible } from '../../live/lists';
import { ColumnChooser } from '../../parts/grid/ColumnChooser';
import type { Layout } from '../../parts/grid/layout';
import { IconDownload, IconListCheck, IconPrinter, IconSearch } from '../../parts/icons';
import { LeadViews } from '../../parts/LeadViews';
import * as customers from '../../words/clients';
import * as words from '../../words/lists';
import { FilterButton } from './Filters';
import classes from './List.module.css';
import { newButtons, segments } from './shape';

interface Props {
  entity: Entity;
  fields: FieldView[];
  text: string;
  onText: (text: string) => void;
  /** The values of the segments, by field. */
  picked: Record<string, string>;
  onPick: (key: string, value: string) => void;
  by: string[];
  onBy: (keys: string[]) => void;
  filters: Filter[];
  onFilters: (filters: Filter[]) => void;
  layout: Layout;
  onLayout: (layout: Layout) => void;
  onPrint: () => void;
  onExport: () => void;
}

/** What narrows, arranges and exports a list. */
export function ListBar(props: Props) {
  const { entity, fields, text, onText, picked, onPick, by, onBy } = props;
  const { filters, onFilters, layout, onLayout, onPrint, onExport } = props;
  const grouped = by.length > 0;
  const start = fields.find((field) => field.kind === 'choice') ?? fields[0];
  const [, go] = useLocation();
  return (
    <div className={classes.bar}>
      <h1 className={classes.title}>{words.title(entity)}</h1>
      {entity === 'lead' && <LeadViews shown="list" />}
      <TextInput
        className={classes.quick}
        aria-label={customers.quick}
        placeholder={words.quickHint(entity)}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      {segments(entity, fields).map(({ key, label, data }) => (
        <SegmentedControl
          key={key}
          size="xs"
          aria-label={label}
          value={picked[key] ?? ''}
          onChange={(value) => onPick(key, value)}
          data={data}
        />
      ))}
      <div className={classes.tools}>
        <Button
          variant={grouped ? 'light' : 'default'}
          px="xs"
          title={words.groupHint}
          aria-label={words.groupBy}
          aria-pressed={grouped}
          onClick={() => onBy(grouped || !start ? [] : [start.key])}
        >
          <IconListCheck size={16} aria-hidden />
        </Button>
        <FilterButton fields={fields} filters={filters} onFilters={onFilters} />
        <ColumnChooser
          fields={fields}
          layout={layout}
          onLayout={onLayout}
          onAdd={extensible.includes(entity) ? () => go(addFieldAddress(entity)) : undefined}
        />
        <Button.Group>
          <Button
            variant="default"
            px="xs"
            title={words.printHint}
            aria-label={words.printList}
            onClick={onPrint}
          >
            <IconPrinter size={16} aria-hidden />
          </Button>
          <Button
            variant="default"
            px="xs"
            title={words.exportHint}
            aria-label={words.exportList}
            onClick={onExport}
          >
            <IconDownload size={16} aria-hidden />
          </Button>
        </Button.Group>
        {newButtons(entity)}
      </div>
    </div>
  );
}
