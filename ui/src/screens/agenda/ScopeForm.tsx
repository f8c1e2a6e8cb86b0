import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import * as words from '../../words/agenda';
import * as appointment from '../../words/appointment';
import type { Acts, Scope } from './acts';
import { FormFrame } from './FormFrame';

/** Of a series: this event, it and those after it, or all of them. */
export function ScopeForm({ acts }: { acts: Acts }) {
  const [scope, setScope] = useState<Scope>('this');
  if (!acts.asked) return null;
  const { what } = acts.asked;
  return (
    <FormFrame
      title={appointment.scopeTitle[what]}
      label={appointment.confirm[what]}
      danger={what === 'delete'}
      size={440}
      onSubmit={() => {
        setScope('this');
        acts.answer(scope);
      }}
      onClose={() => {
        setScope('this');
        acts.answer(null);
      }}
    >
      <Radio.Group
        label={words.slotTitle(acts.asked.slot)}
        value={scope}
        onChange={(value) => setScope(value as Scope)}
      >
        <Stack gap={8} mt={8}>
          {appointment.scopes.map(({ value, label }, at) => (
            <Radio key={value} value={value} label={label} data-autofocus={at === 0 || undefined} />
          ))}
        </Stack>
      </Radio.Group>
    </FormFrame>
  );
}
