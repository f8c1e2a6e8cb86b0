import { Button, Modal } from '@mantine/core';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import * as words from '../../words/lead';
import { close } from '../../words/shell';
import classes from './Leads.module.css';

interface Props {
  title: string;
  /** What the button that keeps it says. */
  label: string;
  busy: boolean;
  size?: number;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form over the board: Ctrl+Enter keeps it, Escape leaves it. */
export function FormFrame({ title, label, busy, size = 680, onSubmit, onClose, children }: Props) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSubmit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !busy) onSubmit();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      yOffset={50}
      closeButtonProps={{ 'aria-label': close }}
    >
      <form onSubmit={submit} onKeyDown={onKeyDown} noValidate className={classes.form}>
        {children}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={busy}>
            {label}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
