import { useRef, useState } from 'react';
import type { AgendaDay, AgendaSlot } from '../../engine';
import { hour } from '../../words/agenda';
import classes from './Agenda.module.css';
import { bandsOf, type Board } from './board';
import { Crowd } from './Crowd';
import { draw, type Ghost } from './draw';
import { Event as Entry } from './Event';
import { gatherInLanes, inRoom } from './gather';
import { clock, DAY, dayOf, lengthOf, minutesOf, momentOf, snapped, STEP } from './time';
import { Shut } from './Shut';
import { stopNextClick } from './stopNextClick';
import { HALF } from './TimeGrid';

/** Events side by side at most: in a week, in a day by itself. */
const ROOM = 3;
const ROOM_ALONE = 10;

interface Props {
  day: AgendaDay;
  board: Board;
  first: number;
  last: number;
  cursor: { minutes: number; length: number } | null;
  onCreate: (from: number, to: number) => void;
}

/** The hours of a day: what it holds, and where something would go. */
export function Column({ day, board, first, last, cursor, onCreate }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [ghost, setGhost] = useState<Ghost | null>(null);
  const [edge, setEdge] = useState<{ slot: AgendaSlot; to: number } | null>(null);
  const own = board.slots.filter((slot) => !slot.above && dayOf(slot.startsAt) === day.date);
  const top = (minutes: number) => ((minutes - first * 60) / 30) * HALF;
  const at = (clientY: number) => {
    const y = clientY - (box.current?.getBoundingClientRect().top ?? 0);
    return Math.min(Math.max((y / HALF) * 30 + first * 60, 0), DAY - STEP);
  };
  const held = () => {
    const { dragged } = board;
    const slot = dragged?.slot;
    const length = slot && !slot.above ? lengthOf(slot) : 60;
    const grab = slot ? (dragged.grab / HALF) * 30 : 0;
    return { length, grab };
  };

  function onDrop(clientY: number) {
    const { dragged } = board;
    const { length, grab } = held();
    const from = snapped(Math.max(0, at(clientY) - grab + STEP / 2));
    setGhost(null);
    board.onDrag(null);
    const [starts, ends] = [momentOf(day.date, from), momentOf(day.date, from + length)];
    if (dragged?.slot) {
      const above = dragged.slot.above;
      board.acts.ask({
        what: 'move',
        slot: dragged.slot,
        starts,
        ends: above ? ends : null,
        allDay: above ? false : null,
      });
    }
    if (dragged?.records) {
      const { records, followUp } = dragged;
      board.onDraft({ starts, ends, allDay: false, records, followUp });
    }
  }

  const onPointerDown = (event: React.PointerEvent<HTMLDivElement>) =>
    draw(event, at, { onGhost: setGhost, onDrawn: onCreate });

  /** The lower edge of an event, dragged to make it longer or shorter. */
  const onEdge = (slot: AgendaSlot) => (event: React.PointerEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    const least = minutesOf(slot.startsAt) + STEP;
    let to = minutesOf(slot.endsAt);
    const move = (next: Event) => {
      to = Math.max(least, snapped(at((next as PointerEvent).clientY) + STEP / 2));
      setEdge({ slot, to });
    };
    const up = () => {
      handle.removeEventListener('pointermove', move);
      handle.removeEventListener('pointerup', up);
      stopNextClick();
      setEdge(null);
      const ends = momentOf(day.date, to);
      if (ends !== slot.endsAt) board.acts.ask({ what: 'move', slot, starts: slot.startsAt, ends });
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', up);
  };

  const bands = bandsOf(board.school, day.date);
  const most = board.days.length === 1 ? ROOM_ALONE : ROOM;
  const { shown, crowds } = inRoom(gatherInLanes(own), most);
  return (
    <div
      ref={box}
      className={classes.column}
      data-column={day.date}
      data-today={day.date === board.today || undefined}
      data-holiday={day.holiday ? true : undefined}
      data-band={bands.length > 0 || undefined}
      style={{ height: (last - first) * 2 * HALF, '--half': `${HALF}px` } as React.CSSProperties}
      onPointerDown={onPointerDown}
      onDragOver={(event) => {
        if (!board.dragged) return;
        event.preventDefault();
        const { length, grab } = held();
        const from = snapped(Math.max(0, at(event.clientY) - grab + STEP / 2));
        if (ghost?.from !== from) setGhost({ from, to: from + length });
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setGhost(null);
      }}
      onDrop={(event) => {
        event.preventDefault();
        onDrop(event.clientY);
      }}
    >
      <Shut day={day} first={first} last={last} top={top} />
      {shown.map(({ slot, others, lane, span, lanes }) => {
        const from = minutesOf(slot.startsAt);
        const to = edge?.slot === slot ? edge.to : from + lengthOf(slot);
        const width = 100 / lanes;
        return (
          <Entry
            key={`${slot.ref}/${slot.day}`}
            slot={slot}
            others={others}
            board={board}
            shape="block"
            short={to - from <= 45}
            narrow={lanes / span > 2}
            onEdge={others.length === 0 ? onEdge(slot) : undefined}
            style={{
              top: top(from) + 1,
              height: Math.max(top(to) - top(from) - 2, HALF - 1),
              left: `calc(${lane * width}% + 2px)`,
              width: `calc(${span * width}% - ${lane + span === lanes ? 8 : 3}px)`,
            }}
          />
        );
      })}
      {crowds.map(({ from, to, count }) => (
        <Crowd
          key={from}
          day={day.date}
          count={count}
          most={most}
          top={top(from) + 1}
          height={top(to) - top(from) - 2}
        />
      ))}
      {day.date === dayOf(board.now) && (
        <i className={classes.now} style={{ top: top(minutesOf(board.now)) }} />
      )}
      {cursor && (
        <i
          id="agenda-cursor"
          className={classes.cursor}
          style={{
            top: top(cursor.minutes),
            height: top(cursor.minutes + cursor.length) - top(cursor.minutes),
          }}
        />
      )}
      {ghost && (
        <i
          className={classes.ghost}
          style={{ top: top(ghost.from), height: top(ghost.to) - top(ghost.from) }}
        >
          {hour(clock(ghost.from))} – {hour(clock(ghost.to % DAY))}
        </i>
      )}
    </div>
  );
}
