import { useQueries } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { call, type EngineFailure, type ListPage, type ListRow, type Value } from '../../engine';
import { queryClient } from '../../live/client';
import type { CommandInput } from '../../engine';

export const PAGE = 100;

/** What list is asked for; the page is added to it. */
export type ListQuery = Omit<CommandInput<'list.page'>, 'offset' | 'limit'>;

export interface Rows {
  total: number | null;
  /** What is shown is still the former list: another one is being read. */
  former: boolean;
  failure: EngineFailure | null;
  rowAt: (index: number) => ListRow | undefined;
  onWindow: (first: number, last: number) => void;
  refsBetween: (first: number, last: number) => Promise<string[]>;
  /** What the records are called that the rows refer to. */
  names: ReadonlyMap<string, string>;
  /** The last value asked for of a row in sight. */
  lastOf: (ref: string) => Value;
  again: () => void;
}

const pageQuery = (query: ListQuery, page: number) => ({
  queryKey: ['list.page', query, page],
  queryFn: () => call('list.page', { ...query, offset: page * PAGE, limit: PAGE }),
});

/** The rows of a list of any length, fetched by pages as they come in sight. */
export function useRows(query: ListQuery): Rows {
  const [pages, setPages] = useState([0]);
  const key = JSON.stringify(query);
  const results = useQueries({ queries: pages.map((page) => pageQuery(query, page)) });

  // While another list is read, the former one stays in sight.
  const kept = useRef<{ key: string; pages: Map<number, ListPage> }>({ key, pages: new Map() });
  const fresh = new Map<number, ListPage>();
  results.forEach((result, at) => {
    const page = pages[at];
    if (result.data && page !== undefined) fresh.set(page, result.data as ListPage);
  });
  if (fresh.size > 0 && kept.current.key !== key) kept.current = { key, pages: new Map() };
  if (kept.current.key === key)
    for (const [page, data] of fresh) kept.current.pages.set(page, data);
  const shown = kept.current.pages;
  const newest = fresh.values().next().value ?? shown.values().next().value;

  const onWindow = useCallback((first: number, last: number) => {
    const from = Math.max(0, Math.floor((first - PAGE / 4) / PAGE));
    const to = Math.floor((last + PAGE / 4) / PAGE);
    setPages((now) => {
      const next = Array.from({ length: to - from + 1 }, (_, at) => from + at);
      return now.join() === next.join() ? now : next;
    });
  }, []);

  async function refsBetween(first: number, last: number): Promise<string[]> {
    const refs: string[] = [];
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) {
      const { rows } = await queryClient.fetchQuery(pageQuery(query, page));
      rows.forEach((row, at) => {
        const index = page * PAGE + at;
        if (index >= first && index <= last) refs.push(row.ref);
      });
    }
    return refs;
  }

  const names = new Map<string, string>();
  for (const page of shown.values())
    for (const [ref, name] of Object.entries(page.names)) if (name) names.set(ref, name);

  function lastOf(ref: string): Value {
    for (const page of shown.values()) {
      const row = page.rows.find((found) => found.ref === ref);
      if (row) return row.values[row.values.length - 1] ?? null;
    }
    return null;
  }

  return {
    names,
    lastOf,
    total: newest?.total ?? null,
    former: kept.current.key !== key,
    failure: (results.find((result) => result.error)?.error as EngineFailure | undefined) ?? null,
    rowAt: (index) => shown.get(Math.floor(index / PAGE))?.rows[index % PAGE],
    onWindow,
    refsBetween,
    again: () => results.forEach((result) => void result.refetch()),
  };
}
