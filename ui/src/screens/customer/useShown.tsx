import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { more as moreWords } from '../../words/timeline';

/** The first records of many, and the button that shows some more of them. */
export function useShown<T>(all: T[], step: number): { shown: T[]; more: ReactNode } {
  const [count, setCount] = useState(step);
  const left = all.length - count;
  return {
    shown: all.slice(0, count),
    more: left > 0 && (
      <Button variant="default" onClick={() => setCount(count + step)}>
        {moreWords(Math.min(step, left))}
      </Button>
    ),
  };
}
