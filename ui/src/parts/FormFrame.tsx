import { Button, Modal } from '@mantine/core';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { close } from '../words/shell';
import classes from './FormFrame.module.css';

export interface FormFrameProps {
  title: string;
  /** What the button that keeps it says. */
  label: string;
  /** What the button that leaves it says. */
  cancel: string;
  busy?: boolean;
  size: number;
  yOffset?: number;
  danger?: boolean;
  className?: string;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form over the screen: Ctrl+Enter keeps it, Escape leaves it. */
export function FormFrame({ busy = false, danger, onSubmit, ...props }: FormFrameProps) {
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
      onClose={props.onClose}
      title={props.title}
      size={props.size}
      yOffset={props.yOffset ?? 50}
      closeButtonProps={{ 'aria-label': close }}
    >
      <form
        ref={beginInFirst}
        onSubmit={submit}
        onKeyDown={onKeyDown}
        noValidate
        className={props.className ?? classes.form}
      >
        {props.children}
        <div className={classes.buttons}>
          <Button variant="default" onClick={props.onClose}>
            {props.cancel}
          </Button>
          <Button type="submit" loading={busy} {...(danger ? { color: 'red.9' } : {})}>
            {props.label}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** One begins to type at once: in the first field, where none is told to come first. */
function beginInFirst(form: HTMLFormElement | null) {
  if (!form || form.querySelector('[data-autofocus]')) return;
  form.querySelector('input, select, textarea')?.setAttribute('data-autofocus', '');
}
