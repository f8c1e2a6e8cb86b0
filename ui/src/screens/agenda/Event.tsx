import type { CSSProperties, KeyboardEvent } from 'react';
import type { AgendaSlot } from '../../engine';
import { IconAlertTriangle, IconCheck, IconRepeat } from '../../parts/icons';
import * as words from '../../words/agenda';
import classes from './Agenda.module.css';
import type { Board } from './board';
import { later } from './time';

interface Props {
  slot: AgendaSlot;
  /** The same event in the agenda of others: who it is opened for is asked. */
  others?: AgendaSlot[];
  board: Board;
  /** On the hours, in a line of a month, or above the hours. */
  shape: 'block' | 'line';
  style?: CSSProperties;
  /** One line of text has room. */
  short?: boolean;
  /** Three or more stand side by side. */
  narrow?: boolean;
  onEdge?: ((event: React.PointerEvent) => void) | undefined;
}

/** Keys that move an event by a step: minutes. */
const KEYS: Record<string, number> = {
  ArrowUp: -15,
  ArrowDown: 15,
  ArrowLeft: -24 * 60,
  ArrowRight: 24 * 60,
};

/** An event: it opens by a click, is moved by the mouse or Shift and the arrows, has its menu by a right click or M. */
export function Event(props: Props) {
  const { slot, others = [], board, shape, style, short, narrow, onEdge } = props;
  const shared = others.length > 0;
  const owners = words.sharedBy([slot, ...others]);
  const { tone, Icon } = board.face(slot);
  const place = slot.place && shape === 'block' ? slot.place : null;

  function onKeyDown(event: KeyboardEvent<HTMLButtonElement>) {
    const step = KEYS[event.key];
    if (
      event.key === 'm' ||
      event.key === 'M' ||
      event.key === 'ContextMenu' ||
      (event.shiftKey && event.key === 'F10')
    ) {
      const box = event.currentTarget.getBoundingClientRect();
      board.onMenu(slot, box.left + 12, box.bottom, others);
    } else if (shared) return;
    else if (event.key === 'Delete') board.acts.ask({ what: 'delete', slot });
    else if (event.shiftKey && step !== undefined && (!slot.above || Math.abs(step) > 60))
      board.acts.ask({ what: 'move', slot, starts: later(slot.startsAt, step) });
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <button
      type="button"
      className={classes.event}
      data-shape={shape}
      data-tone={tone}
      data-state={slot.state ?? undefined}
      data-short={short || undefined}
      data-narrow={narrow || undefined}
      style={style}
      title={words.slotSpoken({ ...slot, owner: owners })}
      aria-haspopup={shared ? 'menu' : undefined}
      draggable={!shared}
      onDragStart={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', slot.title);
        board.onDrag({ slot, grab: shape === 'block' ? event.clientY - box.top : 0 });
      }}
      onDragEnd={() => board.onDrag(null)}
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        if (shared) board.onMenu(slot, box.left + 12, box.bottom, others);
        else board.onOpen(slot);
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        board.onMenu(slot, event.clientX, event.clientY, others);
      }}
      onKeyDown={onKeyDown}
    >
      <Icon size={14} className={classes.eventIcon} aria-hidden />
      {!slot.above && (
        <span className={classes.eventTime}>
          {shape === 'block' ? words.hours(slot) : words.hour(slot.startsAt)}
        </span>
      )}
      <span className={classes.eventTitle}>{words.slotTitle(slot)}</span>
      {slot.clash && <IconAlertTriangle size={14} className={classes.eventMark} aria-hidden />}
      {slot.series && (
        <IconRepeat size={12} className={`${classes.eventMark} ${classes.series}`} aria-hidden />
      )}
      {slot.state === 'done' && <IconCheck size={14} className={classes.eventMark} aria-hidden />}
      {shape === 'block' && (
        <span className={classes.eventWho}>
          {[board.everyone ? owners : null, place].filter(Boolean).join(' · ')}
        </span>
      )}
      <span className="visually-hidden">
        {[
          slot.kind && slot.what === 'entry' ? slot.kind : null,
          owners,
          slot.clash ? words.clashWith(slot.clash) : null,
          slot.movedFrom ? words.movedFrom(slot.movedFrom) : null,
          slot.series ? words.comesBack : null,
          slot.state === 'done' ? words.done : slot.state === 'cancelled' ? words.cancelled : null,
        ]
          .filter(Boolean)
          .join(', ')}
      </span>
      {onEdge && <span className={classes.edge} onPointerDown={onEdge} />}
    </button>
  );
}
