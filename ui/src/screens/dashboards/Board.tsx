import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import type { Boards, Period, Scope } from '../../engine';
import type { Narrowing } from '../../live/lists';
import { usePreference } from '../../live/preference';
import { useRead } from '../../live/read';
import { IconLayoutDashboard, IconPlus } from '../../parts/icons';
import { Empty, Trouble } from '../../parts/Trouble';
import * as words from '../../words/dashboards';
import { failureSentence } from '../../words/errors';
import { BoardBar } from './BoardBar';
import classes from './Dashboards.module.css';
import { Gallery } from './Gallery';
import { Grid } from './Grid';
import { TileEditor } from './TileEditor';

function parseScope(text: string): Scope | null {
  const found = JSON.parse(text) as Partial<Scope> | null;
  if (!found || !words.periodOrder.includes(found.period as Period)) return null;
  return {
    period: found.period as Period,
    from: found.from ?? null,
    to: found.to ?? null,
    site: found.site ?? null,
  };
}

/** What is being put on the board: a ready-made tile, or one's own. */
type Adding = 'ready' | 'own' | null;

interface Props {
  name: string;
  boards: Boards;
  /** A targeting of which a tile is to be composed, at once. */
  narrowing: Narrowing | null;
  /** The tile is there, or was given up. */
  onComposed: () => void;
}

/** One board: what it looks at, and its tiles. */
export function Board({ name, ...rest }: Props) {
  const board = useRead('dashboard.read', { name }, { keep: true });
  if (board.error && !board.data) {
    return (
      <Trouble sentence={failureSentence(board.error.code)} onRetry={() => void board.refetch()} />
    );
  }
  if (!board.data) return <Skeleton height={420} m={16} />;
  return <Opened key={JSON.stringify(board.data.scope)} board={board.data} {...rest} />;
}

function Opened({
  board,
  boards,
  narrowing,
  onComposed,
}: Omit<Props, 'name'> & {
  board: NonNullable<ReturnType<typeof useRead<'dashboard.read'>>['data']>;
}) {
  // What the board itself looks at is part of the key: once it is kept anew, it is shown anew.
  const [scope, setScope, ready] = usePreference<Scope>(
    `dashboard.scope.${board.name}.${JSON.stringify(board.scope)}`,
    parseScope,
    board.scope,
  );
  const [adding, setAdding] = useState<Adding>(null);
  return (
    <>
      <BoardBar board={board} scope={scope} onScope={setScope} onAdd={() => setAdding('ready')} />
      {board.tiles.length === 0 ? (
        <Empty
          icon={<IconLayoutDashboard size={28} aria-hidden />}
          title={words.emptyBoard}
          action={
            <Button
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => setAdding('ready')}
            >
              {words.gallery}
            </Button>
          }
        >
          {words.emptyBoardHint}
        </Empty>
      ) : (
        <div className={classes.board} data-print-wide>
          {ready && <Grid board={board} scope={scope} />}
        </div>
      )}
      {adding === 'ready' && (
        <Gallery
          dashboard={board.name}
          ready={boards.ready}
          onOwn={() => setAdding('own')}
          onClose={() => setAdding(null)}
        />
      )}
      {narrowing && (
        <TileEditor
          dashboard={board.name}
          tile={null}
          narrowing={narrowing}
          scope={scope}
          onClose={onComposed}
        />
      )}
      {adding === 'own' && (
        <TileEditor
          dashboard={board.name}
          tile={null}
          scope={scope}
          onClose={() => setAdding(null)}
        />
      )}
    </>
  );
}
