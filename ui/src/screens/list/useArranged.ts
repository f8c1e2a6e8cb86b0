import { useMemo, useState } from 'react';
import type { Entity, Filter, Target } from '../../engine';
import { useFields, useKnown } from '../../live/catalogue';
import { usePaused } from '../../live/debounce';
import { usePreference } from '../../live/preference';
import { parseLayout, reconcile, startLayout, type Layout } from '../../parts/grid/layout';
import { hiddenColumn, knownFilters, segment, shownColumns, startSorts } from './shape';
import type { ListQuery } from './useRows';

/** How a person arranged a list: columns, sorts, words and filters, and what is asked of the engine for it. */
export function useArranged(entity: Entity, start: Filter[], narrowed?: Target) {
  const fields = useFields(entity);
  const [kept, setLayout, ready] = usePreference<Layout>(
    entity === 'customer' ? 'clients.layout' : `list.${entity}`,
    parseLayout,
    startSorts(entity, startLayout(fields)),
  );
  const layout = useMemo(() => reconcile(kept, fields), [kept, fields]);
  const [text, setText] = useState('');
  const [picked, setPicked] = useState<Record<string, string>>({});
  const [target, setTarget] = useState(narrowed);
  const [asked, setFilters] = useState(start);
  const catalogue = useKnown();
  const filters = useMemo(() => knownFilters(asked, catalogue, entity), [asked, catalogue, entity]);
  const quick = usePaused(text.trim(), 120);
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
      ...(target && { target }),
    }),
    [entity, columns, hidden, layout.sorts, quick, allFilters, target],
  );

  function showAll() {
    setText('');
    setPicked({});
    setFilters([]);
    setTarget(undefined);
  }

  return {
    fields,
    layout,
    setLayout,
    ready,
    columns,
    text,
    setText,
    picked,
    pick: (key: string, value: string) => setPicked((now) => ({ ...now, [key]: value })),
    filters,
    setFilters,
    /** Filters that take the place of all others, segments included. */
    narrow: (next: Filter[]) => {
      setPicked({});
      setFilters(next);
    },
    query,
    list: { entity, quick, filters: allFilters, ...(target && { target }) },
    filtered: quick !== '' || allFilters.length > 0 || target !== undefined,
    targeted: target !== undefined,
    untarget: () => setTarget(undefined),
    showAll,
  };
}
