import type { AgendaSlot } from '../../engine';
import { gather, type Gathered } from '../../live/gather';
import { lengthOf, minutesOf } from './time';

/** Where it stands among those at the same time: its first lane, and how many it takes. */
export function lanesOf({ slot, others }: Gathered): { lane: number; span: number } | null {
  const lanes = [slot, ...others].map(({ lane }) => lane);
  const lane = Math.min(...lanes);
  return Math.max(...lanes) - lane + 1 === lanes.length ? { lane, span: lanes.length } : null;
}

/** Where something stands, and among how many side by side. */
export interface InLanes extends Gathered {
  lane: number;
  span: number;
  lanes: number;
}

/** Gathered, but for those that stand apart among others. */
export function gatherInLanes(slots: AgendaSlot[]): InLanes[] {
  return gather(slots).flatMap((one) => {
    const place = lanesOf(one);
    const { lanes } = one.slot;
    if (place) return [{ ...one, ...place, lanes }];
    return [one.slot, ...one.others].map((slot) => ({
      slot,
      others: [],
      lane: slot.lane,
      span: 1,
      lanes,
    }));
  });
}

/** What is of the day comes before what is to be done in it. */
export const followUpsLast = (one: Gathered, other: Gathered) =>
  Number(one.slot.what === 'follow_up') - Number(other.slot.what === 'follow_up');

/** Events that have no room, together: from and to in minutes of the day. */
export interface Crowd {
  from: number;
  to: number;
  count: number;
}

/** Where more stand side by side than there is room for, the last lane says how many are not shown. */
export function inRoom(all: InLanes[], most: number): { shown: InLanes[]; crowds: Crowd[] } {
  const fits = ({ lane, span, lanes }: InLanes) => lanes <= most || lane + span < most;
  const shown = all.filter(fits).map((one) => (one.lanes <= most ? one : { ...one, lanes: most }));
  const rest = all
    .filter((one) => !fits(one))
    .map(({ slot, others }) => {
      const from = minutesOf(slot.startsAt);
      return { from, to: from + lengthOf(slot), count: 1 + others.length };
    })
    .sort((one, other) => one.from - other.from);
  const crowds: Crowd[] = [];
  for (const one of rest) {
    const last = crowds.at(-1);
    if (last && one.from < last.to) {
      last.to = Math.max(last.to, one.to);
      last.count += one.count;
    } else crowds.push({ ...one });
  }
  return { shown, crowds };
}
