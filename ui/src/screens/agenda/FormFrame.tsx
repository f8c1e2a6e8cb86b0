import { Button, Modal } from '@mantine/core';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import * as appointment from '../../words/appointment';
import { close } from '../../words/shell';
import classes from './Agenda.module.css';

interface Props {
  title: string;
  label: string;
  busy?: boolean;
  size?: number;
  danger?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form over the agenda: Ctrl+Enter keeps it, Escape leaves it. */
export function FormFrame(props: Props) {
  const { title, label, busy = false, size = 700, danger, onSubmit, onClose, children } = props;
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
      yOffset={40}
      closeButtonProps={{ 'aria-label': close }}
    >
      <form onSubmit={submit} onKeyDown={onKeyDown} noValidate className={classes.form}>
        {children}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {appointment.cancel}
          </Button>
          <Button type="submit" loading={busy} {...(danger ? { color: 'red.9' } : {})}>
            {label}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
