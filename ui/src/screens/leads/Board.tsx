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
  /** A form stands over the board. */
  busy: boolean;
  onAct: (what: Act, card: LeadCard) => void;
  onMore: () => void;
}

/** Forms give the focus back when they are gone. */
const AFTER_FORM_MS = 150;

interface Place {
  column: number;
  row: number;
}

/** Four columns of cards: arrows go from one to another, a card is moved by the mouse, the menu or a letter. */
export function Board({ board, busy, onAct, onMore }: Props) {
  const [, go] = useLocation();
  const state = useField('lead', 'state');
  const [place, setPlace] = useState<Place>(() => firstPlace(board));
  const [dragged, setDragged] = useState<LeadCard | null>(null);
  const current = at(board, place);
  const box = useRef<HTMLDivElement>(null);
  const inside = useRef(false);

  const focus = (to: Place) => {
    setPlace(to);
    const card = at(board, to);
    if (card) document.getElementById(idOf(card))?.focus();
  };

  // A card that left its column under the keyboard leaves the focus to the next one.
  useEffect(() => {
    if (busy || !inside.current) return;
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) focus(nearest(board, place));
    }, AFTER_FORM_MS);
    return () => clearTimeout(timer);
    // Only what a change or the end of a form brings.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [board, busy]);

  useEffect(() => {
    const onPointerDown = (event: PointerEvent) => {
      inside.current = box.current?.contains(event.target as Node) ?? false;
    };
    window.addEventListener('pointerdown', onPointerDown, true);
    return () => window.removeEventListener('pointerdown', onPointerDown, true);
  }, []);

  useKeys((key, event) => {
    const on = Boolean(document.activeElement?.closest('[data-lead]'));
    const to = moved(board, place, key);
    const act = actOfKey(key);
    if (to) {
      event.preventDefault();
      focus(on ? to : nearest(board, place));
    } else if (act && current && on) {
      event.preventDefault();
      onAct(act, current);
    }
  });

  return (
    <div ref={box} className={classes.columns} onFocus={() => (inside.current = true)}>
      {board.columns.map((column, number) => (
        <Column
          key={column.state}
          column={column}
          label={state?.choices.find((choice) => choice.value === column.state)?.label ?? ''}
          dragged={dragged}
          current={place.column === number ? place.row : null}
          onCurrent={(row) => setPlace({ column: number, row })}
          onOpen={(card) => go(`/leads/${card.ref}`)}
          onAct={onAct}
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
