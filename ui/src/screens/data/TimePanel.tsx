import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import type { Digest } from '../../engine';
import { change } from '../../live/change';
import { useRead } from '../../live/read';
import { IconCalendar } from '../../parts/icons';
import { Trouble } from '../../parts/Trouble';
import { failureSentence } from '../../words/errors';
import { formatLongDay } from '../../words/format';
import * as words from '../../words/time';
import classes from './Data.module.css';
import { DigestView } from './DigestView';

/** The day of use, what is to come, and the way forward. */
export function TimePanel() {
  const time = useRead('time.read', {});
  const [busy, setBusy] = useState<string | null>(null);
  const [digest, setDigest] = useState<Digest | null>(null);
  const [told, setTold] = useState('');

  async function advance(label: string, days: number) {
    setBusy(label);
    const outcome = await change('time.advance', { days }, words.advanced(days));
    if ('done' in outcome) {
      setTold(words.came(outcome.done.passed));
      setDigest(outcome.done.digest);
    }
    setBusy(null);
  }

  return (
    <section className={classes.panel} aria-label={words.day}>
      <h2 className={classes.heading}>{words.day}</h2>
      {time.error && (
        <Trouble sentence={failureSentence(time.error.code)} onRetry={() => void time.refetch()} />
      )}
      {!time.data && !time.error && <Skeleton height={120} m={12} />}
      {time.data && (
        <div className={classes.body}>
          <p className={classes.today}>
            <IconCalendar size={18} aria-hidden />
            {formatLongDay(time.data.today)}
          </p>
          {time.data.today !== time.data.calendar && (
            <p className={classes.quiet}>{words.ahead(time.data.calendar)}</p>
          )}
          <p>{words.toCome(time.data.pending, time.data.nextOn)}</p>
          <div className={classes.steps} role="group" aria-label={words.advanceTo}>
            <span>{words.advanceTo}</span>
            {steps(time.data.today).map(([label, days]) => (
              <Button
                key={label}
                size="xs"
                px={9}
                variant="outline"
                loading={busy === label}
                disabled={busy !== null && busy !== label}
                onClick={() => void advance(label, days)}
              >
                {label}
              </Button>
            ))}
          </div>
          <p className={classes.told} role="status">
            {told}
          </p>
          {digest?.to === time.data.today && <DigestView digest={digest} />}
          {time.data.dropped.length > 0 && (
            <details>
              <summary>{words.droppedCount(time.data.dropped.length)}</summary>
              <ul className={classes.dropped}>
                {time.data.dropped.map((event) => (
                  <li key={`${event.dueAt}${event.label}${event.kind}`}>{words.dropped(event)}</li>
                ))}
              </ul>
            </details>
          )}
        </div>
      )}
    </section>
  );
}

/** Tomorrow, the next Monday, the same day of next week; days that are the same are said once. */
function steps(today: string): [string, number][] {
  const weekday = new Date(`${today}T12:00:00Z`).getUTCDay();
  const toMonday = (8 - weekday) % 7 || 7;
  const all: [string, number][] = [
    [words.toTomorrow, 1],
    [words.toMonday, toMonday],
    [words.toNextWeek, 7],
  ];
  return all.filter(([, days], place) => !all.slice(place + 1).some(([, other]) => other === days));
}
