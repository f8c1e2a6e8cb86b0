import { useState } from 'react';
import { usePreference } from '../../live/preference';
import { useRead } from '../../live/read';
import { useSession } from '../../live/session';
import { useSent } from '../../live/toPlace';
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

/** Until somebody shows or hides it, the panel stands where there is room for it, or something in it. */
interface Chosen extends Omit<Kept, 'panel'> {
  panel: boolean | null;
}

/** Width of the page, in pixels, from which six days stay legible beside the panel. */
const ROOMY = 1100;

/** One's own agenda, of one's own dealership, until something else is chosen. */
export function useKept(): [Kept, (kept: Kept) => void] {
  const { user, staff, group } = useSession();
  const me = staff.find(({ name }) => name === user);
  const home = me?.site ?? group.sites[0]?.name;
  const sites = useRead('calendar.read', {}, { keep: true }).data?.sites;
  const zone = sites?.find(({ site }) => site === home)?.zone;
  const start: Chosen = {
    view: 'semaine',
    owner: me?.name ?? null,
    site: null,
    zones: zone ? [zone] : [],
    panel: null,
  };
  const parse = (text: string) => {
    const kept = JSON.parse(text) as Partial<Chosen> | null;
    return kept ? { ...start, ...kept } : null;
  };
  const [chosen, setChosen] = usePreference<Chosen>('agenda', parse, start);
  const somethingSent = useSent().length > 0;
  const [cameWith, setCameWith] = useState(somethingSent);
  if (somethingSent && !cameWith) setCameWith(true);
  const panel = chosen.panel ?? (cameWith || window.innerWidth >= ROOMY);
  const keep = (kept: Kept) =>
    setChosen({ ...kept, panel: kept.panel === panel ? chosen.panel : kept.panel });
  return [{ ...chosen, panel }, keep];
}
