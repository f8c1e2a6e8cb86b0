import { useMemo, useState, type CSSProperties } from 'react';
import ReactGridLayout, { useContainerWidth, type Layout } from 'react-grid-layout';
import type { BoardView, Scope } from '../../engine';
import { change } from '../../live/change';
import classes from './Dashboards.module.css';
import {
  COLUMNS,
  columnsIn,
  layoutOf,
  MARGIN,
  movesOf,
  narrowed,
  ROW_HEIGHT,
  stepped,
  type Step,
} from './places';
import { Tile } from './Tile';

const HANDLE = 'tile-handle';

/** A page laid down, in points, less the title of the board. */
const PAPER = { width: 1039, height: 600 };

/** By how much a board is made smaller to go on one page, unless it could no longer be read. */
function onPaper(width: number, layout: Layout): CSSProperties {
  const height = Math.max(0, ...layout.map(({ y, h }) => y + h)) * (ROW_HEIGHT + MARGIN);
  const fitting = Math.min(1, PAPER.width / width, PAPER.height / height);
  return { '--on-paper': Math.max(0.5, fitting) } as CSSProperties;
}

/** The tiles of a board where they stand; they are dragged, resized, or moved step by step from their menu. */
export function Grid({ board, scope }: { board: BoardView; scope: Scope }) {
  const { width, mounted, containerRef } = useContainerWidth();
  const columns = columnsIn(width);
  const arranged = columns === COLUMNS;
  const layout = useMemo(
    () => (arranged ? layoutOf(board.tiles) : narrowed(board.tiles, columns)),
    [arranged, board.tiles, columns],
  );
  // A place that was refused is forgotten: the board is drawn anew.
  const [refused, setRefused] = useState(0);

  async function place(next: Layout) {
    const places = movesOf(next, board.tiles);
    if (places.length === 0) return;
    const outcome = await change('tile.place', { dashboard: board.name, places });
    if (!('done' in outcome)) setRefused((times) => times + 1);
  }

  return (
    <div ref={containerRef} className={classes.grid} style={onPaper(width, layout)}>
      {mounted && (
        <ReactGridLayout
          key={`${refused}/${columns}`}
          width={width}
          layout={layout}
          gridConfig={{
            cols: columns,
            rowHeight: ROW_HEIGHT,
            margin: [MARGIN, MARGIN],
            containerPadding: [0, 0],
          }}
          dragConfig={{ enabled: !board.locked && arranged, handle: `.${HANDLE}` }}
          resizeConfig={{ enabled: !board.locked && arranged }}
          onDragStop={(next) => void place(next)}
          onResizeStop={(next) => void place(next)}
        >
          {board.tiles.map((tile) => (
            <div key={tile.ref} className={classes.cell}>
              <Tile
                board={board}
                tile={tile}
                scope={scope}
                handle={arranged ? HANDLE : null}
                onStep={(step: Step) => void place(stepped(board.tiles, tile.ref, step))}
              />
            </div>
          ))}
        </ReactGridLayout>
      )}
    </div>
  );
}
