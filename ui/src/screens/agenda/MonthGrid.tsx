import { useState, type KeyboardEvent } from 'react';
import type { AgendaDay } from '../../engine';
import * as words from '../../words/agenda';
import { addDays } from '../../words/format';
import classes from './Agenda.module.css';
import { bandsOf, type Board } from './board';
import { DayLines } from './DayLines';
import { clock, lengthOf, minutesOf, momentOf, touches, weekOf } from './time';

interface Props {
  board: Board;
  /** A day of the month that is shown. */
  day: string;
}

/** Events of a day that have room. */
const SHOWN = 3;
const MORNING = 9 * 60;

/** Six weeks. The arrows go from day to day, Enter opens one, N writes an appointment there. */
export function MonthGrid({ board, day }: Props) {
  const month = day.slice(0, 7);
  const [at, setAt] = useState(day);
  const here = board.days.some(({ date }) => date === at) ? at : day;
  const weeks = Array.from({ length: board.days.length / 7 }, (_, week) =>
    board.days.slice(week * 7, week * 7 + 7),
  );

  function onKeyDown(event: KeyboardEvent, date: string) {
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }[event.key];
    if (event.key.toLowerCase() === 'n' && !event.ctrlKey && !event.altKey) create(date);
    else if (step === undefined) return;
    else {
      const next = addDays(date, step);
      if (board.days.some((known) => known.date === next)) {
        setAt(next);
        document.getElementById(idOf(next))?.focus();
      }
    }
    event.preventDefault();
  }

  const create = (date: string) =>
    board.onDraft({
      starts: momentOf(date, MORNING),
      ends: momentOf(date, MORNING + 60),
      allDay: false,
      records: [],
    });

  return (
    <div
      className={classes.month}
      role="group"
      aria-label={words.gridOf('mois')}
      aria-describedby="agenda-keys"
    >
      <div className={classes.monthHeads} aria-hidden>
        <span className={classes.corner} />
        {words.weekdays.map((name) => (
          <span key={name}>{name}</span>
        ))}
      </div>
      {weeks.map((week) => (
        <div className={classes.week} key={week[0]?.date}>
          <span className={classes.corner}>{weekOf(week[0]?.date ?? day)}</span>
          {week.map((known) => (
            <MonthDay
              key={known.date}
              known={known}
              board={board}
              outside={known.date.slice(0, 7) !== month}
              reachable={known.date === here}
              onKeyDown={(event) => onKeyDown(event, known.date)}
              onCreate={() => create(known.date)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

const idOf = (date: string) => `agenda-${date}`;

interface DayProps {
  known: AgendaDay;
  board: Board;
  outside: boolean;
  reachable: boolean;
  onKeyDown: (event: KeyboardEvent) => void;
  onCreate: () => void;
}

function MonthDay({ known, board, outside, reachable, onKeyDown, onCreate }: DayProps) {
  const { date } = known;
  const [over, setOver] = useState(false);
  const slots = board.slots.filter((slot) => touches(slot, date));
  const bands = bandsOf(board.school, date);
  const starting = bands.filter(({ from }) => from === date);
  const holiday = words.holidayOf(known);
  const note = holiday ?? starting.map(words.bandOf).join(', ');

  function onDrop() {
    const { dragged } = board;
    setOver(false);
    board.onDrag(null);
    if (dragged?.records) {
      const { records, followUp } = dragged;
      const [starts, ends] = [momentOf(date, MORNING), momentOf(date, MORNING + 60)];
      board.onDraft({ starts, ends, allDay: false, records, followUp });
    } else if (dragged) {
      const { slot } = dragged;
      const starts = `${date}T${clock(minutesOf(slot.startsAt))}`;
      const ends = slot.allDay ? momentOf(date, minutesOf(slot.startsAt) + lengthOf(slot)) : null;
      board.acts.ask({ what: 'move', slot, starts, ends: slot.what === 'follow_up' ? null : ends });
    }
  }

  return (
    <div
      className={classes.monthDay}
      data-column={date}
      data-outside={outside || undefined}
      data-today={date === board.today || undefined}
      data-holiday={holiday ? true : undefined}
      data-closed={known.open.length === 0 || undefined}
      data-band={bands.length > 0 || undefined}
      data-over={over || undefined}
      onClick={(event) => event.target === event.currentTarget && onCreate()}
      onDragOver={(event) => {
        if (!board.dragged) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
    >
      <div className={classes.monthTop}>
        <button
          id={idOf(date)}
          type="button"
          className={classes.dayNumber}
          tabIndex={reachable ? 0 : -1}
          title={bands.map(words.bandTitle).join('\n') || undefined}
          onKeyDown={onKeyDown}
          onClick={() => board.onDay(date)}
        >
          <span aria-hidden>{Number(date.slice(8))}</span>
          <span className="visually-hidden">{words.openDay(date)}</span>
        </button>
        {note && <span className={holiday ? classes.holiday : classes.band}>{note}</span>}
      </div>
      <DayLines
        day={date}
        slots={slots}
        board={board}
        most={SHOWN}
        onOthers={() => board.onDay(date)}
      />
    </div>
  );
}
