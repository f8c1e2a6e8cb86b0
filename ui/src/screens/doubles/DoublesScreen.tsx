import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { PairView } from '../../engine';
import { change } from '../../live/change';
import { useRead } from '../../live/read';
import { IconCheck } from '../../parts/icons';
import { Empty, Trouble } from '../../parts/Trouble';
import * as words from '../../words/doubles';
import { failureSentence } from '../../words/errors';
import { Compare, type Answer } from './Compare';
import classes from './Doubles.module.css';
import { Links } from './Links';
import { Queue } from './Queue';

const SHOWN = 200;

/** The records that look alike: a queue, two records side by side, three answers. */
export default function DoublesScreen({ customer = null }: { customer?: string | null }) {
  const found = useRead('duplicates.find', { customer, limit: SHOWN }, { keep: true });
  const [chosen, setChosen] = useState(0);
  const [busy, setBusy] = useState(false);
  const [, go] = useLocation();
  const pairs = found.data?.pairs ?? [];
  const place = Math.min(chosen, Math.max(0, pairs.length - 1));
  const pair = pairs[place];

  async function answer(given: Answer, about: PairView) {
    if (busy) return;
    if (given === 'same') {
      go(`/fusion/${about.left.ref}+${about.right.ref}`);
      return;
    }
    setBusy(true);
    const sentence = given === 'later' ? words.keptForLater : words.keptApart;
    const sides = { left: about.left.ref, right: about.right.ref };
    await change('duplicates.decide', { ...sides, decision: given }, sentence);
    setBusy(false);
    // A pair put off goes to the end: the next one is now in its place.
  }

  useKeys((key) => {
    if (!pair) return;
    if (key === 'm') void answer('same', pair);
    else if (key === 'd') void answer('different', pair);
    else if (key === 'p') void answer('later', pair);
    else if (key === 'arrowdown') setChosen(Math.min(place + 1, pairs.length - 1));
    else if (key === 'arrowup') setChosen(Math.max(place - 1, 0));
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
            : words.searching}
        </p>
        {customer !== null && (
          <Link href="/doublons" className={classes.whole}>
            {words.whole}
          </Link>
        )}
        {pair && <p className={classes.keys}>{words.keys}</p>}
      </header>
      {found.data && !pair && (
        <Empty icon={<IconCheck size={28} aria-hidden />} title={words.none}>
          {customer === null ? words.noneHint : words.noneOfRecord}
        </Empty>
      )}
      {pair && (
        <div className={classes.board}>
          <Queue pairs={pairs} place={place} onChoose={setChosen} />
          <Compare pair={pair} busy={busy} onAnswer={(given) => void answer(given, pair)} />
        </div>
      )}
      {found.data && found.data.links.length > 0 && <Links links={found.data.links} />}
    </div>
  );
}

/** Single letters and arrows, but not while typing, choosing in a list or with Ctrl or Alt held. */
function useKeys(pressed: (key: string) => void) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target?.closest('input, textarea, select, [role="dialog"], [role="listbox"]')) return;
      const key = event.key.toLowerCase();
      if (!['m', 'd', 'p', 'arrowdown', 'arrowup'].includes(key)) return;
      event.preventDefault();
      pressed(key);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
}
