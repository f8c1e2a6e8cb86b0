import { QueryClient } from '@tanstack/react-query';

/** Reads of the engine as React keeps them. The engine is local: no network mode, no retry. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      staleTime: 60_000,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** Reads that no change can make stale. */
const LASTING = new Set(['preference.read', 'place.find']);

/** Everything shown is read again: a change may touch any computed value. */
export function readAgain(): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: (query) => !LASTING.has(String(query.queryKey[0])),
  });
}
