import { Radio, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { LeadFile } from '../../engine';
import { useField } from '../../live/catalogue';
import { change } from '../../live/change';
import { useSession } from '../../live/session';
import { codeSentence, problemSentence } from '../../words/errors';
import * as words from '../../words/lead';
import { FormFrame } from './FormFrame';
import classes from './Leads.module.css';

const OTHER = 'other';

/** Why a lead is lost. */
export function LoseForm({ file, onClose }: { file: LeadFile; onClose: () => void }) {
  const { user } = useSession();
  const reasons = useField('lead', 'lost_reason')?.choices ?? [];
  const [chosen, setChosen] = useState('');
  const [typed, setTyped] = useState('');
  const [comment, setComment] = useState('');
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const { card } = file;

  async function submit() {
    const reason = (chosen === OTHER ? typed : chosen).trim();
    if (!reason) return setError(codeSentence('required'));
    setBusy(true);
    const outcome = await change('lead.lose', {
      ref: card.ref,
      reason,
      comment: comment.trim() || null,
      owner: user,
    });
    setBusy(false);
    if ('done' in outcome) onClose();
    else if (outcome.problems[0]) setError(problemSentence(outcome.problems[0]));
  }

  return (
    <FormFrame
      title={words.loseTitle(card.label)}
      label={words.loseDo}
      busy={busy}
      size={560}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Radio.Group
        label={words.why}
        value={chosen}
        onChange={(value) => {
          setChosen(value);
          setError('');
        }}
        error={error}
        required
      >
        <div className={classes.reasonsGrid}>
          {reasons.map(({ value, label }, at) => (
            <Radio
              key={value}
              value={value}
              label={label}
              size="sm"
              data-autofocus={at === 0 || undefined}
            />
          ))}
          <Radio value={OTHER} label={words.otherReason} size="sm" />
        </div>
      </Radio.Group>
      {chosen === OTHER && (
        <TextInput
          aria-label={words.otherReason}
          value={typed}
          maxLength={80}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      )}
      <Textarea
        label={words.comment}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
        autosize
        minRows={2}
        maxRows={6}
      />
      <p className={classes.hint}>{words.loseHint}</p>
    </FormFrame>
  );
}
