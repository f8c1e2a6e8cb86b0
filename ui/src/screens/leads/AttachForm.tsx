import { Checkbox, Radio } from '@mantine/core';
import { useState } from 'react';
import type { LeadFile } from '../../engine';
import { change } from '../../live/change';
import { ReferenceInput } from '../../parts/ReferenceInput';
import { codeSentence } from '../../words/errors';
import { formatPhone } from '../../words/format';
import * as words from '../../words/lead';
import { FormFrame } from './FormFrame';
import { Candidate } from './LeadCustomer';
import classes from './Leads.module.css';

interface Props {
  file: LeadFile;
  /** The customer chosen from the start. */
  start: string;
  onClose: () => void;
}

const OTHER = 'other';

/** Whose lead it is: one of those who look alike, or anybody else of the base. */
export function AttachForm({ file, start, onClose }: Props) {
  const { card, candidates } = file;
  const [chosen, setChosen] = useState(start || OTHER);
  const [other, setOther] = useState('');
  const [left, setLeft] = useState<string[]>([]);
  const [error, setError] = useState('');
  const [busy, setBusy] = useState(false);
  const candidate = candidates.find(({ ref }) => ref === chosen);
  const missing = Object.entries(candidate?.missing ?? {});

  async function submit() {
    const customer = chosen === OTHER ? other : chosen;
    if (!customer) return setError(words.chooseFirst);
    setBusy(true);
    const fill = missing.map(([key]) => key).filter((key) => !left.includes(key));
    const outcome = await change('lead.attach', { ref: card.ref, customer, fill });
    setBusy(false);
    if ('done' in outcome) onClose();
    else if (outcome.problems[0]) setError(codeSentence(outcome.problems[0].code));
  }

  return (
    <FormFrame
      title={words.attachTitle(card.label)}
      label={words.attachDo}
      busy={busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Choice
        file={file}
        label={words.whom}
        value={chosen}
        onChange={setChosen}
        last={{ value: OTHER, label: words.other }}
      />
      {chosen === OTHER && (
        <ReferenceInput
          ariaLabel={words.other}
          value={other}
          onChange={(ref) => {
            setOther(ref);
            setError('');
          }}
          error={error}
        />
      )}
      {missing.length > 0 && (
        <fieldset className={classes.fill}>
          <legend>{words.fill}</legend>
          {missing.map(([key, value]) => (
            <Checkbox
              key={key}
              size="sm"
              checked={!left.includes(key)}
              onChange={(event) =>
                setLeft(
                  event.currentTarget.checked ? left.filter((one) => one !== key) : [...left, key],
                )
              }
              label={words.fillWith(
                key,
                key === 'mail' ? String(value) : formatPhone(String(value)),
              )}
            />
          ))}
        </fieldset>
      )}
      {error && chosen !== OTHER && <p className={classes.error}>{error}</p>}
      <p className={classes.hint}>{words.attachHint}</p>
    </FormFrame>
  );
}

interface ChoiceProps {
  file: LeadFile;
  label: string;
  value: string;
  onChange: (value: string) => void;
  last: { value: string; label: string };
}

/** Those who look alike, most alike first, then the way out. */
export function Choice({ file, label, value, onChange, last }: ChoiceProps) {
  return (
    <Radio.Group label={label} value={value} onChange={onChange} className={classes.choice}>
      {file.candidates.map((candidate) => (
        <Radio
          key={candidate.ref}
          value={candidate.ref}
          size="sm"
          data-autofocus={candidate.ref === value || undefined}
          label={<Candidate candidate={candidate} />}
        />
      ))}
      <Radio value={last.value} size="sm" label={last.label} />
    </Radio.Group>
  );
}
