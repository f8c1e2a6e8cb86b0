import { useCallback, useState } from 'react';
import { useLocation } from 'wouter';
import type { Entity, FieldView, Filter, ListRow, Value } from '../../engine';
import { change } from '../../live/change';
import { campaignAddress, type Narrowing } from '../../live/lists';
import { chosenToPlan, usePlan } from '../../live/toPlace';
import { exportList } from '../../live/workbook';
import { DataGrid } from '../../parts/grid/DataGrid';
import { countSelected, nobody, type Selection } from '../../parts/grid/selection';
import { Trouble } from '../../parts/Trouble';
import { selection as chosenRows } from '../../words/campaigns';
import { failureSentence, problemSentence } from '../../words/errors';
import * as words from '../../words/lists';
import { BulkEdit } from './BulkEdit';
import { CellMenu } from './CellMenu';
import { FilterChips, TargetChip } from './Filters';
import { Groups } from './Groups';
import classes from './List.module.css';
import { ListBar } from './ListBar';
import { MakeTarget } from './MakeTarget';
import { NoRows } from './NoRows';
import { PrintView } from './PrintView';
import { cellOf } from './shape';
import { StatusBar } from './StatusBar';
import { Totals } from './Totals';
import { useArranged } from './useArranged';
import { useRows } from './useRows';

interface Props {
  entity: Entity;
  /** Filters that the address brings. */
  start: Filter[];
  /** A targeting that the address brings. */
  narrowing?: Narrowing | null;
}

/** All records of a kind in one list: columns, sorts, filters and groups as the person arranged them. */
export default function ListScreen({ entity, start, narrowing = null }: Props) {
  const [, go] = useLocation();
  const plan = usePlan();
  const arranged = useArranged(entity, start, narrowing?.target);
  const { fields, layout, setLayout, columns, filters, setFilters, list, filtered } = arranged;
  const [selection, setSelection] = useState<Selection>(nobody);
  const [grouped, setBy] = useState<string[]>([]);
  const by = grouped.filter((key) => fields.some((field) => field.key === key));
  const [bulk, setBulk] = useState(false);
  const [printing, setPrinting] = useState(false);
  const rows = useRows(arranged.query);
  const chosen = { ...list, sorts: layout.sorts, all: selection.all, refs: [...selection.refs] };
  const count = countSelected(selection, rows.total ?? 0);
  const wanted = count > 0 ? chosen : { ...chosen, all: true, refs: [] };
  const keys = columns.map((column) => column.field.key);

  const commit = useCallback(async (ref: string, field: FieldView, value: Value) => {
    const outcome = await change('record.edit', { ref, values: { [field.key]: value } });
    return 'done' in outcome ? [] : outcome.problems;
  }, []);
  const open = (ref: string) => {
    if (entity === 'lead') return go(`/leads/${ref}`);
    const owner = entity === 'customer' ? ref : rows.lastOf(ref);
    if (typeof owner === 'string' && owner !== '') go(`/clients/${owner}`);
  };
  const nameOf = (ref: string) => rows.names.get(ref);

  if (printing) {
    return (
      <PrintView
        chosen={wanted}
        some={count > 0}
        columns={columns}
        fields={fields}
        by={by}
        nameOf={nameOf}
        onClose={() => setPrinting(false)}
      />
    );
  }
  return (
    <div className={classes.screen}>
      <ListBar
        entity={entity}
        fields={fields}
        text={arranged.text}
        onText={arranged.setText}
        picked={arranged.picked}
        onPick={arranged.pick}
        by={by}
        onBy={setBy}
        filters={filters}
        onFilters={setFilters}
        layout={layout}
        onLayout={setLayout}
        onPrint={() => setPrinting(true)}
        onExport={() => void exportList({ columns: keys, chosen: wanted })}
      />
      {narrowing && arranged.targeted && (
        <TargetChip title={narrowing.title} onLeave={arranged.untarget} />
      )}
      <FilterChips fields={fields} filters={filters} onFilters={setFilters} nameOf={nameOf} />
      <div className={classes.middle}>
        {by.length > 0 && (
          <Groups
            list={list}
            fields={fields}
            shown={keys}
            by={by}
            onBy={setBy}
            onFilters={arranged.narrow}
          />
        )}
        {rows.failure && rows.total === null ? (
          <Trouble sentence={failureSentence(rows.failure.code)} onRetry={rows.again} />
        ) : rows.total === 0 ? (
          <NoRows entity={entity} filtered={filtered} onShowAll={arranged.showAll} />
        ) : (
          arranged.ready && (
            <CellMenu
              entity={entity}
              className={classes.gridBox}
              columns={columns}
              rowAt={rows.rowAt}
              nameOf={nameOf}
              filters={filters}
              onFilters={setFilters}
              onGroup={(key) => setBy([key])}
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
      <Totals key={String(count > 0)} chosen={wanted} some={count > 0} columns={columns} />
      <StatusBar
        entity={entity}
        total={rows.total}
        former={rows.former}
        filtered={filtered}
        sorts={layout.sorts}
        fields={fields}
        selection={selection}
        onUnselect={() => setSelection(nobody)}
        onEdit={() => setBulk(true)}
        onPlan={() => void chosenToPlan(chosen).then((sent) => sent.length > 0 && plan(sent))}
        write={
          entity === 'customer' || entity === 'vehicle'
            ? campaignAddress({ title: chosenRows(words.countOf(entity, count)), chosen })
            : null
        }
      >
        <MakeTarget list={list} />
      </StatusBar>
      {bulk && (
        <BulkEdit chosen={chosen} count={count} fields={fields} onClose={() => setBulk(false)} />
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
