import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { change } from '../../live/change';
import { useRead } from '../../live/read';
import { IconCalendar } from '../../parts/icons';
import { Trouble } from '../../parts/Trouble';
import { failureSentence } from '../../words/errors';
import { formatLongDay } from '../../words/format';
import * as words from '../../words/time';
import classes from './Data.module.css';

/** The day of use, what is to come, and the way forward. */
export function TimePanel() {
  const time = useRead('time.read', {});
  const [busy, setBusy] = useState(0);
  const [told, setTold] = useState('');

  async function advance(days: number) {
    setBusy(days);
    const outcome = await change('time.advance', { days }, words.advanced(days));
    if ('done' in outcome) setTold(words.came(outcome.done.passed));
    setBusy(0);
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
          <div className={classes.steps}>
            <Button
              size="xs"
              px={9}
              variant="outline"
              loading={busy === 1}
              disabled={busy === 7}
              onClick={() => void advance(1)}
            >
              {words.advanceDay}
            </Button>
            <Button
              size="xs"
              px={9}
              variant="outline"
              loading={busy === 7}
              disabled={busy === 1}
              onClick={() => void advance(7)}
            >
              {words.advanceWeek}
            </Button>
          </div>
          <p className={classes.told} role="status">
            {told}
          </p>
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
