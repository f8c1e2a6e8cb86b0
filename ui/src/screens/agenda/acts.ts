import { useState } from 'react';
import { call, type AgendaSlot, type ChangeDone } from '../../engine';
import { change, sayFailure } from '../../live/change';
import { saveFile } from '../../live/save';
import { say } from '../../live/toasts';
import { problemSentence } from '../../words/errors';
import * as words from '../../words/agenda';
import * as appointment from '../../words/appointment';
import { dayOf } from './time';

export type Scope = 'this' | 'following' | 'all';

/** What is being done with an event of a series, before one says how much of it is meant. */
export interface Asked {
  what: 'move' | 'delete';
  slot: AgendaSlot;
  starts?: string;
  ends?: string | null;
  allDay?: boolean | null;
}

type Outcome = { done: ChangeDone } | { problems: Parameters<typeof problemSentence>[0][] };

function sayProblems(outcome: Outcome): void {
  const first = 'problems' in outcome ? outcome.problems[0] : undefined;
  if (first) say(problemSentence(first), 'bad');
}

async function move(asked: Asked, scope: Scope): Promise<void> {
  const { slot, starts = slot.startsAt, ends = null, allDay = null } = asked;
  const follow = slot.what === 'follow_up';
  const input = { ref: slot.ref, day: slot.day, scope, startsAt: starts, endsAt: ends, allDay };
  sayProblems(
    await change('agenda.move', input, follow ? appointment.followMoved : appointment.moved),
  );
}

async function remove({ slot }: Asked, scope: Scope): Promise<void> {
  sayProblems(
    await change('agenda.delete', { ref: slot.ref, day: slot.day, scope }, appointment.deleted),
  );
}

const run = (asked: Asked, scope: Scope) =>
  asked.what === 'move' ? move(asked, scope) : remove(asked, scope);

/** Moves and deletes; asks first how much of a series is meant. */
export function useActs() {
  const [asked, setAsked] = useState<Asked | null>(null);
  return {
    asked,
    ask: (wanted: Asked) => {
      const { slot, starts, ends = null, allDay = null } = wanted;
      const follow = slot.what === 'follow_up';
      const same = starts === slot.startsAt && ends === null && allDay === null;
      if (
        wanted.what === 'move' &&
        (same || (follow && dayOf(starts ?? '') === dayOf(slot.startsAt)))
      )
        return;
      if (slot.series) setAsked(wanted);
      else void run(wanted, 'all');
    },
    answer: (scope: Scope | null) => {
      if (asked && scope) void run(asked, scope);
      setAsked(null);
    },
  };
}

export type Acts = ReturnType<typeof useActs>;

/** Done, planned again or cancelled: of a series, the event of that day alone. */
export async function setState(slot: AgendaSlot, state: 'planned' | 'done' | 'cancelled') {
  const input = {
    ref: slot.ref,
    day: slot.day,
    scope: 'this' as const,
    values: { state },
    rule: null,
  };
  sayProblems(await change('agenda.edit', input, appointment.edited));
}

/** Hands the agenda of some days over as a calendar file. */
export async function exportIcs(input: {
  from: string;
  to: string;
  owner: string | null;
  site: string | null;
}): Promise<void> {
  try {
    const { name, text, events } = await call('agenda.ics', input);
    if (saveFile(name, text, 'text/calendar;charset=utf-8')) say(words.exported(events));
    else say(words.exportForbidden, 'bad');
  } catch (failure) {
    sayFailure(failure);
  }
}
