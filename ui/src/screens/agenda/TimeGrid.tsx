import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import * as words from '../../words/agenda';
import type { View } from '../../words/agenda';
import { formatShortDay } from '../../words/format';
import { Above } from './Above';
import classes from './Agenda.module.css';
import { bandsOf, type Board } from './board';
import { Column } from './Column';
import { clock, dayOf, minutesOf, momentOf, SLOT, weekOf } from './time';

/** Pixels of half an hour. */
export const HALF = 25;
/** Hours shown at least. */
const FIRST = 8;
const LAST = 20;

interface Props {
  view: View;
  board: Board;
}

/** One day or a week by the hour. The arrows go from slot to slot, Enter writes an appointment there. */
export function TimeGrid({ view, board }: Props) {
  const { slots, today } = board;
  const timed = slots.filter((slot) => !slot.above);
  const days = view === 'jour' ? board.days : board.days.filter(isShown(board));
  const first = Math.min(FIRST, ...timed.map((slot) => Math.floor(minutesOf(slot.startsAt) / 60)));
  const last = Math.max(LAST, ...timed.map((slot) => Math.ceil(minutesOf(slot.endsAt) / 60)));
  const [cursor, setCursor] = useState({ day: '', minutes: 9 * 60, length: SLOT * 2 });
  const [focused, setFocused] = useState(false);
  const here =
    days.find(({ date }) => date === cursor.day) ??
    days.find(({ date }) => date >= today) ??
    days[0];
  const day = here?.date ?? today;
  const scroll = useRef<HTMLDivElement>(null);

  useEffect(() => {
    scroll.current?.scrollTo({ top: (FIRST - first) * 2 * HALF });
  }, [first]);

  const create = (on: string, from: number, to: number) =>
    board.onDraft({
      starts: momentOf(on, from),
      ends: momentOf(on, to),
      allDay: false,
      records: [],
    });

  function onKeyDown(event: KeyboardEvent) {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey) return;
    const { minutes, length } = cursor;
    const place = days.findIndex(({ date }) => date === day);
    const at = (next: number) => days[Math.min(Math.max(next, 0), days.length - 1)]?.date ?? day;
    const to = (change: Partial<typeof cursor>) => setCursor({ ...cursor, day, ...change });
    const bound = (next: number) => Math.min(Math.max(next, first * 60), last * 60 - SLOT);
    const size = Math.max(SLOT, length + (event.key === 'ArrowDown' ? SLOT : -SLOT));
    const acts: Record<string, () => void> = {
      ArrowDown: () => to(event.shiftKey ? { length: size } : { minutes: bound(minutes + SLOT) }),
      ArrowUp: () => to(event.shiftKey ? { length: size } : { minutes: bound(minutes - SLOT) }),
      ArrowLeft: () => to({ day: at(place - 1) }),
      ArrowRight: () => to({ day: at(place + 1) }),
      Home: () => to({ day: at(0) }),
      End: () => to({ day: at(days.length - 1) }),
      Enter: () => create(day, minutes, minutes + length),
      ' ': () => create(day, minutes, minutes + length),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
    document.getElementById('agenda-cursor')?.scrollIntoView({ block: 'nearest' });
  }

  const label = words.slotLabel(day, clock(cursor.minutes), clock(cursor.minutes + cursor.length));
  const hours = useMemo(
    () => Array.from({ length: last - first }, (_, at) => first + at),
    [first, last],
  );
  return (
    <div className={classes.grid} style={{ '--days': days.length } as React.CSSProperties}>
      <div className={classes.heads}>
        <span className={classes.corner}>{words.weekNumber(weekOf(day))}</span>
        {days.map((known) => (
          <DayHead key={known.date} date={known.date} board={board} />
        ))}
      </div>
      <Above days={days.map(({ date }) => date)} board={board} whole={view === 'jour'} />
      <div className={classes.scroll} ref={scroll}>
        <div
          className={classes.hours}
          role="application"
          tabIndex={0}
          aria-label={`${words.gridOf(view)}. ${label}`}
          aria-describedby="agenda-keys"
          onKeyDown={onKeyDown}
          onFocus={(event) => setFocused(event.target === event.currentTarget)}
          onBlur={() => setFocused(false)}
        >
          <div className={classes.scale} aria-hidden>
            {hours.map((hour) => (
              <span key={hour} style={{ height: 2 * HALF }}>
                {hour > first && words.hour(clock(hour * 60))}
              </span>
            ))}
          </div>
          {days.map((known) => (
            <Column
              key={known.date}
              day={known}
              board={board}
              first={first}
              last={last}
              cursor={focused && known.date === day ? cursor : null}
              onCreate={(from, to) => create(known.date, from, to)}
            />
          ))}
          <span className="visually-hidden" aria-live="polite">
            {focused ? label : ''}
          </span>
        </div>
      </div>
    </div>
  );
}

/** Sundays without anything stay out of the week. */
const isShown =
  ({ slots }: Board) =>
  ({ date }: { date: string }) =>
    new Date(`${date}T12:00:00Z`).getUTCDay() !== 0 ||
    slots.some((slot) => dayOf(slot.startsAt) <= date && dayOf(slot.endsAt) >= date);

function DayHead({ date, board }: { date: string; board: Board }) {
  const day = board.days.find((known) => known.date === date);
  const holiday = day && words.holidayOf(day);
  const bands = bandsOf(board.school, date);
  const closed = day?.open.length === 0 && !holiday;
  return (
    <div className={classes.head} data-today={date === board.today || undefined}>
      <button type="button" className={classes.dayName} onClick={() => board.onDay(date)}>
        {formatShortDay(date)}
      </button>
      {holiday && <span className={classes.holiday}>{holiday}</span>}
      {closed && <span className={classes.closed}>{words.closed}</span>}
      {!holiday && bands.length > 0 && (
        <span className={classes.band} title={bands.map(words.bandTitle).join('\n')}>
          {bands.map(words.bandOf).join(', ')}
        </span>
      )}
    </div>
  );
}
