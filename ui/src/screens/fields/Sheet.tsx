import { Autocomplete, Button, Modal, TextInput } from '@mantine/core';
import { useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import type { Problem } from '../../engine';
import { useFields } from '../../live/catalogue';
import * as words from '../../words/addedFields';
import { close } from '../../words/shell';
import classes from './Fields.module.css';

export interface Faults {
  of: (field: string) => string | undefined;
  set: (problems: Problem[]) => void;
}

/** What the engine found wrong, by field. */
export function useFaults(): Faults {
  const [problems, setProblems] = useState<Problem[]>([]);
  return {
    set: setProblems,
    of: (field) => {
      const found = problems.find((problem) => problem.field === field);
      return found && words.faultSentence(found);
    },
  };
}

interface Props {
  title: string;
  faults: Faults;
  /** Saves; gives back the problems found, none when kept. */
  save: () => Promise<Problem[]>;
  onClose: () => void;
  children: ReactNode;
}

/** The form of a field: Enter or Ctrl+Enter saves, Escape gives up. */
export function Sheet({ title, faults, save, onClose, children }: Props) {
  const [busy, setBusy] = useState(false);

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    if (busy) return;
    setBusy(true);
    const problems = await save();
    setBusy(false);
    faults.set(problems);
    if (problems.length === 0) onClose();
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={520}
      closeButtonProps={{ 'aria-label': close }}
    >
      <form
        className={classes.form}
        onSubmit={(event) => void submit(event)}
        onKeyDown={onKeyDown}
        noValidate
      >
        {children}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={busy}>
            {words.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

interface TextProps {
  value: string;
  onChange: (text: string) => void;
  error: string | undefined;
}

export function Label({ value, onChange, error }: TextProps) {
  return (
    <TextInput
      label={words.label}
      description={words.labelHint}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      required
      data-autofocus
      autoComplete="off"
    />
  );
}

/** Under which heading of the client's record: one that is there, or a new one. */
export function Heading({ value, onChange, error }: TextProps) {
  const groups = new Set(useFields('customer').map((field) => field.group));
  return (
    <Autocomplete
      label={words.heading}
      placeholder={words.title}
      description={words.headingHint}
      value={value}
      error={error}
      onChange={onChange}
      data={[...groups].filter((group) => group !== '')}
      autoComplete="off"
    />
  );
}
