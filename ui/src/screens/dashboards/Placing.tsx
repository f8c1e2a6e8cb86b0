import { ActionIcon, Button } from '@mantine/core';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconMinus,
  IconPlus,
  type TablerIcon,
} from '../../parts/icons';
import * as words from '../../words/dashboards';
import classes from './Dashboards.module.css';
import type { Step } from './places';

interface Props {
  title: string;
  onStep: (step: Step) => void;
  onDone: () => void;
}

/** The menu that opens this gives the focus back to its button first. */
const MENU_CLOSED_MS = 60;

const moves: [string, Step, TablerIcon][] = [
  [words.left, { x: -1 }, IconArrowLeft],
  [words.right, { x: 1 }, IconArrowRight],
  [words.up, { y: -1 }, IconArrowUp],
  [words.down, { y: 1 }, IconArrowDown],
];
const sizes: [string, Step, TablerIcon][] = [
  [words.narrower, { w: -1 }, IconMinus],
  [words.wider, { w: 1 }, IconPlus],
  [words.shorter, { h: -1 }, IconMinus],
  [words.taller, { h: 1 }, IconPlus],
];

const keys: Record<string, [Step, Step]> = {
  ArrowLeft: [{ x: -1 }, { w: -1 }],
  ArrowRight: [{ x: 1 }, { w: 1 }],
  ArrowUp: [{ y: -1 }, { h: -1 }],
  ArrowDown: [{ y: 1 }, { h: 1 }],
};

/** What dragging does, by single presses and by keys. */
export function Placing({ title, onStep, onDone }: Props) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => bar.current?.querySelector('button')?.focus(), MENU_CLOSED_MS);
    return () => clearTimeout(timer);
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onDone();
      return;
    }
    const steps = keys[event.key];
    if (!steps) return;
    event.preventDefault();
    onStep(steps[event.shiftKey ? 1 : 0]);
  }

  const button = ([label, step, Icon]: [string, Step, TablerIcon]) => (
    <ActionIcon
      key={label}
      variant="default"
      size={26}
      aria-label={label}
      title={label}
      onClick={() => onStep(step)}
    >
      <Icon size={15} aria-hidden />
    </ActionIcon>
  );

  return (
    <div
      role="toolbar"
      aria-label={words.placing(title)}
      title={words.placingHint}
      className={classes.placing}
      onKeyDown={onKeyDown}
      ref={bar}
    >
      {moves.map(button)}
      <span className={classes.gap} aria-hidden>
        ↔
      </span>
      {sizes.slice(0, 2).map(button)}
      <span className={classes.gap} aria-hidden>
        ↕
      </span>
      {sizes.slice(2).map(button)}
      <Button size="compact-xs" variant="subtle" onClick={onDone}>
        {words.placed}
      </Button>
    </div>
  );
}
