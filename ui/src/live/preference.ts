import { useCallback, useRef, useState } from 'react';
import { call } from '../engine';
import { queryClient } from './client';
import { sayFailure } from './change';
import { useRead } from './read';

const WRITE_AFTER_MS = 400;

/** A choice kept by the engine from one day to the next; `parse` refuses what an older version wrote. */
export function usePreference<T>(
  key: string,
  parse: (text: string) => T | null,
  start: T,
): [T, (next: T) => void, boolean] {
  const stored = useRead('preference.read', { key });
  const [mine, setMine] = useState<T | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const write = useCallback(
    (next: T) => {
      setMine(next);
      const value = JSON.stringify(next);
      queryClient.setQueryData(['preference.read', { key }], { value });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        call('preference.write', { key, value }).catch(sayFailure);
      }, WRITE_AFTER_MS);
    },
    [key],
  );

  const text = stored.data?.value;
  const kept = mine ?? (text ? parse(text) : null) ?? start;
  return [kept, write, stored.isSuccess || stored.isError];
}

/** Reads a yes or a no that was kept; nothing for anything else. */
export const readFlag = (text: string): boolean | null =>
  text === 'true' ? true : text === 'false' ? false : null;
