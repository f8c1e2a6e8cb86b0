import { NativeSelect, Progress, SegmentedControl, Skeleton } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { FollowUp, HomeView } from '../../engine';
import { usePreference } from '../../live/preference';
import { useRead } from '../../live/read';
import { useSession } from '../../live/session';
import { IconCheck } from '../../parts/icons';
import { Empty, Trouble } from '../../parts/Trouble';
import { failureSentence } from '../../words/errors';
import { addDays, formatLongDay } from '../../words/format';
import * as words from '../../words/home';
import { AgendaPanel, LeadPanel } from './Aside';
import { DoneForm } from './DoneForm';
import classes from './Home.module.css';
import { People } from './People';
import { Section } from './Section';
import { useFollowKeys } from './useFollowKeys';
import { Welcome } from './Welcome';

interface Scope {
  mine: boolean;
  site: string | null;
}

const parseScope = (text: string): Scope | null => {
  const scope = JSON.parse(text) as Partial<Scope> | null;
  return scope ? { mine: scope.mine !== false, site: scope.site ?? null } : null;
};

/** « À faire aujourd'hui »: what is late, what is for today, what comes; leads and appointments. */
export function HomeScreen() {
  const { user, group, today } = useSession();
  const [scope, setScope] = usePreference<Scope>('home.scope', parseScope, {
    mine: true,
    site: null,
  });
  const [person, setPerson] = useState<string | null>(null);
  const mine = scope.mine && user !== null;
  const owner = person ?? (mine ? user : null);
  const home = useRead('home.read', { owner, site: scope.site }, { keep: true });
  const [doing, setDoing] = useState<FollowUp | null>(null);
  const board = home.data;
  const rows = useMemo(
    () => (board ? [...board.overdue, ...board.today, ...board.coming] : []),
    [board],
  );
  useFollowKeys(rows, doing, setDoing);

  if (home.error && !board) {
    return (
      <Trouble sentence={failureSentence(home.error.code)} onRetry={() => void home.refetch()} />
    );
  }
  const scopes = [
    { value: 'mine', label: words.mine, disabled: user === null },
    { value: 'all', label: words.everyone },
    ...(person ? [{ value: 'person', label: person }] : []),
  ];
  return (
    <div className={classes.screen}>
      <Welcome />
      <div className={classes.head}>
        <div>
          <h1 className={classes.title}>{words.title}</h1>
          <p className={classes.sub}>{formatLongDay(today)}</p>
        </div>
        {board && <DayProgress board={board} />}
        <div className={classes.scope}>
          <SegmentedControl
            aria-label={words.scope}
            value={person ? 'person' : mine ? 'mine' : 'all'}
            onChange={(value) => {
              if (value === 'person') return;
              setPerson(null);
              setScope({ ...scope, mine: value === 'mine' });
            }}
            data={scopes}
          />
          <NativeSelect
            aria-label={words.site}
            value={scope.site ?? ''}
            data={[{ value: '', label: words.allSites }, ...group.sites.map((site) => site.name)]}
            onChange={(event) => setScope({ ...scope, site: event.currentTarget.value || null })}
          />
        </div>
      </div>
      <p className={classes.hint}>{user === null ? words.whoFirst : words.keys}</p>
      <div className={classes.board}>
        <div className={classes.lists}>
          {board ? (
            <Lists board={board} owner={owner} today={today} onDone={setDoing} />
          ) : (
            <Skeleton height={320} />
          )}
        </div>
        <div className={classes.aside}>
          <LeadPanel owner={owner} site={scope.site} />
          <AgendaPanel owner={owner} site={scope.site} />
          {board && <People people={board.people} chosen={person} onChoose={setPerson} />}
        </div>
      </div>
      {doing && <DoneForm followUp={doing} onClose={() => setDoing(null)} />}
    </div>
  );
}

/** How much of what was due up to today is done. */
function DayProgress({ board }: { board: HomeView }) {
  const left = board.overdueTotal + board.todayTotal;
  const all = board.doneToday + left;
  const share = all === 0 ? 100 : Math.round((board.doneToday * 100) / all);
  return (
    <div className={classes.progress}>
      <span>{words.progress(board.doneToday, left)}</span>
      <Progress value={share} size={8} aria-label={words.progressOf} />
    </div>
  );
}

interface ListsProps {
  board: HomeView;
  owner: string | null;
  today: string;
  onDone: (followUp: FollowUp) => void;
}

function Lists({ board, owner, today, onDone }: ListsProps) {
  const { overdue, overdueTotal, todayTotal, coming, comingTotal } = board;
  const shared = { owner, onDone };
  if (overdueTotal + todayTotal + comingTotal === 0) {
    return (
      <section className={classes.panel}>
        <Empty icon={<IconCheck size={28} aria-hidden />} title={words.allDone}>
          {words.allDoneHint}
        </Empty>
      </section>
    );
  }
  const days = { from: null, to: addDays(today, -1) };
  const next = { from: addDays(today, 1), to: addDays(today, 6) };
  const now = { from: today, to: today };
  return (
    <>
      <Section
        title={words.overdue}
        tone="late"
        rows={overdue}
        total={overdueTotal}
        {...shared}
        {...days}
      />
      <Section
        title={words.today}
        tone="today"
        rows={board.today}
        total={todayTotal}
        {...shared}
        {...now}
      />
      <Section
        title={words.coming}
        tone="coming"
        rows={coming}
        total={comingTotal}
        {...shared}
        {...next}
      />
    </>
  );
}
