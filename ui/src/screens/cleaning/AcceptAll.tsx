import { Button, Checkbox, Loader, Modal } from '@mantine/core';
import { useState } from 'react';
import type { Check, CleaningPreview } from '../../engine';
import { useEntity } from '../../live/catalogue';
import { change } from '../../live/change';
import { useRead } from '../../live/read';
import * as words from '../../words/cleaning';
import { failureSentence, problemSentence } from '../../words/errors';
import { formatValue, writtenValue } from '../../words/format';
import classes from './Cleaning.module.css';

interface Props {
  /** Of one check, or of all. */
  check: Check | null;
  onClose: () => void;
}

/** The certain corrections, seen one by one, then made as one change. */
export function AcceptAll({ check, onClose }: Props) {
  const asked = useRead('cleaning.preview', { check, refs: null, except: [] });
  const [except, setExcept] = useState<string[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const seen = asked.data;
  const left = (seen?.first ?? []).filter((one) => except.includes(one.ref)).length;
  const count = (seen?.corrected ?? 0) - left;

  async function apply() {
    setBusy(true);
    const outcome = await change(
      'cleaning.accept',
      { check, refs: null, except },
      words.doneAll(count),
    );
    setBusy(false);
    if ('done' in outcome) onClose();
    else if (outcome.problems[0]) setError(problemSentence(outcome.problems[0]));
  }
  const toggle = (ref: string) =>
    setExcept(except.includes(ref) ? except.filter((one) => one !== ref) : [...except, ref]);

  return (
    <Modal
      opened
      onClose={onClose}
      title={check ? words.checkTitle(check) : words.previewTitle}
      size="xl"
      closeButtonProps={{ 'aria-label': words.renounce }}
    >
      {asked.error && <p role="alert">{failureSentence(asked.error.code)}</p>}
      {!seen && !asked.error && <Loader size="sm" />}
      {seen && (
        <div className={classes.preview}>
          <p>
            {seen.corrected > 0 ? words.previewIntro(seen.corrected) : words.previewNone}
            {seen.refused > 0 && ` ${words.previewRefused(seen.refused)}`}
          </p>
          <div className={classes.seen} role="region" aria-label={words.previewTitle} tabIndex={0}>
            {seen.checks.map(({ check: of }) => (
              <section key={of} aria-label={words.checkTitle(of)}>
                {!check && <h3>{words.checkTitle(of)}</h3>}
                <ul>
                  {seen.first
                    .filter((one) => one.check === of)
                    .map((one) => (
                      <Line
                        key={one.ref}
                        line={one}
                        checked={!except.includes(one.ref)}
                        onToggle={() => toggle(one.ref)}
                      />
                    ))}
                </ul>
              </section>
            ))}
          </div>
          {seen.corrected > seen.first.length && (
            <p>{words.previewMore(seen.corrected - seen.first.length)}</p>
          )}
          {error && <p role="alert">{error}</p>}
          <div className={classes.buttons}>
            <Button variant="default" onClick={onClose}>
              {words.renounce}
            </Button>
            <Button
              data-autofocus
              loading={busy}
              disabled={count === 0}
              onClick={() => void apply()}
            >
              {words.doIt(count)}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  );
}

interface LineProps {
  line: CleaningPreview['first'][number];
  checked: boolean;
  onToggle: () => void;
}

function Line({ line, checked, onToggle }: LineProps) {
  const { fields } = useEntity(line.entity);
  return (
    <li>
      <Checkbox
        size="xs"
        checked={checked}
        onChange={onToggle}
        label={line.label}
        aria-label={words.choose(line.label)}
      />
      <span>
        {fields
          .filter((field) => field.key in line.after)
          .map((field) => (
            <span key={field.key} className={classes.swap}>
              {field.label}{' '}
              <del>{writtenValue(field, line.before[field.key]) || words.emptied}</del> →{' '}
              <ins>{formatValue(field, line.after[field.key]) || words.emptied}</ins>
            </span>
          ))}
      </span>
    </li>
  );
}
