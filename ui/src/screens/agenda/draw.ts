import type { PointerEvent as Pressed } from 'react';
import { SLOT, snapped, STEP } from './time';

/** Where something would go, in minutes of the day. */
export interface Ghost {
  from: number;
  to: number;
}

interface Told {
  onGhost: (ghost: Ghost | null) => void;
  onDrawn: (from: number, to: number) => void;
}

/** Draws a new appointment from where the mouse is pressed to where it is let go. */
export function draw(
  event: Pressed<HTMLDivElement>,
  at: (clientY: number) => number,
  { onGhost, onDrawn }: Told,
): void {
  if (event.button !== 0 || event.target !== event.currentTarget) return;
  const column = event.currentTarget;
  const start = snapped(at(event.clientY), SLOT);
  let drawn: Ghost = { from: start, to: start + 60 };
  onGhost(drawn);
  column.setPointerCapture(event.pointerId);
  const move = (next: PointerEvent) => {
    const end = snapped(at(next.clientY), STEP) + STEP;
    if (Math.abs(next.clientY - event.clientY) < 6) return;
    drawn =
      end > start
        ? { from: start, to: Math.max(end, start + STEP) }
        : { from: end - STEP, to: start + SLOT };
    onGhost(drawn);
  };
  const end = (done: boolean) => () => {
    column.removeEventListener('pointermove', move);
    column.removeEventListener('pointerup', up);
    column.removeEventListener('pointercancel', cancel);
    onGhost(null);
    if (done) onDrawn(drawn.from, drawn.to);
  };
  const [up, cancel] = [end(true), end(false)];
  column.addEventListener('pointermove', move);
  column.addEventListener('pointerup', up);
  column.addEventListener('pointercancel', cancel);
}
