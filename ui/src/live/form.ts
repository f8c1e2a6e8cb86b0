import { useRef, useState } from 'react';
import {
  call,
  type Entity,
  type FieldView,
  type Problem,
  type Value,
  type Values,
} from '../engine';
import type { ShownForm } from '../parts/FormFields';
import { codeSentence, problemSentence } from '../words/errors';
import { readTyped } from '../words/typed';
import { sayFailure } from './change';

export interface EntityForm {
  texts: Record<string, string>;
  errors: Record<string, string>;
  set: (key: string, text: string) => void;
  /** Checks what stands in the form once a field is left. */
  leave: (key: string) => void;
  /** Values as the engine reads them; what cannot be read is left out. */
  values: () => Values;
  /** Reads, then saves; the first field at fault takes the focus. True when kept. */
  submit: (save: (values: Values) => Promise<Problem[]>) => Promise<boolean>;
  busy: boolean;
  /** What its fields are shown with. */
  shown: ShownForm;
}

interface Options {
  entity: Entity;
  fields: FieldView[];
  /** What the form begins with, as text. */
  start?: Record<string, string>;
  /** Values that are not shown. */
  fixed?: Values;
  /** Makes ids unique when several forms are on the page. */
  id: string;
}

/** The state of a form on any entity: texts as typed, checked by the engine. */
export function useEntityForm({ entity, fields, start = {}, fixed = {}, id }: Options): EntityForm {
  const [texts, setTexts] = useState(start);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const left = useRef(new Set<string>());
  const latest = useRef(texts);
  latest.current = texts;

  const labelOf = (key: string | null) => fields.find((field) => field.key === key)?.label ?? null;
  const sentences = (problems: Problem[]) =>
    Object.fromEntries(
      problems.map((problem) => [problem.field, problemSentence(problem, labelOf(problem.other))]),
    );

  function read() {
    const values: Values = { ...fixed };
    const unread: Record<string, string> = {};
    for (const field of fields) {
      const typed = readTyped(field, latest.current[field.key] ?? '');
      if (!typed.ok) unread[field.key] = codeSentence(typed.code);
      else if (typed.value !== null) values[field.key] = typed.value as Value;
    }
    return { values, unread };
  }

  function leave(key: string) {
    if ((latest.current[key] ?? '') !== '') left.current.add(key);
    const { values, unread } = read();
    call('record.check', { entity, ref: null, values }).then(({ problems }) => {
      const found = { ...sentences(problems), ...unread };
      setErrors(
        Object.fromEntries(Object.entries(found).filter(([field]) => left.current.has(field))),
      );
    }, sayFailure);
  }

  async function submit(save: (values: Values) => Promise<Problem[]>): Promise<boolean> {
    if (busy) return false;
    const { values, unread } = read();
    setBusy(true);
    const problems =
      Object.keys(unread).length > 0
        ? await call('record.check', {
            entity,
            ref: null,
            values: withBlanks(values, unread),
          }).then(
            (checked) => checked.problems,
            () => [],
          )
        : await save(values);
    setBusy(false);
    const found = { ...sentences(problems), ...unread };
    setErrors(found);
    for (const key of Object.keys(found)) left.current.add(key);
    const first = fields.find((field) => found[field.key]);
    if (first) document.getElementById(idOf(first.key))?.focus();
    return Object.keys(found).length === 0;
  }

  /** Blanks said as such, so that what must be filled is reported with what cannot be read. */
  function withBlanks(values: Values, unread: Record<string, string>): Values {
    const blanks = fields.filter((field) => !(field.key in unread)).map((field) => field.key);
    return { ...Object.fromEntries(blanks.map((key) => [key, null])), ...values };
  }

  const idOf = (key: string) => `${id}-${key}`;
  const set = (key: string, text: string) => setTexts((now) => ({ ...now, [key]: text }));
  return {
    texts,
    errors,
    busy,
    leave,
    submit,
    set,
    values: () => read().values,
    shown: { texts, errors, onChange: set, onLeave: leave, idOf },
  };
}
