import { Skeleton } from '@mantine/core';
import { Link } from 'wouter';
import type { LeadCard } from '../../engine';
import { gather, type Gathered } from '../../live/gather';
import { useRead } from '../../live/read';
import { useSession } from '../../live/session';
import { IconCalendar, IconInbox } from '../../parts/icons';
import { Empty } from '../../parts/Trouble';
import { allDay, sharedBy } from '../../words/agenda';
import { addDays, formatPhone, formatTime } from '../../words/format';
import * as words from '../../words/home';
import * as leads from '../../words/leads';
import { formatCount } from '../../words/typography';
import classes from './Home.module.css';

/** Leads shown on the first screen. */
const SHOWN = 7;

interface LeadProps {
  owner: string | null;
  site: string | null;
}

/** Requests that nobody has answered yet, the most pressing first. */
export function LeadPanel({ owner, site }: LeadProps) {
  const input = { owner, site, free: true, kind: null, limit: SHOWN };
  const board = useRead('leads.board', input, { keep: true });
  const waiting = board.data?.columns.find((column) => column.state === 'new');
  const { today } = useSession();
  if (!waiting) return <Skeleton height={160} />;
  const more = waiting.total - waiting.cards.length;
  return (
    <section className={classes.panel} aria-label={words.leads}>
      <h2 className={classes.heading}>
        <Link href="/leads">{words.leads}</Link>
        <span className={classes.count} data-tone="today">
          {formatCount(waiting.total)}
        </span>
      </h2>
      {waiting.cards.length === 0 ? (
        <Empty icon={<IconInbox size={24} aria-hidden />} title={words.noLeads}>
          {words.noLeadsHint}
        </Empty>
      ) : (
        <ul className={classes.rows}>
          {waiting.cards.map((card) => (
            <Lead key={card.ref} card={card} today={today} />
          ))}
        </ul>
      )}
      {more > 0 && (
        <p className={classes.more}>
          <Link href="/leads">{words.andMore(more)}</Link>
        </p>
      )}
    </section>
  );
}

function Lead({ card, today }: { card: LeadCard; today: string }) {
  const chip = leads.chip(card, today);
  return (
    <li className={classes.lead}>
      <Link href={`/leads/${card.ref}`} className={classes.name}>
        {card.label}
      </Link>
      <span className={classes.due} data-late={chip?.tone === 'bad' || undefined}>
        {chip?.text}
      </span>
      <span className={classes.why}>{[card.kind, card.vehicle].filter(Boolean).join(' · ')}</span>
      <span className={classes.phone}>{card.phone && formatPhone(card.phone)}</span>
    </li>
  );
}

/** Appointments shown; a day of a large base holds hundreds. */
const APPOINTMENTS = 12;

/** The day's appointments by hour, those that come back among them; a meeting of several stands once. */
export function AgendaPanel({ owner, site }: LeadProps) {
  const { today } = useSession();
  const input = { from: today, to: addDays(today, 1), owner, site };
  const agenda = useRead('agenda.window', input, { keep: true });
  if (!agenda.data) return <Skeleton height={160} />;
  const entries = gather(
    agenda.data.slots.filter((slot) => slot.what === 'entry' && slot.state !== 'cancelled'),
  );
  const more = entries.length - APPOINTMENTS;
  return (
    <section className={classes.panel} aria-label={words.agenda}>
      <h2 className={classes.heading}>
        <Link href={`/agenda/jour/${today}`}>{words.agenda}</Link>
        <span className={classes.count} data-tone="coming">
          {formatCount(entries.length)}
        </span>
      </h2>
      {entries.length === 0 ? (
        <Empty icon={<IconCalendar size={24} aria-hidden />} title={words.noAgenda} />
      ) : (
        <ul className={classes.rows}>
          {entries.slice(0, APPOINTMENTS).map((one) => (
            <Appointment key={`${one.slot.ref}/${one.slot.day}`} one={one} />
          ))}
        </ul>
      )}
      {more > 0 && (
        <p className={classes.more}>
          <Link href={`/agenda/jour/${today}`}>{words.andMore(more)}</Link>
        </p>
      )}
    </section>
  );
}

function Appointment({ one: { slot: entry, others } }: { one: Gathered }) {
  return (
    <li className={classes.entry}>
      <span className={classes.time}>{entry.above ? allDay : formatTime(entry.startsAt)}</span>
      <span>
        {entry.title}
        {others.length > 0 && (
          <span className={classes.sub}> · {sharedBy([entry, ...others])}</span>
        )}
        {entry.customer && (
          <>
            {' · '}
            <Link href={`/clients/${entry.customer.ref}`}>{entry.customer.label}</Link>
          </>
        )}
      </span>
    </li>
  );
}
