import { useEffect, useRef } from 'react';
import type { FollowUp } from '../../engine';
import { change } from '../../live/change';
import { useSession } from '../../live/session';
import { addDays, addMonth, formatDate } from '../../words/format';
import * as words from '../../words/home';

/** The link of a follow-up, among which the arrows go. */
export const ROW = 'data-follow-up';

/** A call logged and the next date set in one key, on the follow-up that has the focus; none closes it. */
export function useFollowKeys(
  rows: FollowUp[],
  doing: FollowUp | null,
  onDetail: (row: FollowUp) => void,
): void {
  const { today, user } = useSession();
  const acted = useRef<{ activity: string; place: number } | null>(null);
  const act = (activity: string) => {
    const place = all().findIndex((link) => link.getAttribute(ROW) === activity);
    acted.current = { activity, place };
  };

  useEffect(() => {
    if (doing) act(doing.activity);
  }, [doing]);

  // The next follow-up takes the place, and the focus, of the one that is done, by a key or by its form.
  useEffect(() => {
    const done = acted.current;
    if (!done || doing || rows.some(({ activity }) => activity === done.activity)) return;
    // A form that closes has given the focus back by then, if it could.
    const timer = setTimeout(() => {
      acted.current = null;
      if (document.activeElement !== document.body) return;
      const links = all();
      links[Math.min(done.place, links.length - 1)]?.focus();
    }, 30);
    return () => clearTimeout(timer);
  }, [rows, doing]);

  useEffect(() => {
    const days: Record<string, string | null> = {
      '1': addDays(today, 1),
      '3': addDays(today, 3),
      '7': addDays(today, 7),
      m: addMonth(today),
      f: null,
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target?.closest('input, textarea, select, [role="dialog"], [role="listbox"]')) return;
      const links = all();
      const here = target?.closest('li')?.querySelector<HTMLElement>(`[${ROW}]`);
      const place = here ? links.indexOf(here) : -1;
      const key = event.key.toLowerCase();
      const step = { arrowdown: 1, arrowup: -1 }[key];
      if (step !== undefined && links.length > 0) {
        event.preventDefault();
        links[Math.min(Math.max(place + step, 0), links.length - 1)]?.focus();
        return;
      }
      const row = rows.find((one) => one.activity === here?.getAttribute(ROW));
      if (!row) return;
      const next = days[key];
      if (key === 'n') onDetail(row);
      else if (next !== undefined) {
        act(row.activity);
        void log(row, next, user);
      } else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [rows, today, user, onDetail]);
}

const all = () => [...document.querySelectorAll<HTMLElement>(`[${ROW}]`)];

function log({ activity, label }: FollowUp, nextOn: string | null, owner: string | null) {
  const sentence = words.logged(label, nextOn && formatDate(nextOn));
  const call = { activity, kind: 'call', result: null, content: null, nextOn, owner };
  return change('follow_up.done', call, sentence);
}
