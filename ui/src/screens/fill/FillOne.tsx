import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Link } from 'wouter';
import type { Entity, FieldView, ListPage, Value } from '../../engine';
import { change } from '../../live/change';
import { FieldInput } from '../../parts/FieldInput';
import { codeSentence, problemSentence } from '../../words/errors';
import * as words from '../../words/fill';
import { formatValue } from '../../words/format';
import { readTyped } from '../../words/typed';
import classes from './Fill.module.css';

interface Props {
  entity: Entity;
  field: FieldView;
  row: ListPage['rows'][number];
  columns: FieldView[];
  names: Record<string, string>;
  place: number;
  all: number;
  capped: boolean;
  filled: number;
  onFilled: () => void;
  onGo: (place: number) => void;
  onStop: () => void;
}

/** One record with its blank: Enter writes and goes on, Enter on nothing passes, Escape stops. */
export function FillOne(props: Props) {
  const { field, row, columns, names, place, all } = props;
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const known = columns
    .map((column, at) => ({ column, value: row.values[at] ?? null }))
    .filter(({ value }) => value !== null && value !== '');
  const name = nameOf(known, names) ?? row.ref;

  async function next() {
    if (saving) return;
    if (text.trim() === '') return props.onGo(place + 1);
    const typed = readTyped(field, text);
    if (!typed.ok) return setError(codeSentence(typed.code));
    setSaving(true);
    const edit = { ref: row.ref, values: { [field.key]: typed.value } };
    const outcome = await change('record.edit', edit, words.saved(name));
    setSaving(false);
    if ('done' in outcome) {
      props.onFilled();
      props.onGo(place + 1);
    } else if (outcome.problems[0]) setError(problemSentence(outcome.problems[0]));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (isChoosing(event)) return;
    if (event.key === 'Escape') props.onStop();
    else if (event.key === 'Enter' && (event.ctrlKey || isLine(event.target))) void next();
    else return;
    event.preventDefault();
  }

  return (
    <div className={classes.screen} onKeyDown={onKeyDown}>
      <header className={classes.bar}>
        <h1>{words.title(field.label)}</h1>
        <p role="status">
          {words.place(place + 1, all)}
          {props.filled > 0 && ` · ${words.filled(props.filled)}`}
          {props.capped && ` · ${words.capped(all)}`}
        </p>
        <p className={classes.keys}>{words.keys}</p>
      </header>
      <progress className={classes.progress} value={place} max={all} aria-hidden />
      <section className={classes.card} aria-label={name}>
        <h2>
          <Link href={addressOf(props.entity, row, columns)} title={words.open(name)}>
            {name}
          </Link>
        </h2>
        <FieldInput field={field} value={text} onChange={setText} error={error} inputRef={input} />
        <div className={classes.buttons}>
          <Button loading={saving} disabled={text.trim() === ''} onClick={() => void next()}>
            {words.save}
          </Button>
          <Button variant="default" onClick={() => props.onGo(place + 1)}>
            {words.pass}
          </Button>
          {place > 0 && (
            <Button variant="default" onClick={() => props.onGo(place - 1)}>
              {words.before}
            </Button>
          )}
          <Button variant="subtle" onClick={props.onStop}>
            {words.stop}
          </Button>
        </div>
        <h3>{words.known}</h3>
        <dl className={classes.known}>
          {known.map(({ column, value }) => (
            <div key={column.key}>
              <dt>{column.label}</dt>
              <dd>{formatValue(column, value, names)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

const isLine = (target: EventTarget) =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement;

/** Enter that picks a suggestion, or Escape that closes them, is not for the whole. */
function isChoosing(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  if (event.defaultPrevented) return true;
  return event.key === 'Escape'
    ? target.getAttribute('aria-expanded') === 'true'
    : target.getAttribute('aria-activedescendant') !== null;
}

/** The first text that names the record. */
function nameOf(known: { column: FieldView; value: Value }[], names: Record<string, string>) {
  const naming = known.filter(({ column }) =>
    ['name', 'first_name', 'last_name', 'make', 'model', 'plate', 'number', 'subject'].includes(
      column.key,
    ),
  );
  const texts = naming.map(({ column, value }) => formatValue(column, value, names));
  return texts.length > 0 ? texts.join(' ') : null;
}

function addressOf(entity: Entity, row: Props['row'], columns: FieldView[]): string {
  if (entity === 'customer') return `/clients/${row.ref}`;
  const owner = row.values[columns.findIndex((column) => column.key === 'customer_id')];
  return typeof owner === 'string' ? `/clients/${owner}` : '/clients';
}
