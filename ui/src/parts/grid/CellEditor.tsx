import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { FieldView, Problem, Value } from '../../engine/types';
import { codeSentence } from '../../words/errors';
import { editText } from '../../words/format';
import { readTyped } from '../../words/typed';
import { FieldInput } from '../FieldInput';
import classes from './DataGrid.module.css';

interface Props {
  field: FieldView;
  value: Value;
  onCommit: (value: Value) => Promise<Problem[]>;
  /** The editor closes: -1, 0 or 1 cell further; `refocus` when the grid takes the focus back. */
  onLeave: (move: -1 | 0 | 1, refocus: boolean) => void;
  sentence: (problem: Problem) => string;
}

/** Edits a cell in place; what was typed stays until it is right or given up. */
export function CellEditor({ field, value, onCommit, onLeave, sentence }: Props) {
  const [draft, setDraft] = useState(() => editText(field, value));
  const [error, setError] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const busy = useRef(false);

  useEffect(() => {
    input.current?.focus();
    input.current?.select?.();
  }, []);

  async function commit(move: -1 | 0 | 1, refocus: boolean) {
    if (busy.current) return;
    const typed = readTyped(field, draft);
    if (!typed.ok) return setError(codeSentence(typed.code));
    busy.current = true;
    const problems = typed.value === value ? [] : await onCommit(typed.value);
    const first = problems[0];
    if (first) setError(sentence(first));
    else onLeave(move, refocus);
    busy.current = false;
  }

  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.key === 'Escape') {
      busy.current = true;
      onLeave(0, true);
    } else if (event.key === 'Tab') {
      event.preventDefault();
      void commit(event.shiftKey ? -1 : 1, true);
    } else if (event.key === 'Enter' && !event.shiftKey && !isChoosing(event)) {
      event.preventDefault();
      void commit(0, true);
    }
  }

  return (
    <div className={classes.editor} onClick={(event) => event.stopPropagation()}>
      <FieldInput
        field={field}
        labelled={false}
        value={draft}
        onChange={setDraft}
        onKeyDown={onKeyDown}
        onBlur={() => void commit(0, false)}
        error={error}
        inputRef={input}
      />
    </div>
  );
}

function isChoosing(event: KeyboardEvent): boolean {
  const input = event.target as HTMLElement;
  return event.defaultPrevented || input.getAttribute('aria-activedescendant') !== null;
}
