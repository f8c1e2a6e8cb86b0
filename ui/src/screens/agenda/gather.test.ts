import { describe, expect, it } from 'vitest';
import type { AgendaSlot } from '../../engine';
import { gather } from '../../live/gather';
import { gatherInLanes, inRoom } from './gather';

const meeting: AgendaSlot = {
  ref: 'R1',
  day: '2026-11-23',
  what: 'entry',
  title: 'Réunion commerciale',
  kind: 'Réunion',
  startsAt: '2026-11-23T08:30',
  endsAt: '2026-11-23T09:15',
  above: false,
  allDay: false,
  owner: 'Sofia Haddad',
  place: 'Salle de réunion',
  state: null,
  customer: null,
  vehicle: null,
  lead: null,
  series: true,
  movedFrom: null,
  lane: 0,
  lanes: 3,
  clash: null,
};
const karim = { ...meeting, ref: 'R2', owner: 'Karim Ziani', lane: 1 };
const shape = (found: { slot: AgendaSlot; others: AgendaSlot[] }[]) =>
  found.map(({ slot, others }) => [slot.ref, ...others.map(({ ref }) => ref)]);

describe('events gathered', () => {
  it('are the same thing at the same time', () => {
    expect(shape(gather([meeting, karim]))).toEqual([['R1', 'R2']]);
    expect(shape(gather([meeting, { ...karim, startsAt: '2026-11-23T08:45' }]))).toHaveLength(2);
  });

  it('are nobody’s in particular: a customer is met by one person', () => {
    const customer = { ref: 'C1', label: 'Marie Joly' };
    expect(gather([meeting, karim].map((slot) => ({ ...slot, customer })))).toHaveLength(2);
  });

  it('stand side by side, else each where it is', () => {
    expect(gatherInLanes([meeting, karim])).toMatchObject([{ lane: 0, span: 2 }]);
    expect(gatherInLanes([meeting, { ...karim, lane: 2 }])).toMatchObject([
      { lane: 0, span: 1 },
      { lane: 2, span: 1 },
    ]);
  });

  it('are counted where there is no room for them', () => {
    const many = Array.from({ length: 9 }, (_, lane) => ({
      ...meeting,
      ref: `R${lane}`,
      title: `Atelier ${lane}`,
      endsAt: lane === 8 ? '2026-11-23T11:00' : meeting.endsAt,
      lane,
      lanes: 9,
    }));
    const { shown, crowds } = inRoom(gatherInLanes(many), 4);
    expect(shown.map(({ lane, lanes }) => [lane, lanes])).toEqual([
      [0, 4],
      [1, 4],
      [2, 4],
    ]);
    expect(crowds).toEqual([{ from: 510, to: 660, count: 6 }]);
    expect(inRoom(gatherInLanes(many), 9).crowds).toEqual([]);
  });
});
