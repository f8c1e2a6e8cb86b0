import { ActionIcon, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ChoiceHeld, CustomFieldView, Problem } from '../../engine';
import { change } from '../../live/change';
import { IconArrowBackUp, IconX } from '../../parts/icons';
import * as words from '../../words/addedFields';
import classes from './Fields.module.css';
import { Heading, Label, Sheet, useFaults } from './Sheet';

interface Kept {
  was: ChoiceHeld;
  label: string;
  gone: boolean;
}

/** A field that is there: its name, its heading, its choices. */
export function EditField({ field, onClose }: { field: CustomFieldView; onClose: () => void }) {
  const [label, setLabel] = useState(field.label);
  const [heading, setHeading] = useState(field.heading);
  const [choices, setChoices] = useState<Kept[]>(
    field.choices.map((was) => ({ was, label: was.label, gone: false })),
  );
  const [more, setMore] = useState('');
  const faults = useFaults();
  const set = (at: number, part: Partial<Kept>) =>
    setChoices(choices.map((choice, index) => (index === at ? { ...choice, ...part } : choice)));

  async function save(): Promise<Problem[]> {
    const kept = choices
      .filter((choice) => !choice.gone)
      .map((choice) => ({ was: choice.was.label, label: choice.label }));
    const outcome = await change(
      'custom_field.edit',
      { ref: field.ref, label, heading, choices: [...kept, { was: null, label: more }] },
      words.edited(label.trim(), emptied),
    );
    return 'done' in outcome ? [] : outcome.problems;
  }

  const gone = choices.filter((choice) => choice.gone && choice.was.held > 0);
  const emptied = gone.reduce((sum, choice) => sum + choice.was.held, 0);
  return (
    <Sheet title={words.edit(field.label)} faults={faults} save={save} onClose={onClose}>
      <Label value={label} onChange={setLabel} error={faults.of('label')} />
      <p className={classes.quiet}>
        {words.where(field.entity)} · {words.kinds[field.kind]} · {words.kindStays}
      </p>
      {field.kind === 'choice' && (
        <fieldset className={classes.list}>
          <legend>{words.choices}</legend>
          {choices.map((choice, at) => (
            <ChoiceRow
              key={choice.was.label}
              at={at}
              choice={choice}
              onLabel={(text) => set(at, { label: text })}
              onGone={() => set(at, { gone: !choice.gone })}
            />
          ))}
          <Textarea
            aria-label={words.moreChoices}
            placeholder={words.moreChoices}
            value={more}
            error={faults.of('choices')}
            onChange={(event) => setMore(event.currentTarget.value)}
            autosize
            minRows={1}
            maxRows={6}
          />
          <div role="status">
            {gone.map((choice) => (
              <p key={choice.was.label} className={classes.warning}>
                {words.willEmpty(choice.was.label, choice.was.held)}
              </p>
            ))}
          </div>
        </fieldset>
      )}
      {field.entity === 'customer' && (
        <Heading value={heading} onChange={setHeading} error={faults.of('heading')} />
      )}
    </Sheet>
  );
}

interface RowProps {
  at: number;
  choice: Kept;
  onLabel: (text: string) => void;
  onGone: () => void;
}

function ChoiceRow({ at, choice, onLabel, onGone }: RowProps) {
  const name = choice.gone ? words.keepChoice : words.removeChoice;
  return (
    <div className={classes.row} data-gone={choice.gone || undefined}>
      <TextInput
        aria-label={words.choiceNumber(at + 1)}
        value={choice.label}
        disabled={choice.gone}
        onChange={(event) => onLabel(event.currentTarget.value)}
        autoComplete="off"
      />
      <span className={classes.quiet}>{words.choiceHeld(choice.was.held)}</span>
      <ActionIcon
        variant="subtle"
        color="gray.8"
        aria-label={name(choice.was.label)}
        title={name(choice.was.label)}
        onClick={onGone}
      >
        {choice.gone ? <IconArrowBackUp size={16} aria-hidden /> : <IconX size={16} aria-hidden />}
      </ActionIcon>
    </div>
  );
}
