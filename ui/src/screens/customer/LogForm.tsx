import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { CustomerFile, RecordView } from '../../engine';
import { useFields } from '../../live/catalogue';
import { change } from '../../live/change';
import { useEntityForm } from '../../live/form';
import { useSession } from '../../live/session';
import { FormFields } from '../../parts/FormFields';
import { FormFrame } from '../../parts/FormFrame';
import { NextDays } from '../../parts/NextDays';
import * as words from '../../words/customer';
import { formatDate, formatValue } from '../../words/format';
import * as own from '../../words/timeline';
import classes from './Customer.module.css';
import { startOf, textOf } from './fieldsOf';
import { OutcomeButton } from './OutcomeButton';

/** In the order in which they are told. */
const FIELDS = [
  'kind',
  'direction',
  'happened_at',
  'subject',
  'result',
  'content',
  'next_follow_up_on',
  'owner',
];

interface Props {
  file: CustomerFile;
  kind: string;
  /** The activity whose follow-up is being done. */
  answering?: string;
  onClose: () => void;
}

/** Writes down what took place, what it answers, and when to come back to it. */
export function LogForm({ file, kind, answering, onClose }: Props) {
  const { today, now, user } = useSession();
  const all = useFields('activity');
  const fields = FIELDS.flatMap((key) => all.find((field) => field.key === key) ?? []);
  const pending = file.activities.filter(
    (activity) => textOf(activity, 'next_follow_up_on') && !textOf(activity, 'follow_up_done_on'),
  );
  const isDue = (activity: RecordView) => (textOf(activity, 'next_follow_up_on') ?? '') <= today;
  const [answers, setAnswers] = useState(() =>
    answering
      ? [answering]
      : kind === 'note'
        ? []
        : pending.filter(isDue).map((activity) => activity.ref),
  );
  const asked = pending.find((activity) => activity.ref === answers[0]);
  const form = useEntityForm({
    entity: 'activity',
    fields,
    start: {
      ...startOf(
        'activity',
        formatDate(today),
        `${formatDate(now)} ${now.slice(11, 16)}`,
        user,
        file.customer,
      ),
      kind,
      subject: asked ? (textOf(asked, 'subject') ?? '') : '',
    },
    fixed: { customer_id: file.customer.ref },
    id: 'log',
  });

  async function submit() {
    const kept = await form.submit(async (values) => {
      const outcome = await change('activity.log', { values, answers });
      return 'done' in outcome ? [] : outcome.problems;
    });
    if (kept) onClose();
  }

  const told = form.texts['kind'] ?? kind;
  // A call that we receive has been told by who called.
  const asks =
    told === 'visit'
      ? 'visit'
      : told === 'call' && form.texts['direction'] !== 'inbound'
        ? 'call'
        : null;

  const kindField = all.find((field) => field.key === 'kind');
  const name = kindField ? formatValue(kindField, told) : '';
  return (
    <FormFrame
      title={own.written(name, file.customer.label)}
      label={words.save}
      cancel={words.cancel}
      size={720}
      yOffset={60}
      busy={form.busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {asks && (
        <OutcomeButton
          key={asks}
          kind={asks}
          customer={file.customer.ref}
          reachable={Boolean(
            asks === 'visit' ||
            (textOf(file.customer, 'mobile') ??
              textOf(file.customer, 'phone') ??
              file.contacts.length),
          )}
          subject={form.texts['subject'] ?? ''}
          onFill={form.set}
        />
      )}
      <FormFields
        fields={fields}
        {...form.shown}
        first="subject"
        under={(key) =>
          key === 'next_follow_up_on' && (
            <NextDays today={today} onPick={(day) => form.set(key, day)} />
          )
        }
      />
      {pending.length > 0 && (
        <Checkbox.Group
          value={answers}
          onChange={setAnswers}
          label={own.answersTitle}
          className={classes.answers}
        >
          {pending.map((activity) => (
            <Checkbox
              key={activity.ref}
              value={activity.ref}
              size="sm"
              label={own.answers(
                textOf(activity, 'subject') ?? '',
                formatDate(textOf(activity, 'next_follow_up_on') ?? ''),
              )}
            />
          ))}
        </Checkbox.Group>
      )}
    </FormFrame>
  );
}
