import { Loader } from '@mantine/core';
import {
  useEffect,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type SyntheticEvent,
} from 'react';
import type { FieldView, Link, Problem, Value } from '../engine/types';
import { codeSentence } from '../words/errors';
import * as words from '../words/fields';
import { editText, formatValue, writtenValue } from '../words/format';
import { readTyped } from '../words/typed';
import { FieldInput } from './FieldInput';
import classes from './InlineField.module.css';

interface Props {
  field: FieldView;
  value: Value | undefined;
  links?: Record<string, string> | undefined;
  options?: Link[] | undefined;
  /** Saves; gives back the problems found, none when kept. */
  onSave: (value: Value) => Promise<Problem[]>;
  sentence: (problem: Problem) => string;
  /** Hides the label: a table's header says it. */
  bare?: boolean;
  /** Shows the value as it stands, faults of writing included. */
  asWritten?: boolean;
  /** Stands for the label. */
  label?: ReactNode;
}

const WIDE = new Set(['mail', 'long_text']);

/** A value that is edited where it stands: Enter or F2 opens, Enter, Tab or leaving saves, Escape gives up. */
export function InlineField({
  field,
  value,
  links,
  options,
  onSave,
  sentence,
  bare,
  asWritten,
  label: own,
}: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const named = useRef<HTMLSpanElement>(null);
  const back = useRef(false);
  const pending = useRef(false);
  const id = useId();
  const text = (asWritten ? writtenValue : formatValue)(field, value, links);
  const editing = draft !== null;
  const wide = WIDE.has(field.kind) || undefined;

  useEffect(() => {
    if (editing) {
      input.current?.focus();
      input.current?.select?.();
    } else if (back.current) {
      back.current = false;
      button.current?.focus();
    }
  }, [editing]);

  function close(refocus: boolean) {
    back.current = refocus;
    setDraft(null);
    setError(null);
  }

  async function save(refocus: boolean, now = draft) {
    if (now === null || pending.current) return;
    const typed = readTyped(field, now);
    if (!typed.ok) return setError(codeSentence(typed.code));
    if (typed.value === (value ?? null)) return close(refocus);
    pending.current = true;
    setSaving(true);
    const problems = await onSave(typed.value);
    pending.current = false;
    setSaving(false);
    const first = problems[0];
    if (first) setError(sentence(first));
    else close(refocus);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close(true);
    } else if (event.key === 'Enter' && !event.shiftKey && !isChoosing(event)) {
      event.preventDefault();
      void save(true);
    }
  }

  /** The menu key on a value opens what its label opens. */
  function askMore(event: SyntheticEvent) {
    const more = named.current?.querySelector('button');
    if (!more) return;
    event.preventDefault();
    more.click();
  }
  function onValueKey(event: KeyboardEvent) {
    if (event.key === 'F2') setDraft(editText(field, value));
    if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) askMore(event);
  }

  const label = bare ? null : (
    <span className={classes.label} id={`${id}-label`} ref={named}>
      {own ?? field.label}
    </span>
  );

  if (!field.editable) {
    return (
      <div className={classes.field} data-wide={wide}>
        {label}
        <span className={classes.fixed}>{text || words.emptyValue}</span>
      </div>
    );
  }
  if (!editing) {
    return (
      <div className={classes.field} data-wide={wide}>
        {label}
        <button
          type="button"
          ref={button}
          className={classes.value}
          data-empty={text === '' || undefined}
          aria-label={words.edit(field.label, text)}
          onClick={() => setDraft(editText(field, value))}
          onKeyDown={onValueKey}
          aria-keyshortcuts="F2 Shift+F10"
          onContextMenu={askMore}
        >
          {text || words.emptyValue}
        </button>
      </div>
    );
  }
  return (
    <div className={classes.field} data-wide={wide}>
      {label}
      <div className={classes.editor}>
        <FieldInput
          field={field}
          labelled={false}
          value={draft}
          onChange={setDraft}
          onKeyDown={onKeyDown}
          onBlur={() => void save(false)}
          error={error}
          inputRef={input}
          options={options}
        />
        {saving && <Loader size={14} className={classes.saving} />}
      </div>
    </div>
  );
}

/** Enter that picks a suggestion does not save yet. */
function isChoosing(event: KeyboardEvent): boolean {
  const input = event.target as HTMLElement;
  return event.defaultPrevented || input.getAttribute('aria-activedescendant') !== null;
}
