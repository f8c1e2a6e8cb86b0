import { Button } from '@mantine/core';
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import type { InboxHandle, InboxItem, Problem } from '../../engine';
import { change } from '../../live/change';
import { useField } from '../../live/catalogue';
import { useSession } from '../../live/session';
import { codeSentence, problemSentence } from '../../words/errors';
import * as words from '../../words/inbox';
import { readTyped } from '../../words/typed';
import {
  AnswerPart,
  AppointmentPart,
  ConsentPart,
  CorrectionPart,
  FollowUpPart,
} from './HandlingParts';
import { beginning, type Draft } from './draft';
import classes from './Inbox.module.css';

type Errors = Record<string, string>;

/** What is done with an answer, in one step: each part is ticked or not, and prefilled from what was asked. */
export function Handling({ item }: { item: InboxItem }) {
  const { today, user } = useSession();
  const [draft, setDraft] = useState<Draft>(() => beginning(item, today));
  const [errors, setErrors] = useState<Errors>({});
  const [busy, setBusy] = useState(false);
  const starts = useField('agenda_entry', 'starts_at');
  const follow = useField('activity', 'next_follow_up_on');
  const set = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const corrections = item.wish.mail ?? item.wish.mobile ?? item.wish.vehicle;

  /** What the parts that are ticked ask for; or what cannot be read. */
  function asked(): { input: InboxHandle; wrong: Errors } {
    const wrong: Errors = {};
    const input: InboxHandle = { ...words.nothing(item.line.id), owner: user };
    if (draft.answers) {
      if (draft.text.trim() === '') wrong['text'] = words.emptyText;
      input.answer = { channel: draft.channel, text: draft.text };
    }
    if (draft.meets && starts) {
      const at = readTyped(starts, draft.startsAt);
      if (!at.ok) wrong['starts_at'] = codeSentence(at.code);
      else if (at.value === null) wrong['starts_at'] = codeSentence('required');
      else input.appointment = appointment(draft, String(at.value), item, user);
    }
    if (draft.follows && follow) {
      const on = readTyped(follow, draft.followUpOn);
      if (!on.ok) wrong['next_follow_up_on'] = codeSentence(on.code);
      else if (on.value === null) wrong['next_follow_up_on'] = codeSentence('required');
      else input.followUpOn = String(on.value);
    }
    if (draft.withdraws) input.withdraw = draft.channels;
    if (draft.corrects) input.correct = draft.correction;
    return { input, wrong };
  }

  async function send(input: InboxHandle, sentence: string) {
    setBusy(true);
    const outcome = await change('inbox.handle', input, sentence);
    setBusy(false);
    if ('problems' in outcome) setErrors(sentences(outcome.problems));
  }

  async function submit(event?: FormEvent) {
    event?.preventDefault();
    if (busy) return;
    const { input, wrong } = asked();
    setErrors(wrong);
    if (Object.keys(wrong).length === 0) await send(input, words.handledToast['handled'] ?? '');
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
  };
  const aside = (elsewhere: boolean) =>
    void send(
      { ...words.nothing(item.line.id), elsewhere },
      words.handledToast[elsewhere ? 'handled' : 'filed'] ?? '',
    );
  const some = draft.answers || draft.meets || draft.follows || draft.withdraws || draft.corrects;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => void submit(event)}
      onKeyDown={onKeyDown}
      noValidate
    >
      <AppointmentPart item={item} draft={draft} set={set} errors={errors} />
      <CorrectionPart
        item={item}
        draft={draft}
        set={set}
        shown={Boolean(corrections) || draft.corrects}
      />
      <ConsentPart item={item} draft={draft} set={set} />
      <AnswerPart item={item} draft={draft} set={set} error={errors['text'] ?? errors['content']} />
      <FollowUpPart draft={draft} set={set} error={errors['next_follow_up_on']} />
      <div className={classes.buttons}>
        <Button type="submit" size="sm" loading={busy} disabled={!some}>
          {words.handle}
        </Button>
        <Button size="sm" variant="default" disabled={busy} onClick={() => aside(false)}>
          {words.file}
        </Button>
        <Button size="sm" variant="subtle" disabled={busy} onClick={() => aside(true)}>
          {words.elsewhere}
        </Button>
      </div>
    </form>
  );
}

function sentences(problems: Problem[]): Errors {
  return Object.fromEntries(
    problems.map((problem) => [problem.field, problemSentence(problem, null)]),
  );
}

/** An hour long, as the agenda keeps it. */
function appointment(draft: Draft, at: string, item: InboxItem, user: string | null) {
  const [day, hour] = [at.slice(0, 10), Number(at.slice(11, 13))];
  const ends = `${day}T${String(Math.min(hour + 1, 23)).padStart(2, '0')}:${at.slice(14, 16)}`;
  return {
    title: draft.title,
    kind: draft.kind,
    starts_at: at,
    ends_at: ends,
    owner: user ?? item.line.owner,
    vehicle_id: draft.isService ? (item.wish.vehicle?.ref ?? null) : null,
  };
}
