import { useEffect, useMemo } from 'react';
import type { Check, CheckView } from '../../engine';
import { usePreference } from '../../live/preference';
import { useSession } from '../../live/session';

export type Counts = Partial<Record<Check, number>>;

interface Kept {
  /** The base they were counted on. */
  base: string;
  most: Counts;
}

function parse(text: string): Kept | null {
  const found = JSON.parse(text) as Partial<Kept> | null;
  return found?.base && found.most ? { base: found.base, most: found.most } : null;
}

/** The greatest count of each check on this base: what progress is measured from. */
export function useMostEver(checks: CheckView[]): Counts {
  const { base } = useSession();
  const name = `${base.seed}/${base.date}/${base.size}/${base.own}`;
  const [kept, keep, known] = usePreference<Kept>('cleaning.most', parse, { base: '', most: {} });
  const most = useMemo(() => {
    const before = kept.base === name ? kept.most : {};
    const now: Counts = {};
    for (const { check, count } of checks) now[check] = Math.max(count, before[check] ?? 0);
    return now;
  }, [kept, name, checks]);
  useEffect(() => {
    if (!known || checks.length === 0) return;
    const same =
      kept.base === name && checks.every(({ check }) => kept.most[check] === most[check]);
    if (!same) keep({ base: name, most });
  }, [known, checks, kept, name, most, keep]);
  return most;
}
