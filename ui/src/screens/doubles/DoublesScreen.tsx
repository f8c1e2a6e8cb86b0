import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { PairView } from '../../engine';
import { change } from '../../live/change';
import { useRead } from '../../live/read';
import { IconCheck } from '../../parts/icons';
import { Empty, Trouble, Working } from '../../parts/Trouble';
import * as words from '../../words/doubles';
import { failureSentence } from '../../words/errors';
import { Compare, type Answer } from './Compare';
import classes from './Doubles.module.css';
import { Links } from './Links';
import { Queue } from './Queue';

/** Pairs of a page of the queue. */
const PAGE = 100;

/** The records that look alike: a queue, two records side by side, three answers. */
export default function DoublesScreen({ customer = null }: { customer?: string | null }) {
  const [page, setPage] = useState(0);
  const asked = { customer, offset: page * PAGE, limit: PAGE };
  const found = useRead('duplicates.find', asked, { keep: true });
  const [chosen, setChosen] = useState(0);
  const [busy, setBusy] = useState(false);
  const [, go] = useLocation();
  const pairs = found.data?.pairs ?? [];
  const place = Math.min(chosen, Math.max(0, pairs.length - 1));
  const pair = pairs[place];
  const total = found.data?.total ?? 0;
  const last = Math.max(0, Math.ceil(total / PAGE) - 1);
  // The last pair of a page was answered: the page before is now the last.
  useEffect(() => {
    if (found.data && page > last) setPage(last);
  }, [found.data, page, last]);

  function turn(to: number, at: number) {
    setPage(to);
    setChosen(at);
  }

  async function answer(given: Answer, about: PairView) {
    if (busy) return;
    if (given === 'same') {
      go(`/fusion/${about.left.ref}+${about.right.ref}`);
      return;
    }
    setBusy(true);
    const sentence = words.answered[given];
    const sides = { left: about.left.ref, right: about.right.ref };
    await change('duplicates.decide', { ...sides, decision: given }, sentence);
    setBusy(false);
    // A pair put off goes to the end: the next one is now in its place.
  }

  useKeys((key) => {
    if (!pair) return;
    if (key === 'm') void answer('same', pair);
    else if (key === 'd') void answer('different', pair);
    else if (key === 'f' && pair.left.values['kind'] !== 'company') void answer('household', pair);
    else if (key === 'p') void answer('later', pair);
    else if (key === 'arrowdown' && place < pairs.length - 1) setChosen(place + 1);
    else if (key === 'arrowdown' && page < last) turn(page + 1, 0);
    else if (key === 'arrowup' && place > 0) setChosen(place - 1);
    else if (key === 'arrowup' && page > 0) turn(page - 1, PAGE - 1);
  });

  if (found.error) {
    return (
      <Trouble sentence={failureSentence(found.error.code)} onRetry={() => void found.refetch()} />
    );
  }
  return (
    <div className={classes.screen}>
      <header className={classes.bar}>
        <h1 className={classes.title}>{words.title}</h1>
        <p role="status" className={classes.counts}>
          {found.data
            ? [
                words.waiting(found.data.total),
                found.data.put_off > 0 && words.putOff(found.data.put_off),
                found.data.different > 0 && words.told(found.data.different),
              ]
                .filter(Boolean)
                .join(' · ')
            : ''}
        </p>
        {customer !== null && (
          <Link href="/doublons" className={classes.whole}>
            {words.whole}
          </Link>
        )}
        {pair && <p className={classes.keys}>{words.keys}</p>}
      </header>
      {!found.data && <Working sentence={words.searching} />}
      {found.data && !pair && (
        <Empty icon={<IconCheck size={28} aria-hidden />} title={words.none}>
          {customer === null ? words.noneHint : words.noneOfRecord}
        </Empty>
      )}
      {pair && (
        <div className={classes.board}>
          <Queue
            pairs={pairs}
            place={place}
            onChoose={setChosen}
            first={page * PAGE}
            total={total}
            onPage={(by) => turn(page + by, 0)}
          />
          <Compare pair={pair} busy={busy} onAnswer={(given) => void answer(given, pair)} />
        </div>
      )}
      {found.data && found.data.links.length > 0 && <Links links={found.data.links} />}
    </div>
  );
}

const KEYS = new Set(['m', 'd', 'f', 'p', 'arrowdown', 'arrowup']);

/** Single letters and arrows, but not while typing, choosing in a list or with Ctrl or Alt held. */
function useKeys(pressed: (key: string) => void) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target?.closest('input, textarea, select, [role="dialog"], [role="listbox"]')) return;
      const key = event.key.toLowerCase();
      if (!KEYS.has(key)) return;
      event.preventDefault();
      pressed(key);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
}
