import { useEffect } from 'react';
import { call } from '../engine';
import { arrived } from '../words/inbox';
import { queryClient, readAgain } from './client';
import { say } from './toasts';

/** How often the inbox is looked at, in milliseconds: a quick SMS is answered within a minute. */
const EVERY = 45_000;

/** Answers come while one works: they are said, and all that is shown is read again. */
export function useArrivals(): void {
  useEffect(() => {
    let known: number | null = null;
    const look = async () => {
      if (document.hidden) return;
      const { waiting } = await call('replies.read', {});
      const shown = queryClient.getQueryData<{ waiting: number }>(['replies.read', {}]);
      const before = shown?.waiting ?? known ?? waiting;
      known = waiting;
      if (waiting > before) {
        await readAgain();
        say(arrived(waiting - before), 'good');
      }
    };
    // A look that fails says nothing: the next act of the person will say what is wrong.
    const timer = setInterval(() => void look().catch(() => undefined), EVERY);
    return () => clearInterval(timer);
  }, []);
}
