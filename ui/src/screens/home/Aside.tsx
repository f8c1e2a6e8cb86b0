import { Link } from 'wouter';
import type { AgendaLine, LeadLine } from '../../engine';
import { IconCalendar, IconInbox } from '../../parts/icons';
import { Empty } from '../../parts/Trouble';
import { formatPhone, formatTime } from '../../words/format';
import * as words from '../../words/home';
import { formatCount } from '../../words/typography';
import classes from './Home.module.css';

/** Requests that nobody has answered yet, the oldest first. */
export function LeadPanel({ leads, total }: { leads: LeadLine[]; total: number }) {
  return (
    <section className={classes.panel} aria-label={words.leads}>
      <h2 className={classes.heading}>
        {words.leads}
        <span className={classes.count} data-tone="today">
          {formatCount(total)}
        </span>
      </h2>
      {leads.length === 0 ? (
        <Empty icon={<IconInbox size={24} aria-hidden />} title={words.noLeads}>
          {words.noLeadsHint}
        </Empty>
      ) : (
        <ul className={classes.rows}>
          {leads.map((lead) => (
            <li key={lead.ref} className={classes.lead}>
              <span className={classes.name}>{lead.label}</span>
              <span className={classes.due} data-late={lead.ageHours >= 24 || undefined}>
                {words.waiting(lead.ageHours)}
              </span>
              <span className={classes.why}>
                {[lead.kind, lead.vehicle].filter(Boolean).join(' · ')}
              </span>
              <span className={classes.phone}>{lead.phone && formatPhone(lead.phone)}</span>
            </li>
          ))}
        </ul>
      )}
      {total > leads.length && (
        <p className={classes.more}>{words.andMore(total - leads.length)}</p>
      )}
    </section>
  );
}

/** The day's appointments, by hour. */
export function AgendaPanel({ entries }: { entries: AgendaLine[] }) {
  return (
    <section className={classes.panel} aria-label={words.agenda}>
      <h2 className={classes.heading}>
        {words.agenda}
        <span className={classes.count} data-tone="coming">
          {formatCount(entries.length)}
        </span>
      </h2>
      {entries.length === 0 ? (
        <Empty icon={<IconCalendar size={24} aria-hidden />} title={words.noAgenda} />
      ) : (
        <ul className={classes.rows}>
          {entries.map((entry) => (
            <li key={entry.ref} className={classes.entry}>
              <span className={classes.time}>{formatTime(entry.startsAt)}</span>
              <span>
                {entry.title}
                {entry.customer && entry.label && (
                  <>
                    {' · '}
                    <Link href={`/clients/${entry.customer}`}>{entry.label}</Link>
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
