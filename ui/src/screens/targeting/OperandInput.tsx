import { Autocomplete, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { TargetField, TargetOperand, TargetStep, Value } from '../../engine';
import { ReferenceInput } from '../../parts/ReferenceInput';
import { codeSentence } from '../../words/errors';
import { placeholderOf } from '../../words/fields';
import { editText } from '../../words/format';
import * as words from '../../words/targeting';
import { readTyped } from '../../words/typed';
import { sortOf, unitsFor, useBoard } from './board';
import { CountInput } from './CountInput';
import { valueOperand } from './matchers';
import classes from './Targeting.module.css';

interface Props {
  field: TargetField;
  operand: TargetOperand;
  onOperand: (operand: TargetOperand) => void;
  label: string;
}

/** One value to compare with; a day may be told from today. */
export function OperandInput({ field, operand, onOperand, label }: Props) {
  if (sortOf(field) !== 'date')
    return (
      <ValueInput
        field={field}
        label={label}
        value={operand.type === 'value' ? operand.value : null}
        onValue={(value) => onOperand(valueOperand(value))}
      />
    );
  return (
    <span className={classes.operand}>
      <NativeSelect
        size="xs"
        aria-label={words.kindOfDay}
        value={operand.type}
        onChange={(event) =>
          onOperand(
            event.currentTarget.value === 'today'
              ? { type: 'today', steps: [{ n: 0, unit: 'day' }] }
              : valueOperand(null),
          )
        }
        data={words.kindsOfDay}
      />
      {operand.type === 'today' ? (
        <Steps
          field={field}
          steps={operand.steps}
          onSteps={(steps) => onOperand({ type: 'today', steps })}
        />
      ) : (
        <ValueInput
          field={field}
          label={label}
          value={operand.value}
          onValue={(value) => onOperand(valueOperand(value))}
        />
      )}
    </span>
  );
}

/** So many days, months… before or after today: the first move is edited, further ones are kept as they are. */
function Steps({
  field,
  steps,
  onSteps,
}: {
  field: TargetField;
  steps: TargetStep[];
  onSteps: (steps: TargetStep[]) => void;
}) {
  const { vocabulary } = useBoard();
  const [first = { n: 0, unit: 'day' as const }, ...others] = steps;
  const put = (step: TargetStep) =>
    onSteps(step.n === 0 && others.length === 0 ? [] : [step, ...others]);
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={words.beforeOrAfter}
        value={first.n < 0 ? 'minus' : 'plus'}
        onChange={(event) => {
          const size = Math.abs(first.n);
          put({ ...first, n: event.currentTarget.value === 'minus' ? -size : size });
        }}
        data={words.signs}
      />
      <CountInput
        value={Math.abs(first.n)}
        label={words.numberOf}
        least={0}
        onCount={(n) => put({ ...first, n: first.n < 0 ? -n : n })}
      />
      <NativeSelect
        size="xs"
        aria-label={words.unit}
        value={first.unit}
        onChange={(event) =>
          put({ ...first, unit: event.currentTarget.value as TargetStep['unit'] })
        }
        data={unitsFor(vocabulary.units, field).map((unit) => ({
          value: unit,
          label: words.unitName(unit),
        }))}
      />
      {others.length > 0 && <span className={classes.word}>{words.todayRest(others)}</span>}
    </>
  );
}

interface ValueProps {
  field: TargetField;
  label: string;
  value: Value;
  onValue: (value: Value) => void;
}

/** A value of the field's kind, typed or chosen. What cannot be read stays in sight and asks nothing. */
function ValueInput({ field, label, value, onValue }: ValueProps) {
  const [text, setText] = useState(() => editText(field, value));
  const read = readTyped(field, text);
  const error = text.trim() !== '' && !read.ok ? codeSentence(read.code) : null;

  function typed(next: string) {
    setText(next);
    const found = readTyped(field, next);
    onValue(found.ok ? found.value : null);
  }

  const common = { size: 'xs' as const, 'aria-label': label, className: classes.value };
  if (field.kind === 'choice' && !field.open)
    return (
      <NativeSelect
        {...common}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => onValue(event.currentTarget.value || null)}
        data={[{ value: '', label: words.choose }, ...field.choices]}
      />
    );
  if (field.kind === 'reference' && field.target === 'customer')
    return (
      <ReferenceInput
        ariaLabel={label}
        value={typeof value === 'string' ? value : ''}
        onChange={(ref) => onValue(ref || null)}
      />
    );
  if (field.choices.length > 0)
    return (
      <Autocomplete
        {...common}
        value={text}
        onChange={typed}
        data={[...new Set(field.choices.map((choice) => choice.label))]}
        limit={40}
        maxDropdownHeight={220}
      />
    );
  return (
    <TextInput
      {...common}
      value={text}
      error={error}
      onChange={(event) => typed(event.currentTarget.value)}
      placeholder={placeholderOf(field.kind)}
      spellCheck={false}
      rightSection={field.unit ? <span className="unit">{field.unit}</span> : undefined}
      rightSectionWidth={field.unit ? 44 : undefined}
    />
  );
}
