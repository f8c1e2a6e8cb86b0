import { Button, Modal, NativeSelect, Progress } from '@mantine/core';
import { useState } from 'react';
import {
  callWithFile,
  EngineFailure,
  type BulkPreview,
  type Chosen,
  type FieldView,
  type Value,
} from '../../engine';
import { change, sayFailure } from '../../live/change';
import { FieldInput } from '../../parts/FieldInput';
import { codeSentence, problemSentence } from '../../words/errors';
import { editText } from '../../words/format';
import * as words from '../../words/lists';
import { readTyped } from '../../words/typed';
import { BulkSeen } from './BulkSeen';
import classes from './List.module.css';

interface Props {
  chosen: Chosen;
  count: number;
  fields: FieldView[];
  /** The field and the value to begin with. */
  start?: { field: string; value: Value; fixed: boolean } | undefined;
  onClose: () => void;
}

/** One edit of many records: chosen, seen, then done as one change. */
export function BulkEdit({ chosen, count, fields, start, onClose }: Props) {
  const offered = fields.filter((field) => field.editable && field.kind !== 'reference');
  const [key, setKey] = useState(start?.field ?? offered[0]?.key ?? '');
  const field = offered.find((found) => found.key === key);
  const [text, setText] = useState(field && start ? editText(field, start.value) : '');
  const [error, setError] = useState<string | null>(null);
  const [seen, setSeen] = useState<{ preview: BulkPreview; value: Value } | null>(null);
  const [busy, setBusy] = useState(false);
  const [part, setPart] = useState<number | null>(null);
  if (!field) return null;

  const progress = (done: number, total: number) => setPart(total > 0 ? done / total : null);
  function begin() {
    setPart(null);
    setBusy(true);
  }

  async function look(field: FieldView) {
    const typed = readTyped(field, text);
    if (!typed.ok) return setError(codeSentence(typed.code));
    begin();
    try {
      const input = { chosen, values: { [field.key]: typed.value } };
      const { output: preview } = await callWithFile('bulk.preview', input, { progress });
      setError(null);
      setSeen({ preview, value: typed.value });
    } catch (failure) {
      const refused = failure instanceof EngineFailure ? failure.error : null;
      const problem = refused?.code === 'invalid' ? refused.problems[0] : undefined;
      if (problem) setError(problemSentence(problem));
      else sayFailure(failure);
    }
    setBusy(false);
  }

  async function apply(field: FieldView, value: Value, edited: number) {
    begin();
    const outcome = await change(
      'bulk.edit',
      { chosen, values: { [field.key]: value } },
      words.bulkDone(chosen.entity, edited),
      progress,
    );
    setBusy(false);
    if ('done' in outcome) onClose();
    else if (outcome.problems[0]) setError(problemSentence(outcome.problems[0]));
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={words.bulkTitle(count)}
      size="lg"
      closeButtonProps={{ 'aria-label': words.bulkClose }}
    >
      {busy && part !== null && (
        <Progress
          value={part * 100}
          size="sm"
          mb={10}
          aria-label={words.bulkProgress(Math.round(part * 100))}
        />
      )}
      {!seen ? (
        <form
          className={classes.bulk}
          onSubmit={(event) => {
            event.preventDefault();
            void look(field);
          }}
        >
          <NativeSelect
            label={words.bulkField}
            value={key}
            disabled={start?.fixed ?? false}
            data-autofocus={start ? undefined : true}
            onChange={(event) => {
              setKey(event.currentTarget.value);
              setText('');
              setError(null);
            }}
            data={offered.map((found) => ({ value: found.key, label: found.label }))}
          />
          <FieldInput
            key={key}
            field={{ ...field, label: words.bulkValue }}
            value={text}
            onChange={setText}
            error={error}
            focused={start !== undefined}
          />
          {!field.required && <p className={classes.hint}>{words.bulkBlank}</p>}
          <div className={classes.bulkButtons}>
            <Button variant="default" onClick={onClose}>
              {words.bulkCancel}
            </Button>
            <Button type="submit" loading={busy}>
              {words.bulkPreview}
            </Button>
          </div>
        </form>
      ) : (
        <div className={classes.bulk}>
          <BulkSeen
            entity={chosen.entity}
            field={field}
            value={seen.value}
            preview={seen.preview}
          />
          <div className={classes.bulkButtons}>
            <Button variant="default" onClick={() => setSeen(null)}>
              {words.bulkBack}
            </Button>
            <Button
              autoFocus
              loading={busy}
              disabled={seen.preview.edited === 0}
              onClick={() => void apply(field, seen.value, seen.preview.edited)}
            >
              {words.bulkDo(chosen.entity, seen.preview.edited)}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  );
}
