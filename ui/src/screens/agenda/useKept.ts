import { usePreference } from '../../live/preference';
import { useRead } from '../../live/read';
import { useSession } from '../../live/session';
import type { View } from '../../words/agenda';

/** What stays from one visit to the next. */
export interface Kept {
  view: View;
  /** Empty: what nobody is in charge of; null: everybody's. */
  owner: string | null;
  site: string | null;
  /** Zones whose school holidays are shown. */
  zones: string[];
  /** What is to be placed stands beside the agenda. */
  panel: boolean;
}

/** One's own agenda, of one's own dealership, until something else is chosen. */
export function useKept(): [Kept, (kept: Kept) => void] {
  const { user, staff, group } = useSession();
  const me = staff.find(({ name }) => name === user);
  const home = me?.site ?? group.sites[0]?.name;
  const sites = useRead('calendar.read', {}, { keep: true }).data?.sites;
  const zone = sites?.find(({ site }) => site === home)?.zone;
  const start: Kept = {
    view: 'semaine',
    owner: me?.name ?? null,
    site: null,
    zones: zone ? [zone] : [],
    panel: true,
  };
  const parse = (text: string) => {
    const kept = JSON.parse(text) as Partial<Kept> | null;
    return kept ? { ...start, ...kept } : null;
  };
  const [kept, setKept] = usePreference<Kept>('agenda', parse, start);
  return [kept, setKept];
}
