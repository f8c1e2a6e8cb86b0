import { NativeSelect, SegmentedControl, Skeleton } from '@mantine/core';
import { useState } from 'react';
import type { FollowUp } from '../../engine';
import { usePreference } from '../../live/preference';
import { useRead } from '../../live/read';
import { useSession } from '../../live/session';
import { IconCheck } from '../../parts/icons';
import { Empty, Trouble } from '../../parts/Trouble';
import { failureSentence } from '../../words/errors';
import { formatLongDay } from '../../words/format';
import * as words from '../../words/home';
import { formatCount } from '../../words/typography';
import { AgendaPanel, LeadPanel } from './Aside';
import { DoneForm } from './DoneForm';
import { FollowUpRow } from './FollowUpRow';
import classes from './Home.module.css';

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
  const mine = scope.mine && user !== null;
  const home = useRead(
    'home.read',
    { owner: mine ? user : null, site: scope.site },
    { keep: true },
  );
  const [doing, setDoing] = useState<FollowUp | null>(null);

  if (home.error && !home.data) {
    return (
      <Trouble sentence={failureSentence(home.error.code)} onRetry={() => void home.refetch()} />
    );
  }
  const board = home.data;
  const nothing = board && board.overdueTotal + board.todayTotal + board.comingTotal === 0;
  return (
    <div className={classes.screen}>
      <div className={classes.head}>
        <div>
          <h1 className={classes.title}>{words.title}</h1>
          <p className={classes.sub}>
            {formatLongDay(today)}
            {board && ` · ${words.doneToday(board.doneToday)}`}
          </p>
        </div>
        <div className={classes.scope}>
          <SegmentedControl
            aria-label={words.scope}
            value={mine ? 'mine' : 'all'}
            onChange={(value) => setScope({ ...scope, mine: value === 'mine' })}
            data={[
              { value: 'mine', label: words.mine, disabled: user === null },
              { value: 'all', label: words.everyone },
            ]}
          />
          <NativeSelect
            aria-label={words.site}
            value={scope.site ?? ''}
            data={[{ value: '', label: words.allSites }, ...group.sites.map((site) => site.name)]}
            onChange={(event) => setScope({ ...scope, site: event.currentTarget.value || null })}
          />
        </div>
      </div>
      {user === null && <p className={classes.hint}>{words.whoFirst}</p>}
      <div className={classes.board}>
        <div className={classes.lists}>
          {!board && <Skeleton height={320} />}
          {nothing && (
            <section className={classes.panel}>
              <Empty icon={<IconCheck size={28} aria-hidden />} title={words.allDone}>
                {words.allDoneHint}
              </Empty>
            </section>
          )}
          {board && (
            <>
              <List
                title={words.overdue}
                tone="late"
                rows={board.overdue}
                total={board.overdueTotal}
                onDone={setDoing}
              />
              <List
                title={words.today}
                tone="today"
                rows={board.today}
                total={board.todayTotal}
                onDone={setDoing}
              />
              <List
                title={words.coming}
                tone="coming"
                rows={board.coming}
                total={board.comingTotal}
                onDone={setDoing}
              />
            </>
          )}
        </div>
        <div className={classes.aside}>
          {board ? (
            <>
              <LeadPanel owner={mine ? user : null} site={scope.site} />
              <AgendaPanel entries={board.appointments} />
            </>
          ) : (
            <Skeleton height={320} />
          )}
        </div>
      </div>
      {doing && <DoneForm followUp={doing} onClose={() => setDoing(null)} />}
    </div>
  );
}

interface ListProps {
  title: string;
  tone: 'late' | 'today' | 'coming';
  rows: FollowUp[];
  total: number;
  onDone: (followUp: FollowUp) => void;
}

function List({ title, tone, rows, total, onDone }: ListProps) {
  if (total === 0) return null;
  return (
    <section className={classes.panel} aria-label={title}>
      <h2 className={classes.heading}>
        {title}
        <span className={classes.count} data-tone={tone}>
          {formatCount(total)}
        </span>
      </h2>
      <ul className={classes.rows}>
        {rows.map((row) => (
          <FollowUpRow key={row.activity} followUp={row} onDone={() => onDone(row)} />
        ))}
      </ul>
      {total > rows.length && <p className={classes.more}>{words.andMore(total - rows.length)}</p>}
    </section>
  );
}
