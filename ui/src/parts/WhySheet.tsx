import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DrawsMark, Weighed, WhyView } from '../engine';
import * as words from '../words/why';
import classes from './WhySheet.module.css';

interface Props {
  why: WhyView;
  draws: DrawsMark | undefined;
  shown: boolean;
  onShow: () => void;
  /** What is told before the reasons. */
  children?: ReactNode;
}

/** Why somebody reacted or kept silent, for a trainer who confirms before anything is shown. */
export function WhySheet({ why, draws, shown, onShow, children }: Props) {
  return (
    <section className={classes.why} aria-label={words.why}>
      <h3>{words.trainer}</h3>
      {shown ? (
        <Told why={why} draws={draws}>
          {children}
        </Told>
      ) : (
        <>
          <p>{words.confirm}</p>
          <Button size="xs" onClick={onShow} data-autofocus>
            {words.show}
          </Button>
        </>
      )}
    </section>
  );
}

function Told({ why, draws, children }: Pick<Props, 'why' | 'draws' | 'children'>) {
  const tells = why.chances.some(({ drawn }) => drawn !== null);
  return (
    <>
      {why.regime && <p className={classes.quiet}>{words.regimes[why.regime]}</p>}
      {children}
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
      <h4>{tells ? words.chancesDrawn : words.chances}</h4>
      <ul>
        {why.chances.map((known) => (
          <li key={known.of}>
            <span>{words.chance(known)}</span>
            {tells && (
              <span className={classes.drawn} data-met={words.isMet(known) || undefined}>
                {words.drawn(known)}
              </span>
            )}
          </li>
        ))}
      </ul>
      {draws && <p className={classes.quiet}>{words.draws(draws)}</p>}
    </>
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
  percent > 100 === (effect !== 'leave' && effect !== 'complain');
