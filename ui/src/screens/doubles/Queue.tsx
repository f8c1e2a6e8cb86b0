import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { PairView } from '../../engine';
import { IconArrowDown, IconArrowUp } from '../../parts/icons';
import * as words from '../../words/doubles';
import classes from './Doubles.module.css';

interface QueueProps {
  pairs: PairView[];
  place: number;
  onChoose: (place: number) => void;
  /** How many pairs come before those shown, and how many there are in all. */
  first: number;
  total: number;
  onPage: (by: -1 | 1) => void;
}

/** The pairs to answer, surest first. */
export function Queue({ pairs, place, onChoose, first, total, onPage }: QueueProps) {
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
      {total > pairs.length && (
        <div className={classes.pages}>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={words.pageBefore}
            aria-disabled={first === 0}
            onClick={() => first > 0 && onPage(-1)}
          >
            <IconArrowUp size={15} aria-hidden />
          </Button>
          <span>{words.pairsShown(first + 1, first + pairs.length, total)}</span>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={words.pageAfter}
            aria-disabled={first + pairs.length >= total}
            onClick={() => first + pairs.length < total && onPage(1)}
          >
            <IconArrowDown size={15} aria-hidden />
          </Button>
        </div>
      )}
    </nav>
  );
}
