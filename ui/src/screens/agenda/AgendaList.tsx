import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Link } from 'wouter';
import type { AgendaDay, AgendaSlot } from '../../engine';
import { gather, type Gathered } from '../../live/gather';
import { IconAlertTriangle, IconCalendar, IconRepeat } from '../../parts/icons';
import { Empty } from '../../parts/Trouble';
import * as words from '../../words/agenda';
import { formatLongDay } from '../../words/format';
import classes from './Agenda.module.css';
import { bandsOf, type Board } from './board';
import { dayOf } from './time';

/** Lines of a day before the others are counted, and how many come at each demand. */
const SHOWN = 40;
const MORE = 200;

/** Four weeks, day after day, only those in which there is something. */
export function AgendaList({ board }: { board: Board }) {
  const byDay = new Map<string, AgendaSlot[]>();
  for (const slot of board.slots) {
    const date = dayOf(slot.startsAt);
    const known = byDay.get(date);
    if (known) known.push(slot);
    else byDay.set(date, [slot]);
  }
  const days = board.days.filter(({ date, holiday }) => holiday !== null || byDay.has(date));
  if (board.slots.length === 0) {
    return (
      <Empty icon={<IconCalendar size={28} aria-hidden />} title={words.nothing}>
        {words.nothingHint}
      </Empty>
    );
  }
  return (
    <div className={classes.list}>
      {days.map((day) => (
        <Day key={day.date} day={day} slots={byDay.get(day.date) ?? []} board={board} />
      ))}
    </div>
  );
}

function Day({ day, slots, board }: { day: AgendaDay; slots: AgendaSlot[]; board: Board }) {
  const [most, setMost] = useState(SHOWN);
  const lines = useRef<HTMLUListElement>(null);
  const own = gather(slots);
  const left = own.length - most;
  const holiday = words.holidayOf(day);
  const bands = bandsOf(board.school, day.date);

  function showMore() {
    flushSync(() => setMost(most + MORE));
    lines.current?.children[most]?.querySelector('button')?.focus();
  }

  return (
    <section aria-label={formatLongDay(day.date)} className={classes.listDay}>
      <h2 data-today={day.date === board.today || undefined}>
        <button type="button" className={classes.dayName} onClick={() => board.onDay(day.date)}>
          {formatLongDay(day.date)}
        </button>
        {holiday && <span className={classes.holiday}>{holiday}</span>}
        {bands.length > 0 && (
          <span className={classes.band}>{bands.map(words.bandOf).join(', ')}</span>
        )}
      </h2>
      <ul ref={lines}>
        {own.slice(0, most).map((one) => (
          <Line key={`${one.slot.ref}/${one.slot.day}`} one={one} board={board} />
        ))}
      </ul>
      {left > 0 && (
        <button
          type="button"
          className={classes.others}
          aria-label={words.othersOf(left, day.date)}
          onClick={showMore}
        >
          {words.others(left)}
        </button>
      )}
    </section>
  );
}

function Line({ one: { slot, others }, board }: { one: Gathered; board: Board }) {
  const { tone, Icon } = board.face(slot);
  const owners = words.sharedBy([slot, ...others]);
  const who = slot.customer ?? slot.lead;
  // A follow-up names its customer in its title.
  const beside = slot.what === 'entry' ? (who ?? slot.place) : slot.place;
  const to = slot.customer ? `/clients/${slot.customer.ref}` : `/leads/${slot.lead?.ref ?? ''}`;
  return (
    <li className={classes.line} data-state={slot.state ?? undefined}>
      <span className={classes.lineTime}>{slot.above ? words.allDay : words.hours(slot)}</span>
      <span className={classes.lineKind} data-tone={tone}>
        <Icon size={14} aria-hidden />
        {slot.what === 'follow_up' ? words.followUp : slot.kind}
      </span>
      <button
        type="button"
        className={classes.lineTitle}
        data-wide={!beside || undefined}
        aria-haspopup={others.length > 0 ? 'menu' : undefined}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          if (others.length > 0) board.onMenu(slot, box.left + 12, box.bottom, others);
          else board.onOpen(slot);
        }}
        onContextMenu={(event) => {
          event.preventDefault();
          board.onMenu(slot, event.clientX, event.clientY, others);
        }}
        onKeyDown={(event) => {
          if (event.key.toLowerCase() !== 'm' && !(event.shiftKey && event.key === 'F10')) return;
          event.preventDefault();
          const box = event.currentTarget.getBoundingClientRect();
          board.onMenu(slot, box.left + 12, box.bottom, others);
        }}
      >
        {words.slotTitle(slot)}
        {slot.series && <IconRepeat size={13} aria-label={words.comesBack} />}
        {slot.clash && <IconAlertTriangle size={14} aria-label={words.clashWith(slot.clash)} />}
      </button>
      {beside && (
        <span className={classes.lineWho}>
          {typeof beside === 'string' ? beside : <Link href={to}>{beside.label}</Link>}
        </span>
      )}
      <span className={classes.lineOwner} title={owners ?? undefined}>
        {owners}
      </span>
      <span className={classes.lineState}>
        {slot.state === 'done' ? words.done : slot.state === 'cancelled' ? words.cancelled : ''}
      </span>
    </li>
  );
}
