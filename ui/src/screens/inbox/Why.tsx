import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Weighed, WhyView } from '../../engine';
import { useRead } from '../../live/read';
import * as words from '../../words/why';
import classes from './Inbox.module.css';

/** Why the reaction came, for a trainer who asks twice. */
export function Why({ why }: { why: WhyView }) {
  const [step, setStep] = useState<'closed' | 'asked' | 'shown'>('closed');
  const draws = useRead('replies.draws', {}, { enabled: step === 'shown' });
  if (why.regime === null) return null;
  if (step === 'closed') {
    return (
      <Button size="compact-xs" variant="subtle" onClick={() => setStep('asked')}>
        {words.why}
      </Button>
    );
  }
  return (
    <section className={classes.why} aria-label={words.why}>
      <h3>{words.trainer}</h3>
      {step === 'asked' ? (
        <>
          <p>{words.confirm}</p>
          <Button size="xs" onClick={() => setStep('shown')}>
            {words.show}
          </Button>
        </>
      ) : (
        <>
          <p className={classes.quiet}>{words.regimes[why.regime]}</p>
          <h4>{words.reasons}</h4>
          {why.reasons.length === 0 && <p>{words.noReason}</p>}
          <ul>
            {byFactor(why.reasons).map((weights) => (
              <li key={weights[0]?.factor}>
                <span>{weights[0] && words.factor(weights[0])}</span>
                <span className={classes.weights}>
                  {weights.map((reason) => (
                    <span
                      key={reason.effect}
                      className={classes.weight}
                      data-good={isGood(reason) || undefined}
                    >
                      {words.weight(reason)}
                    </span>
                  ))}
                </span>
              </li>
            ))}
          </ul>
          <h4>{words.chances}</h4>
          <ul>
            {why.chances.map((known) => (
              <li key={known.of}>{words.chance(known)}</li>
            ))}
          </ul>
          {draws.data && <p className={classes.quiet}>{words.draws(draws.data)}</p>}
        </>
      )}
      <Button size="compact-xs" variant="subtle" onClick={() => setStep('closed')}>
        {words.hide}
      </Button>
    </section>
  );
}

/** What a factor does to each chance stands on one line. */
function byFactor(reasons: Weighed[]): Weighed[][] {
  const found = new Map<string, Weighed[]>();
  for (const reason of reasons)
    found.set(reason.factor, [...(found.get(reason.factor) ?? []), reason]);
  return [...found.values()];
}

/** More reading and answering, less leaving and complaining. */
const isGood = ({ effect, percent }: Weighed) =>
  percent > 100 === (effect === 'read' || effect === 'act');
