import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { BoardView, Scope, TileView } from '../../engine';
import { useRead } from '../../live/read';
import type { EChartsType } from '../../parts/chart/echarts';
import { IconGripVertical, IconTarget } from '../../parts/icons';
import * as words from '../../words/dashboards';
import { targeted } from '../../words/tileTargets';
import { Calculation } from './Calculation';
import classes from './Dashboards.module.css';
import type { Step } from './places';
import { Placing } from './Placing';
import { TileBody } from './TileBody';
import { TileEditor } from './TileEditor';
import { TileMenu } from './TileMenu';

interface Props {
  board: BoardView;
  tile: TileView;
  scope: Scope;
  /** The class by which the pointer takes hold of the tile; none where there is not the width to arrange a board. */
  handle: string | null;
  onStep: (step: Step) => void;
}

/** A tile: its title, what can be done to it, and what it shows. */
export function Tile({ board, tile, scope, handle, onStep }: Props) {
  const [table, setTable] = useState(false);
  const [open, setOpen] = useState<'edit' | 'calculation' | 'placing' | null>(null);
  const drawn = useRef<EChartsType | null>(null);
  const definition = tile.problem ? null : tile.definition;
  const question = definition?.question;
  const answer = useRead(
    'dashboard.answer',
    { question: question ?? NOTHING, scope },
    { enabled: question !== undefined, keep: true },
  );
  const title = tile.title;
  const close = () => setOpen(null);
  // While a tile is placed, its toolbar covers a part of it: nothing half hidden is left to press.
  const placing = open === 'placing';
  const menu = useRef<HTMLSpanElement>(null);
  const held = board.locked ? null : handle;
  function placed() {
    flushSync(close);
    menu.current?.querySelector('button')?.focus();
  }

  return (
    <section className={classes.tile} aria-label={title}>
      <header className={held ? `${classes.tileHead} ${held}` : classes.tileHead}>
        {held && <IconGripVertical size={16} className={classes.grip} aria-hidden />}
        {definition?.question.target && (
          <span className={classes.targeted} role="img" aria-label={targeted} title={targeted}>
            <IconTarget size={15} aria-hidden />
          </span>
        )}
        <h2 className={classes.tileTitle} title={title}>
          {title}
        </h2>
        <span ref={menu} className={classes.tileMenu} inert={placing}>
          <TileMenu
            board={board}
            tile={tile}
            answer={answer.data ?? null}
            drawn={drawn}
            table={table}
            movable={held !== null}
            onTable={() => setTable(!table)}
            onOpen={setOpen}
          />
        </span>
      </header>
      {placing && <Placing title={title} onStep={onStep} onDone={placed} />}
      <div className={classes.tileBody} inert={placing}>
        {tile.problem && <p className={classes.problem}>{words.tileProblem(tile.problem)}</p>}
        {definition && tile.chart && (
          <TileBody
            title={title}
            chart={table ? 'table' : tile.chart}
            question={definition.question}
            answer={answer.data ?? null}
            failed={answer.error !== null}
            drawn={drawn}
          />
        )}
      </div>
      {open === 'edit' && (
        <TileEditor dashboard={board.name} tile={tile} scope={scope} onClose={close} />
      )}
      {open === 'calculation' && definition && answer.data && (
        <Calculation title={title} definition={definition} answer={answer.data} onClose={close} />
      )}
    </section>
  );
}

/** Never asked: a tile without a definition reads nothing. */
const NOTHING = {
  entity: 'customer' as const,
  measure: 'count' as const,
  by: [],
  filters: [],
  day: null,
  order: 'greatest' as const,
  top: null,
  compare: false,
  goal: null,
};
