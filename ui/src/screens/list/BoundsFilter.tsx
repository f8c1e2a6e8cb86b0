import { useState } from 'react';
import type { FieldView, Filter, Value } from '../../engine';
import { FieldInput } from '../../parts/FieldInput';
import * as words from '../../words/clients';
import { codeSentence } from '../../words/errors';
import { editText } from '../../words/format';
import { readTyped } from '../../words/typed';
import classes from './List.module.css';

interface Props {
  field: FieldView;
  filter: Filter | undefined;
  /** Null: any value. */
  onFilter: (filter: Filter | null) => void;
}

/** Keeps what lies between two days or two numbers; each side may be left blank. */
export function BoundsFilter({ field, filter, onFilter }: Props) {
  const bounds: Record<'from' | 'to', Value> = {
    from: filter?.from ?? null,
    to: filter?.to ?? null,
  };
  const narrow = (side: 'from' | 'to', value: Value) => {
    const next = { ...bounds };
    next[side] = value;
    const { from, to } = next;
    if (from === null && to === null) onFilter(null);
    else
      onFilter({
        field: field.key,
        values: [],
        ...(from !== null && { from }),
        ...(to !== null && { to }),
      });
  };
  return (
    <div role="group" aria-label={words.filterBounds(field.label)} className={classes.values}>
      <Bound
        field={field}
        label={words.from}
        start={bounds.from}
        onValue={(value) => narrow('from', value)}
      />
      <Bound
        field={field}
        label={words.to}
        start={bounds.to}
        onValue={(value) => narrow('to', value)}
      />
    </div>
  );
}

interface BoundProps {
  field: FieldView;
  label: string;
  start: Value;
  onValue: (value: Value) => void;
}

function Bound({ field, label, start, onValue }: BoundProps) {
  // A month, from a group that was pressed, is no day to edit.
  const month = typeof start === 'string' && start.length === 7;
  const [text, setText] = useState(month ? '' : editText(field, start));
  const [error, setError] = useState<string | null>(null);

  function type(next: string) {
    setText(next);
    const typed = readTyped(field, next);
    if (!typed.ok) return;
    setError(null);
    onValue(typed.value);
  }

  function leave() {
    const typed = readTyped(field, text);
    if (!typed.ok) setError(codeSentence(typed.code));
  }

  return (
    <FieldInput
      field={{ ...field, label, required: false }}
      value={text}
      onChange={type}
      onBlur={leave}
      error={error}
    />
  );
}
