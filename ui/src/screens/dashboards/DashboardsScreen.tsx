import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Boards } from '../../engine';
import { usePreference } from '../../live/preference';
import type { Narrowing } from '../../live/lists';
import { useRead } from '../../live/read';
import { IconLayoutDashboard, IconPlus } from '../../parts/icons';
import { Empty, Trouble } from '../../parts/Trouble';
import * as words from '../../words/dashboards';
import { failureSentence } from '../../words/errors';
import { Board } from './Board';
import { CreateBoard } from './CreateBoard';
import classes from './Dashboards.module.css';
import { boardAddress } from './places';

const parseName = (text: string): string | null => {
  const name: unknown = JSON.parse(text);
  return typeof name === 'string' ? name : null;
};

interface Props {
  name: string | null;
  /** A targeting of which a tile is to be composed. */
  narrowing?: Narrowing | null;
}

/** The boards: one in sight, the others a press away. */
export default function DashboardsScreen({ name, narrowing = null }: Props) {
  const [, go] = useLocation();
  const list = useRead('dashboard.list', {}, { keep: true });
  const [last, setLast, ready] = usePreference('dashboard.last', parseName, '');
  const [creating, setCreating] = useState(false);
  const boards = list.data?.boards ?? [];
  const known = (wanted: string | null) => boards.find((board) => board.name === wanted);
  // A tile is composed for a board that takes one.
  const open = narrowing && known(last)?.locked !== false ? boards.find((b) => !b.locked) : null;
  const shown = name ?? open?.name ?? known(last)?.name ?? boards[0]?.name ?? null;

  useEffect(() => {
    if (ready && name !== null && name !== last && known(name)) setLast(name);
  });

  if (list.error && !list.data) {
    return (
      <Trouble sentence={failureSentence(list.error.code)} onRetry={() => void list.refetch()} />
    );
  }
  return (
    <div className={classes.screen}>
      <div className={classes.top}>
        <h1 className={classes.title}>{words.title}</h1>
        {list.data && <Tabs boards={list.data} shown={shown} onCreate={() => setCreating(true)} />}
      </div>
      {list.data && shown !== null && known(shown) && (
        <Board
          key={shown}
          name={shown}
          boards={list.data}
          narrowing={narrowing}
          onComposed={() => go(boardAddress(shown), { replace: true })}
        />
      )}
      {list.data && shown !== null && !known(shown) && (
        <Empty icon={<IconLayoutDashboard size={28} aria-hidden />} title={words.unknownBoard} />
      )}
      {list.data && shown === null && (
        <Empty
          icon={<IconLayoutDashboard size={28} aria-hidden />}
          title={words.noBoard}
          action={<Button onClick={() => setCreating(true)}>{words.newBoard}</Button>}
        >
          {words.noBoardHint}
        </Empty>
      )}
      {creating && list.data && (
        <CreateBoard
          boards={list.data}
          onClose={() => setCreating(false)}
          onDone={(made) => go(boardAddress(made))}
        />
      )}
    </div>
  );
}

interface TabsProps {
  boards: Boards;
  shown: string | null;
  onCreate: () => void;
}

function Tabs({ boards, shown, onCreate }: TabsProps) {
  return (
    <nav className={classes.tabs} aria-label={words.boards}>
      {boards.boards.map(({ name }) => (
        <Link
          key={name}
          href={boardAddress(name)}
          className={classes.tab}
          aria-current={name === shown ? 'page' : undefined}
        >
          {name}
        </Link>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={15} aria-hidden />}
        onClick={onCreate}
      >
        {words.newBoard}
      </Button>
    </nav>
  );
}
