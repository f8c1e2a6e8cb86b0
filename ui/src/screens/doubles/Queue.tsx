import { useEffect, useRef } from 'react';
import type { PairView } from '../../engine';
import * as words from '../../words/doubles';
import classes from './Doubles.module.css';

interface QueueProps {
  pairs: PairView[];
  place: number;
  onChoose: (place: number) => void;
}

/** The pairs to answer, surest first. */
export function Queue({ pairs, place, onChoose }: QueueProps) {
  const current = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'nearest' });
  }, [place]);
  return (
    <nav className={classes.queue} aria-label={words.queue}>
      <ol>
        {pairs.map((pair, number) => (
          <li key={`${pair.left.ref}+${pair.right.ref}`}>
            <button
              ref={number === place ? current : undefined}
              type="button"
              className={classes.item}
              aria-current={number === place ? 'true' : undefined}
              onClick={() => onChoose(number)}
            >
              <span className={classes.names}>
                <span>{pair.left.label}</span>
                <span>{pair.right.label}</span>
              </span>
              <span className={classes.score}>
                <span className="visually-hidden">{words.scoreOf(pair.score)}</span>
                <span aria-hidden>{words.score(pair.score)}</span>
                {pair.put_off && <em>{words.later}</em>}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
