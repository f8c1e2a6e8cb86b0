import { useState } from 'react';
import type { FieldView, FollowUp, Problem } from '../../engine';
import { useField } from '../../live/catalogue';
import { change } from '../../live/change';
import { useSession } from '../../live/session';
import { FieldInput } from '../../parts/FieldInput';
import { FormFrame } from '../../parts/FormFrame';
import { NextDays } from '../../parts/NextDays';
import { codeSentence, problemSentence } from '../../words/errors';
import * as words from '../../words/home';
import { readTyped } from '../../words/typed';
import classes from './Home.module.css';

interface Props {
  followUp: FollowUp;
  onClose: () => void;
}

/** Says how the follow-up went, and when to call again. */
export function DoneForm({ followUp, onClose }: Props) {
  const { today, user } = useSession();
  const kindField = renamed(useField('activity', 'kind'), words.how);
  const resultField = renamed(useField('activity', 'result'), words.result);
  const contentField = renamed(useField('activity', 'content'), words.content);
  const nextField = renamed(useField('activity', 'next_follow_up_on'), words.nextOn);
  const [kind, setKind] = useState('call');
  const [result, setResult] = useState('');
  const [content, setContent] = useState('');
  const [next, setNext] = useState('');
  const [problems, setProblems] = useState<Problem[]>([]);
  const [busy, setBusy] = useState(false);
  if (!kindField || !resultField || !contentField || !nextField) return null;

  const errorOf = (key: string) => {
    const found = problems.find((problem) => problem.field === key);
    return found ? problemSentence(found) : null;
  };

  async function save() {
    const date = nextField ? readTyped(nextField, next) : null;
    if (!date) return;
    if (!date.ok) return setProblems([bad(date.code)]);
    setBusy(true);
    const outcome = await change('follow_up.done', {
      activity: followUp.activity,
      kind,
      result: result.trim() || null,
      content: content.trim() || null,
      nextOn: date.value === null ? null : String(date.value),
      owner: user,
    });
    setBusy(false);
    if ('done' in outcome) onClose();
    else setProblems(outcome.problems);
  }

  return (
    <FormFrame
      title={words.doneFor(followUp.label)}
      label={words.save}
      cancel={words.cancel}
      size={520}
      busy={busy}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <div className={classes.pair}>
        <FieldInput field={kindField} value={kind} onChange={setKind} error={errorOf('kind')} />
        <FieldInput
          field={resultField}
          value={result}
          onChange={setResult}
          error={errorOf('result')}
        />
      </div>
      <FieldInput
        field={contentField}
        focused
        value={content}
        onChange={setContent}
        error={errorOf('content')}
      />
      <div>
        <FieldInput
          field={nextField}
          value={next}
          onChange={setNext}
          error={
            problems.some((problem) => problem.field === '')
              ? codeSentence('bad_date')
              : errorOf('next_follow_up_on')
          }
        />
        <NextDays today={today} onPick={setNext} />
      </div>
      <p className={classes.hint}>{words.noNext}</p>
    </FormFrame>
  );
}

function renamed(field: FieldView | undefined, label: string): FieldView | undefined {
  return field && { ...field, label };
}

function bad(code: Problem['code']): Problem {
  return { field: '', code, min: null, max: null, other: null };
}
