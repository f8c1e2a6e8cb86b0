import { Link } from 'wouter';
import { IconAlertTriangle, IconCalendar, IconRepeat } from '../../parts/icons';
import { Empty } from '../../parts/Trouble';
import * as words from '../../words/agenda';
import { formatLongDay } from '../../words/format';
import classes from './Agenda.module.css';
import { bandsOf, type Board } from './board';
import { gather, type Gathered } from './gather';
import { dayOf } from './time';

/** Four weeks, day after day, only those in which there is something. */
export function AgendaList({ board }: { board: Board }) {
  const days = board.days.filter(
    ({ date, holiday }) =>
      holiday !== null || board.slots.some((slot) => dayOf(slot.startsAt) === date),
  );
  if (board.slots.length === 0) {
    return (
      <Empty icon={<IconCalendar size={28} aria-hidden />} title={words.nothing}>
        {words.nothingHint}
      </Empty>
    );
  }
  return (
    <div className={classes.list}>
      {days.map((day) => {
        const own = gather(board.slots.filter((slot) => dayOf(slot.startsAt) === day.date));
        const holiday = words.holidayOf(day);
        const bands = bandsOf(board.school, day.date);
        return (
          <section key={day.date} aria-label={formatLongDay(day.date)} className={classes.listDay}>
            <h2 data-today={day.date === board.today || undefined}>
              <button
                type="button"
                className={classes.dayName}
                onClick={() => board.onDay(day.date)}
              >
                {formatLongDay(day.date)}
              </button>
              {holiday && <span className={classes.holiday}>{holiday}</span>}
              {bands.length > 0 && (
                <span className={classes.band}>{bands.map(words.bandOf).join(', ')}</span>
              )}
            </h2>
            <ul>
              {own.map((one) => (
                <Line key={`${one.slot.ref}/${one.slot.day}`} one={one} board={board} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Line({ one: { slot, others }, board }: { one: Gathered; board: Board }) {
  const { tone, Icon } = board.face(slot);
  const owners = words.sharedBy([slot, ...others]);
  const who = slot.customer ?? slot.lead;
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
      <span className={classes.lineWho}>
        {who && slot.what === 'entry' ? <Link href={to}>{who.label}</Link> : slot.place}
      </span>
      <span className={classes.lineOwner} title={owners ?? undefined}>
        {owners}
      </span>
      <span className={classes.lineState}>
        {slot.state === 'done' ? words.done : slot.state === 'cancelled' ? words.cancelled : ''}
      </span>
    </li>
  );
}
