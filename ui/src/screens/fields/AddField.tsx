import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { AddedKind, Entity, Problem } from '../../engine';
import { change } from '../../live/change';
import * as words from '../../words/addedFields';
import { Heading, Label, Sheet, useFaults } from './Sheet';

interface Props {
  entities: Entity[];
  start: Entity;
  onClose: () => void;
}

/** A new field: where, what it is called, what it holds. */
export function AddField({ entities, start, onClose }: Props) {
  const [entity, setEntity] = useState(start);
  const [label, setLabel] = useState('');
  const [kind, setKind] = useState<AddedKind>('text');
  const [choices, setChoices] = useState('');
  const [heading, setHeading] = useState('');
  const faults = useFaults();

  async function save(): Promise<Problem[]> {
    const outcome = await change(
      'custom_field.create',
      { entity, label, kind, choices: choices.split('\n'), heading },
      words.created(label.trim()),
    );
    return 'done' in outcome ? [] : outcome.problems;
  }

  return (
    <Sheet title={words.add} faults={faults} save={save} onClose={onClose}>
      <NativeSelect
        label={words.on}
        value={entity}
        error={faults.of('entity')}
        onChange={(event) => setEntity(event.currentTarget.value as Entity)}
        data={entities.map((one) => ({ value: one, label: words.where(one) }))}
      />
      <Label value={label} onChange={setLabel} error={faults.of('label')} />
      <NativeSelect
        label={words.kind}
        value={kind}
        onChange={(event) => setKind(event.currentTarget.value as AddedKind)}
        data={Object.entries(words.kinds).map(([value, text]) => ({ value, label: text }))}
      />
      {kind === 'choice' && (
        <Textarea
          label={words.choices}
          description={words.choicesHint}
          value={choices}
          error={faults.of('choices')}
          onChange={(event) => setChoices(event.currentTarget.value)}
          autosize
          minRows={3}
          maxRows={10}
        />
      )}
      {entity === 'customer' && (
        <Heading value={heading} onChange={setHeading} error={faults.of('heading')} />
      )}
    </Sheet>
  );
}
