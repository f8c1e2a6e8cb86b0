import { ActionIcon, Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Audience, ContactMode, MessageChannel, MessageText, Shown } from '../../engine';
import { useRead } from '../../live/read';
import { IconArrowLeft, IconArrowRight } from '../../parts/icons';
import { formatPhone } from '../../words/format';
import * as campaigns from '../../words/campaigns';
import * as words from '../../words/messages';
import classes from './Campaigns.module.css';

interface Props {
  channel: MessageChannel;
  text: MessageText;
  audience: Audience | null;
  customer?: string;
  at?: string | null;
  mode: ContactMode;
  onLeaveOut?: (customer: string) => void;
}

/** The message as each of those it is for would get it. */
export function PreviewPane({ channel, text, audience, customer, at, mode, onLeaveOut }: Props) {
  const [place, setPlace] = useState(0);
  const seen = useRead(
    'message.preview',
    { channel, text, audience, customer: customer ?? null, place, at: at ?? null, mode },
    { enabled: audience !== null || customer !== undefined, keep: true },
  );
  const total = seen.data?.total ?? 0;
  const here = seen.data?.place ?? 0;
  const shown = seen.data?.shown;
  return (
    <section className={classes.preview} aria-label={words.preview}>
      {audience && (
        <div className={classes.pager}>
          <h2>{words.preview}</h2>
          <ActionIcon
            variant="default"
            aria-label={words.previous}
            disabled={here === 0}
            onClick={() => setPlace(here - 1)}
          >
            <IconArrowLeft size={16} aria-hidden />
          </ActionIcon>
          <span role="status">
            {total > 0 ? words.previewOf(here + 1, total) : campaigns.noFigure}
          </span>
          <ActionIcon
            variant="default"
            aria-label={words.next}
            disabled={here + 1 >= total}
            onClick={() => setPlace(here + 1)}
          >
            <IconArrowRight size={16} aria-hidden />
          </ActionIcon>
          {shown && onLeaveOut && (
            <Button size="compact-sm" variant="subtle" onClick={() => onLeaveOut(shown.customer)}>
              {campaigns.leaveOut}
            </Button>
          )}
        </div>
      )}
      {!audience && customer === undefined && (
        <p className={classes.hint}>{campaigns.chooseFirst}</p>
      )}
      {seen.error?.code === 'bad_message' && <p className={classes.hint}>{words.unreadable}</p>}
      {seen.data && !shown && !seen.error && <p className={classes.hint}>{words.nobodyToShow}</p>}
      {shown && !seen.error && <Paper channel={channel} shown={shown} />}
    </section>
  );
}

function Paper({ channel, shown }: { channel: MessageChannel; shown: Shown }) {
  return (
    <>
      <dl className={classes.whom}>
        <dt>{words.to}</dt>
        <dd>
          <Link href={`/clients/${shown.customer}`}>{shown.label}</Link>
          {shown.to && <span>{channel === 'sms' ? formatPhone(shown.to) : shown.to}</span>}
        </dd>
        {shown.car && <dt>{words.aboutCar}</dt>}
        {shown.car && <dd>{shown.car}</dd>}
      </dl>
      {shown.reason && (
        <p className={classes.out} role="status">
          {words.wouldBeOut(shown.reason)}
        </p>
      )}
      {shown.missing.length > 0 && (
        <p className={classes.out}>
          {words.lacking(shown.missing.map(({ label }) => label))}{' '}
          <Link href={`/clients/${shown.customer}`}>{words.mend}</Link>
        </p>
      )}
      <article className={classes.paper} data-channel={channel}>
        {shown.address.length > 0 && (
          <address className={classes.address}>
            {shown.address.map((line) => (
              <span key={line}>{line}</span>
            ))}
          </address>
        )}
        {channel !== 'sms' && (
          <h3>{shown.subject || <span className={classes.hint}>{words.withoutSubject}</span>}</h3>
        )}
        <p className={classes.said}>{shown.body}</p>
      </article>
      {shown.sms && <p className={classes.measure}>{words.smsText(shown.sms)}</p>}
    </>
  );
}
