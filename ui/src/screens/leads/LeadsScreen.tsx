import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { LeadBoard, LeadCard } from '../../engine';
import { useField } from '../../live/catalogue';
import { usePreference } from '../../live/preference';
import { useRead } from '../../live/read';
import { useSession } from '../../live/session';
import { IconInbox, IconPlus } from '../../parts/icons';
import { LeadViews } from '../../parts/LeadViews';
import { Empty, Trouble } from '../../parts/Trouble';
import { failureSentence } from '../../words/errors';
import * as words from '../../words/leads';
import { ActForm } from './ActForm';
import { actsOf, type Act, type Acting } from './acts';
import { Board } from './Board';
import { Desk } from './Desk';
import classes from './Leads.module.css';
import { NewLead } from './NewLead';

interface Kept {
  site: string | null;
  owner: string | null;
  kind: string | null;
}

const all: Kept = { site: null, owner: null, kind: null };
const parseKept = (text: string) => {
  const kept = JSON.parse(text) as Partial<Kept> | null;
  return kept ? { ...all, ...kept } : null;
};

/** Cards of a column at first, and how many more each time. */
const STEP = 30;
const NOBODY = '-';

/** The leads by state and urgency; one of them with its neighbours when the address names it. */
export default function LeadsScreen({ reference }: { reference: string | null }) {
  const [kept, setKept] = usePreference<Kept>('leads.filters', parseKept, all);
  const [limit, setLimit] = useState(STEP);
  const [acting, setActing] = useState<Acting | null>(null);
  const [adding, setAdding] = useState(false);
  const owner = kept.owner === NOBODY ? '' : kept.owner;
  const board = useRead(
    'leads.board',
    { site: kept.site, owner, free: false, kind: kept.kind, limit },
    { keep: true },
  );
  const act = (what: Act, card: LeadCard) => {
    if (actsOf(card).includes(what)) setActing({ what, ref: card.ref });
  };

  if (board.error && !board.data) {
    return (
      <Trouble sentence={failureSentence(board.error.code)} onRetry={() => void board.refetch()} />
    );
  }
  const filtered = kept.site !== null || kept.owner !== null || kept.kind !== null;
  const total = board.data?.columns.reduce((sum, column) => sum + column.total, 0);
  return (
    <div className={classes.screen}>
      <header className={classes.bar}>
        <h1 className={classes.title}>{words.title}</h1>
        <LeadViews shown="board" />
        <Filters kept={kept} onKept={setKept} />
        <Button
          className={classes.push}
          px="xs"
          aria-label={words.newLead}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          <span className={classes.wide}>{words.newLead}</span>
        </Button>
        <Figures board={board.data} desk={reference !== null} />
      </header>
      {total === 0 && reference === null && (
        <Empty
          icon={<IconInbox size={28} aria-hidden />}
          title={filtered ? words.noneFiltered : words.none}
          action={filtered && <Button onClick={() => setKept(all)}>{words.showAll}</Button>}
        >
          {!filtered && words.noneHint}
        </Empty>
      )}
      {board.data && reference !== null && (
        <Desk board={board.data} reference={reference} onAct={act} />
      )}
      {board.data && reference === null && total !== 0 && (
        <Board
          board={board.data}
          busy={acting !== null}
          onAct={act}
          onMore={() => setLimit(limit + STEP)}
        />
      )}
      {acting && <ActForm key={acting.ref} acting={acting} onClose={() => setActing(null)} />}
      {adding && <NewLead onClose={() => setAdding(false)} />}
    </div>
  );
}

function Figures({ board, desk }: { board: LeadBoard | undefined; desk: boolean }) {
  return (
    <div className={classes.figures}>
      <p role="status" className={classes.counts}>
        {board ? words.waiting(board.speed) : words.reading}
      </p>
      {board && words.waiting(board.speed) !== '' && (
        <p className={classes.speed} title={words.speedHint(board.speed)}>
          {words.speed(board.speed)}
        </p>
      )}
      <p className={classes.keys}>{desk ? words.sheetKeys : words.keys}</p>
    </div>
  );
}

function Filters({ kept, onKept }: { kept: Kept; onKept: (kept: Kept) => void }) {
  const { group, staff } = useSession();
  const kinds = useField('lead', 'kind')?.choices ?? [];
  const select = (
    key: keyof Kept,
    label: string,
    whole: string,
    data: { value: string; label: string }[],
  ) => (
    <NativeSelect
      aria-label={label}
      size="sm"
      className={classes.select}
      value={kept[key] ?? ''}
      data={[{ value: '', label: whole }, ...data]}
      onChange={(event) => onKept({ ...kept, [key]: event.currentTarget.value || null })}
    />
  );
  const named = (names: string[]) => names.map((name) => ({ value: name, label: name }));
  return (
    <div role="group" aria-label={words.filters} className={classes.filters}>
      {select('site', words.site, words.allSites, named(group.sites.map(({ name }) => name)))}
      {select('owner', words.owner, words.everyone, [
        { value: NOBODY, label: words.nobody },
        ...named(staff.map(({ name }) => name)),
      ])}
      {select('kind', words.kind, words.allKinds, kinds)}
    </div>
  );
}
