import { useCallback, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import type { Entity, FieldView, Filter, ListRow, Value } from '../../engine';
import { useFields } from '../../live/catalogue';
import { change } from '../../live/change';
import { usePaused } from '../../live/debounce';
import { usePreference } from '../../live/preference';
import { exportList } from '../../live/workbook';
import { DataGrid } from '../../parts/grid/DataGrid';
import { parseLayout, reconcile, startLayout, type Layout } from '../../parts/grid/layout';
import { countSelected, nobody, type Selection } from '../../parts/grid/selection';
import { Trouble } from '../../parts/Trouble';
import { failureSentence, problemSentence } from '../../words/errors';
import * as words from '../../words/lists';
import { BulkEdit } from './BulkEdit';
import { CellMenu } from './CellMenu';
import { FilterChips } from './Filters';
import { Groups } from './Groups';
import classes from './List.module.css';
import { ListBar } from './ListBar';
import { NoRows } from './NoRows';
import { cellOf, hiddenColumn, knownFilters, segment, shownColumns, startSorts } from './shape';
import { StatusBar } from './StatusBar';
import { useRows, type ListQuery } from './useRows';

interface Props {
  entity: Entity;
  /** Filters that the address brings. */
  start: Filter[];
}

/** All records of a kind in one list: columns, sorts, filters and groups as the person arranged them. */
export default function ListScreen({ entity, start }: Props) {
  const [, go] = useLocation();
  const fields = useFields(entity);
  const [kept, setLayout, ready] = usePreference<Layout>(
    entity === 'customer' ? 'clients.layout' : `list.${entity}`,
    parseLayout,
    startSorts(entity, startLayout(fields)),
  );
  const layout = useMemo(() => reconcile(kept, fields), [kept, fields]);
  const [text, setText] = useState('');
  const [picked, setPicked] = useState<Record<string, string>>({});
  const [asked, setFilters] = useState(start);
  const [selection, setSelection] = useState<Selection>(nobody);
  const [grouped, setBy] = useState<string | null>(null);
  const by = fields.some((field) => field.key === grouped) ? grouped : null;
  const [bulk, setBulk] = useState(false);
  const quick = usePaused(text.trim(), 120);

  const filters = useMemo(() => knownFilters(asked, fields), [asked, fields]);
  const columns = useMemo(() => shownColumns(layout, fields), [layout, fields]);
  const allFilters = useMemo(
    () => [...filters, ...Object.entries(picked).flatMap(([key, value]) => segment(key, value))],
    [filters, picked],
  );
  const hidden = hiddenColumn(entity);
  const query = useMemo<ListQuery>(
    () => ({
      entity,
      // The last one is unseen: the kind of a customer, or whose record it is.
      columns: [...columns.map((column) => column.field.key), hidden],
      sorts: layout.sorts,
      quick,
      filters: allFilters,
    }),
    [entity, columns, hidden, layout.sorts, quick, allFilters],
  );
  const rows = useRows(query);
  const list = { entity, quick, filters: allFilters };
  const filtered = quick !== '' || allFilters.length > 0;
  const chosen = { ...list, sorts: layout.sorts, all: selection.all, refs: [...selection.refs] };
  const some = countSelected(selection, rows.total ?? 0) > 0;
  const commit = useCallback(async (ref: string, field: FieldView, value: Value) => {
    const outcome = await change('record.edit', { ref, values: { [field.key]: value } });
    return 'done' in outcome ? [] : outcome.problems;
  }, []);
  const open = (ref: string) => {
    if (entity === 'lead') return go(`/leads/${ref}`);
    const owner = entity === 'customer' ? ref : rows.lastOf(ref);
    if (typeof owner === 'string' && owner !== '') go(`/clients/${owner}`);
  };

  function showAll() {
    setText('');
    setPicked({});
    setFilters([]);
  }

  return (
    <div className={classes.screen}>
      <ListBar
        entity={entity}
        fields={fields}
        text={text}
        onText={setText}
        picked={picked}
        onPick={(key, value) => setPicked((now) => ({ ...now, [key]: value }))}
        by={by}
        onBy={setBy}
        filters={filters}
        onFilters={setFilters}
        layout={layout}
        onLayout={setLayout}
        onExport={() =>
          void exportList({
            columns: columns.map((column) => column.field.key),
            chosen: some ? chosen : { ...chosen, all: true, refs: [] },
          })
        }
      />
      <FilterChips
        fields={fields}
        filters={filters}
        onFilters={setFilters}
        nameOf={(ref) => rows.names.get(ref)}
      />
      <div className={classes.middle}>
        {by && (
          <Groups
            list={list}
            fields={fields}
            by={by}
            onBy={setBy}
            onFilters={(next) => {
              setPicked({});
              setFilters(next);
            }}
            onClose={() => setBy(null)}
          />
        )}
        {rows.failure && rows.total === null ? (
          <Trouble sentence={failureSentence(rows.failure.code)} onRetry={rows.again} />
        ) : rows.total === 0 ? (
          <NoRows entity={entity} filtered={filtered} onShowAll={showAll} />
        ) : (
          ready && (
            <CellMenu
              entity={entity}
              className={classes.gridBox}
              columns={columns}
              rowAt={rows.rowAt}
              nameOf={(ref) => rows.names.get(ref)}
              filters={filters}
              onFilters={setFilters}
              onGroup={setBy}
              onOpen={open}
            >
              <DataGrid
                label={words.gridOf(entity)}
                columns={columns}
                layout={layout}
                onLayout={setLayout}
                total={rows.total ?? 0}
                rowAt={rows.rowAt}
                onWindow={rows.onWindow}
                refsBetween={rows.refsBetween}
                listKey={JSON.stringify([layout.sorts, list])}
                selection={selection}
                onSelection={setSelection}
                onOpen={open}
                onCommit={commit}
                sentence={(problem) => problemSentence(problem)}
                cell={(field, value, ref) => cellOf(field, value, ref, rows.names)}
                onValues={(key) => go(`/valeurs/${entity}/${key}`)}
                canEdit={(field, row) => canEdit(entity, field, row)}
              />
            </CellMenu>
          )
        )}
      </div>
      <StatusBar
        entity={entity}
        total={rows.total}
        filtered={filtered}
        sorts={layout.sorts}
        fields={fields}
        selection={selection}
        onUnselect={() => setSelection(nobody)}
        onEdit={() => setBulk(true)}
      />
      {bulk && (
        <BulkEdit
          chosen={chosen}
          count={countSelected(selection, rows.total ?? 0)}
          fields={fields}
          onClose={() => setBulk(false)}
        />
      )}
    </div>
  );
}

/** A person has no SIREN, a company no birth date. */
function canEdit(entity: Entity, field: FieldView, row: ListRow): boolean {
  const kind = row.values[row.values.length - 1];
  if (field.kind === 'reference') return false;
  return (
    field.editable && (entity !== 'customer' || field.applies === 'both' || field.applies === kind)
  );
}
