import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './Inbox.module.css';

/** A part of the handling: ticked, it opens. */
export function Part({
  label,
  on,
  onToggle,
  children,
}: {
  label: string;
  on: boolean;
  onToggle: (on: boolean) => void;
  children: ReactNode;
}) {
  return (
    <div className={classes.part} data-on={on || undefined}>
      <Checkbox
        size="sm"
        label={label}
        checked={on}
        onChange={(event) => onToggle(event.currentTarget.checked)}
      />
      {on && <div className={classes.inside}>{children}</div>}
    </div>
  );
}
