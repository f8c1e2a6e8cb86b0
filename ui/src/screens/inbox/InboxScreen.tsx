import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useRead } from '../../live/read';
import { useSession } from '../../live/session';
import { IconInbox } from '../../parts/icons';
import { Empty, Trouble } from '../../parts/Trouble';
import { failureSentence } from '../../words/errors';
import * as words from '../../words/inbox';
import classes from './Inbox.module.css';
import { Lines } from './Lines';
import { Reading } from './Reading';
import { Regime } from './Regime';
import { useUnread } from './useUnread';

/** Lines at first, and how many more each time. */
const STEP = 100;

/** What customers answered: the lines at the left, one of them at the right with what is to be done. */
export default function InboxScreen() {
  const { staff } = useSession();
  const [handled, setHandled] = useState(false);
  const [intent, setIntent] = useState<string | null>(null);
  const [owner, setOwner] = useState<string | null>(null);
  const [limit, setLimit] = useState(STEP);
  const [chosen, setChosen] = useState<number | null>(null);
  const asked = { handled, intent, owner, campaign: null, limit, offset: 0 };
  const inbox = useRead('inbox.list', asked, { keep: true });
  const lines = inbox.data?.lines ?? [];
  const at = lines.findIndex(({ id }) => id === chosen);
  // The line that was handled has left: the one that took its place is read next.
  const [place, setPlace] = useState(0);
  const current = at >= 0 ? lines[at] : lines[Math.min(place, lines.length - 1)];

  const { opened, toggle } = useUnread();

  function choose(to: number) {
    const line = lines[to];
    if (!line) return;
    opened(current, line);
    setPlace(to);
    setChosen(line.id);
  }
  const shownAt = current ? lines.indexOf(current) : 0;
  useKeys({
    arrowdown: () => choose(shownAt + 1),
    arrowup: () => choose(shownAt - 1),
    l: () => current && !current.handledAt && toggle(current),
  });

  if (inbox.error && !inbox.data) {
    return (
      <Trouble sentence={failureSentence(inbox.error.code)} onRetry={() => void inbox.refetch()} />
    );
  }
  const all = inbox.data?.byIntent.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const labelOf = (code: string) =>
    inbox.data?.intents.find((known) => known.intent === code)?.label ?? code;
  const filtered = intent !== null || owner !== null;
  return (
    <div className={classes.screen}>
      <header className={classes.bar}>
        <h1 className={classes.title}>{words.title}</h1>
        <p role="status" className={classes.counts}>
          {inbox.data ? words.counted(inbox.data) : words.reading}
        </p>
        <SegmentedControl
          size="xs"
          aria-label={words.shown}
          value={handled ? 'handled' : 'waiting'}
          onChange={(value) => setHandled(value === 'handled')}
          data={[
            { value: 'waiting', label: words.toHandle },
            { value: 'handled', label: words.handled },
          ]}
        />
        <NativeSelect
          aria-label={words.intent}
          size="sm"
          className={classes.select}
          value={intent ?? ''}
          onChange={(event) => setIntent(event.currentTarget.value || null)}
          data={[
            { value: '', label: words.allIntents(all) },
            ...(inbox.data?.byIntent ?? []).map((known) => ({
              value: known.intent,
              label: `${labelOf(known.intent)} (${known.count})`,
            })),
          ]}
        />
        <NativeSelect
          aria-label={words.owner}
          size="sm"
          className={classes.select}
          value={owner ?? ''}
          onChange={(event) => setOwner(event.currentTarget.value || null)}
          data={[{ value: '', label: words.everyone }, ...staff.map(({ name }) => name)]}
        />
        <Regime />
      </header>
      {inbox.data && lines.length === 0 && (
        <Empty
          icon={<IconInbox size={28} aria-hidden />}
          title={filtered ? words.noneFiltered : handled ? words.noneHandled : words.none}
        >
          {!filtered && !handled && words.noneHint}
        </Empty>
      )}
      {current && (
        <div className={classes.board}>
          <div className={classes.column}>
            <Lines lines={lines} current={current.id} labelOf={labelOf} onChoose={choose} />
            {inbox.data && inbox.data.total > lines.length && (
              <Button variant="subtle" size="xs" onClick={() => setLimit(limit + STEP)}>
                {words.more}
              </Button>
            )}
            <p className={classes.keys}>{words.keys}</p>
          </div>
          <Reading
            key={current.id}
            id={current.id}
            read={current.read}
            onToggle={() => toggle(current)}
            onEngage={() => opened(current)}
          />
        </div>
      )}
    </div>
  );
}

/** Keys of the list, but not while typing or over a form. */
function useKeys(acts: Record<string, () => void>) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const act = acts[event.key.toLowerCase()];
      const target = event.target instanceof HTMLElement ? event.target : null;
      const elsewhere =
        'input, textarea, select, [role="dialog"], [role="listbox"], [role="radiogroup"]';
      if (!act || target?.closest(elsewhere)) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
}
