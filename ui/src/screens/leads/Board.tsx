import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { LeadBoard, LeadCard, LeadColumn } from '../../engine';
import { useField } from '../../live/catalogue';
import * as words from '../../words/leads';
import { formatCount } from '../../words/typography';
import { actOfKey, moveTo, useKeys, type Act } from './acts';
import { Card } from './Card';
import classes from './Leads.module.css';

interface Props {
  board: LeadBoard;
  onAct: (what: Act, card: LeadCard) => void;
  onMore: () => void;
}

interface Place {
  column: number;
  row: number;
}

/** Four columns of cards: arrows go from one to another, a card is moved by the mouse, the menu or a letter. */
export function Board({ board, onAct, onMore }: Props) {
  const [, go] = useLocation();
  const state = useField('lead', 'state');
  const [place, setPlace] = useState<Place>(() => firstPlace(board));
  const [dragged, setDragged] = useState<LeadCard | null>(null);
  const current = at(board, place);
  const acted = useRef(false);

  const focus = (to: Place) => {
    setPlace(to);
    const card = at(board, to);
    if (card) document.getElementById(idOf(card))?.focus();
  };

  // A card that left its column under the keyboard leaves its place to the next one.
  useEffect(() => {
    if (!acted.current) return;
    acted.current = false;
    if (document.activeElement === document.body || document.activeElement === null)
      focus(nearest(board, place));
    // Only what a change brings.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [board]);

  useKeys((key, event) => {
    const on = document.activeElement?.closest('[data-lead]') !== null;
    const to = moved(board, place, key);
    const act = actOfKey(key);
    if (to) {
      event.preventDefault();
      focus(on ? to : nearest(board, place));
    } else if (act && current) {
      event.preventDefault();
      acted.current = true;
      onAct(act, current);
    }
  });

  return (
    <div className={classes.columns}>
      {board.columns.map((column, number) => (
        <Column
          key={column.state}
          column={column}
          label={state?.choices.find((choice) => choice.value === column.state)?.label ?? ''}
          dragged={dragged}
          current={place.column === number ? place.row : null}
          onCurrent={(row) => setPlace({ column: number, row })}
          onOpen={(card) => go(`/leads/${card.ref}`)}
          onAct={(what, card) => {
            acted.current = true;
            onAct(what, card);
          }}
          onDrag={setDragged}
          onDrop={() => dragged && moveTo(dragged, column.state, (what) => onAct(what, dragged))}
          onMore={onMore}
        />
      ))}
    </div>
  );
}

interface ColumnProps {
  column: LeadColumn;
  label: string;
  dragged: LeadCard | null;
  current: number | null;
  onCurrent: (row: number) => void;
  onOpen: (card: LeadCard) => void;
  onAct: (what: Act, card: LeadCard) => void;
  onDrag: (card: LeadCard | null) => void;
  onDrop: () => void;
  onMore: () => void;
}

function Column(props: ColumnProps) {
  const { column, label, dragged, current } = props;
  const [over, setOver] = useState(false);
  const takes = dragged !== null && dragged.state !== column.state;
  const left = column.total - column.cards.length;
  return (
    <section
      className={classes.column}
      aria-label={label}
      data-over={(over && takes) || undefined}
      onDragOver={(event) => {
        if (!takes) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        props.onDrop();
      }}
    >
      <h2 className={classes.heading}>
        {label}
        <span className={classes.count}>{formatCount(column.total)}</span>
      </h2>
      <ol className={classes.cards}>
        {column.cards.map((card, row) => (
          <Card
            key={card.ref}
            id={idOf(card)}
            card={card}
            reachable={current === row}
            onFocus={() => props.onCurrent(row)}
            onAct={(what) => props.onAct(what, card)}
            onDrag={props.onDrag}
          />
        ))}
      </ol>
      {column.total === 0 && <p className={classes.nothing}>{words.emptyColumn}</p>}
      {left > 0 && (
        <button type="button" className={classes.more} onClick={props.onMore}>
          {words.more(left)}
        </button>
      )}
    </section>
  );
}

const idOf = (card: LeadCard) => `lead-${card.ref}`;
const at = (board: LeadBoard, { column, row }: Place) => board.columns[column]?.cards[row];

function firstPlace(board: LeadBoard): Place {
  return {
    column: Math.max(
      0,
      board.columns.findIndex((one) => one.cards.length > 0),
    ),
    row: 0,
  };
}

/** The place itself, or the last card above it, or the first of the board. */
function nearest(board: LeadBoard, { column, row }: Place): Place {
  const length = board.columns[column]?.cards.length ?? 0;
  return length === 0 ? firstPlace(board) : { column, row: Math.min(row, length - 1) };
}

/** Where a key leads; none for another key. */
function moved(board: LeadBoard, from: Place, key: string): Place | null {
  const down = { arrowdown: 1, arrowup: -1, home: -Infinity, end: Infinity }[key];
  const last = (board.columns[from.column]?.cards.length ?? 1) - 1;
  if (down !== undefined)
    return { ...from, row: Math.min(Math.max(from.row + down, 0), Math.max(last, 0)) };
  const step = { arrowright: 1, arrowleft: -1 }[key];
  if (step === undefined) return null;
  for (let column = from.column + step; board.columns[column]; column += step)
    if (board.columns[column]?.cards.length) return nearest(board, { column, row: from.row });
  return from;
}
