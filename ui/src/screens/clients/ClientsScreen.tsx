import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { FieldView, Filter, ListRow, Value } from '../../engine';
import { useFields } from '../../live/catalogue';
import { change } from '../../live/change';
import { usePaused } from '../../live/debounce';
import { usePreference } from '../../live/preference';
import { ColumnChooser } from '../../parts/grid/ColumnChooser';
import { DataGrid } from '../../parts/grid/DataGrid';
import { parseLayout, reconcile, startLayout, type Layout } from '../../parts/grid/layout';
import type { ShownColumn } from '../../parts/grid/Row';
import { nobody, type Selection } from '../../parts/grid/selection';
import { IconSearch } from '../../parts/icons';
import { StatusBadge } from '../../parts/StatusBadge';
import { Trouble } from '../../parts/Trouble';
import * as words from '../../words/clients';
import { failureSentence, problemSentence } from '../../words/errors';
import classes from './Clients.module.css';
import { FilterButton, FilterChips } from './Filters';
import { NoRows } from './NoRows';
import { StatusBar } from './StatusBar';
import { useRows, type ListQuery } from './useRows';

/** All clients in one list: columns, sorts and filters as the person arranged them. */
export default function ClientsScreen() {
  const [, go] = useLocation();
  const fields = useFields('customer');
  const listable = useMemo(() => fields.filter((field) => field.kind !== 'reference'), [fields]);
  const [kept, setLayout, ready] = usePreference<Layout>(
    'clients.layout',
    parseLayout,
    startLayout(listable),
  );
  const layout = useMemo(() => reconcile(kept, listable), [kept, listable]);
  const [text, setText] = useState('');
  const [kind, setKind] = useState('');
  const [status, setStatus] = useState('');
  const [filters, setFilters] = useState<Filter[]>([]);
  const [selection, setSelection] = useState<Selection>(nobody);
  const quick = usePaused(text.trim(), 120);

  const columns = useMemo(() => shownColumns(layout, listable), [layout, listable]);
  const query = useMemo<ListQuery>(
    () => ({
      entity: 'customer',
      // The kind comes last and unseen: it says which fields a row has.
      columns: [...columns.map((column) => column.field.key), 'kind'],
      sorts: layout.sorts,
      quick,
      filters: [...filters, ...segment('kind', kind), ...segment('status', status)],
    }),
    [columns, layout.sorts, quick, filters, kind, status],
  );
  const rows = useRows(query);
  const listKey = JSON.stringify([layout.sorts, quick, filters, kind, status]);
  const filtered = quick !== '' || kind !== '' || status !== '' || filters.length > 0;

  const commit = useCallback(async (ref: string, field: FieldView, value: Value) => {
    const outcome = await change('record.edit', { ref, values: { [field.key]: value } });
    return 'done' in outcome ? [] : outcome.problems;
  }, []);
  const cell = useCallback((field: FieldView, value: Value, ref: string) => {
    if (field.key === 'status' && typeof value === 'string') return <StatusBadge status={value} />;
    if (field.key !== 'name') return undefined;
    return (
      <Link href={`/clients/${ref}`} tabIndex={-1} className={classes.name}>
        {String(value ?? ref)}
      </Link>
    );
  }, []);

  function showAll() {
    setText('');
    setKind('');
    setStatus('');
    setFilters([]);
  }

  return (
    <div className={classes.screen}>
      <div className={classes.bar}>
        <h1 className={classes.title}>{words.title}</h1>
        <TextInput
          className={classes.quick}
          aria-label={words.quick}
          placeholder={words.quickHint}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <SegmentedControl
          size="xs"
          aria-label={words.kinds}
          value={kind}
          onChange={setKind}
          data={[
            { value: '', label: words.allKinds },
            { value: 'person', label: words.persons },
            { value: 'company', label: words.companies },
          ]}
        />
        <SegmentedControl
          size="xs"
          aria-label={words.statuses}
          value={status}
          onChange={setStatus}
          data={[
            { value: '', label: words.allKinds },
            { value: 'prospect', label: words.prospects },
            { value: 'client', label: words.clients },
          ]}
        />
        <span className={classes.push} />
        <FilterButton fields={listable} filters={filters} onFilters={setFilters} />
        <ColumnChooser fields={listable} layout={layout} onLayout={setLayout} />
        <Button component={Link} href="/nouveau/societe" variant="light" px="sm">
          {words.newCompany}
        </Button>
        <Button component={Link} href="/nouveau/particulier" px="sm">
          {words.newPerson}
        </Button>
      </div>
      <FilterChips fields={listable} filters={filters} onFilters={setFilters} />
      {rows.failure && rows.total === null ? (
        <Trouble sentence={failureSentence(rows.failure.code)} onRetry={rows.again} />
      ) : rows.total === 0 ? (
        <NoRows filtered={filtered} onShowAll={showAll} />
      ) : (
        ready && (
          <DataGrid
            label={words.grid}
            columns={columns}
            layout={layout}
            onLayout={setLayout}
            total={rows.total ?? 0}
            rowAt={rows.rowAt}
            onWindow={rows.onWindow}
            refsBetween={rows.refsBetween}
            listKey={listKey}
            selection={selection}
            onSelection={setSelection}
            onOpen={(ref) => go(`/clients/${ref}`)}
            onCommit={commit}
            sentence={(problem) => problemSentence(problem)}
            cell={cell}
            canEdit={canEdit}
          />
        )
      )}
      <StatusBar
        total={rows.total}
        filtered={filtered}
        sorts={layout.sorts}
        fields={listable}
        selection={selection}
        onUnselect={() => setSelection(nobody)}
      />
    </div>
  );
}

/** A person has no SIREN, a company no birth date. */
function canEdit(field: FieldView, row: ListRow): boolean {
  const kind = row.values[row.values.length - 1];
  return field.editable && (field.applies === 'both' || field.applies === kind);
}

function segment(field: string, value: string): Filter[] {
  return value === '' ? [] : [{ field, values: [value] }];
}

function shownColumns(layout: Layout, fields: FieldView[]): ShownColumn[] {
  return layout.columns.flatMap(({ key, width, hidden }) => {
    const field = fields.find((found) => found.key === key);
    return field && !hidden ? [{ field, width }] : [];
  });
}
