import { NativeSelect, TagsInput, TextInput } from '@mantine/core';
import type { TargetField, TargetHow, TargetMatcher, TargetOperand } from '../../engine';
import { editText } from '../../words/format';
import * as words from '../../words/targeting';
import { readTyped } from '../../words/typed';
import { sortOf } from './board';
import { asking, valueOperand } from './matchers';
import { CountInput } from './CountInput';
import { OperandInput } from './OperandInput';
import { PeriodInput } from './PeriodInput';
import classes from './Targeting.module.css';

interface Props {
  field: TargetField;
  is: TargetMatcher;
  onIs: (is: TargetMatcher) => void;
}

/** What is asked of a field, and of what. */
export function MatcherInput({ field, is, onIs }: Props) {
  const sort = sortOf(field);
  return (
    <>
      <NativeSelect
        size="xs"
        className={classes.how}
        aria-label={words.how}
        value={is.how}
        onChange={(event) => onIs(asking(event.currentTarget.value as TargetHow, is))}
        data={field.hows.map((how) => ({ value: how, label: words.howText(how, sort) }))}
      />
      <Asked field={field} is={is} onIs={onIs} />
    </>
  );
}

function Asked({ field, is, onIs }: Props) {
  switch (is.how) {
    case 'between':
      return (
        <>
          <OperandInput
            field={field}
            label={words.from}
            operand={is.from}
            onOperand={(from) => onIs({ ...is, from })}
          />
          <span className={classes.word}>{words.and}</span>
          <OperandInput
            field={field}
            label={words.to}
            operand={is.to}
            onOperand={(to) => onIs({ ...is, to })}
          />
        </>
      );
    case 'one_of':
      return (
        <Several field={field} values={is.values} onValues={(values) => onIs({ ...is, values })} />
      );
    case 'contains':
    case 'begins':
    case 'ends':
    case 'exactly':
      return (
        <TextInput
          size="xs"
          className={classes.value}
          aria-label={words.value}
          value={is.text}
          onChange={(event) => onIs({ ...is, text: event.currentTarget.value })}
          spellCheck={false}
        />
      );
    case 'characters':
      return (
        <>
          <CountInput
            value={is.most}
            label={words.numberOf}
            onCount={(most) => onIs({ ...is, most })}
          />
          <span className={classes.word}>{words.characters}</span>
        </>
      );
    case 'within':
    case 'anniversary':
      return (
        <PeriodInput
          field={field}
          period={is.period}
          onPeriod={(period) => onIs({ ...is, period })}
        />
      );
    case 'empty':
    case 'filled':
    case 'yes':
    case 'no':
      return null;
    default:
      return (
        <OperandInput
          key={is.how}
          field={field}
          label={words.value}
          operand={is.to}
          onOperand={(to) => onIs({ ...is, to })}
        />
      );
  }
}

interface SeveralProps {
  field: TargetField;
  values: TargetOperand[];
  onValues: (values: TargetOperand[]) => void;
}

/** Values to choose among; those counted from today keep their place unseen. */
function Several({ field, values, onValues }: SeveralProps) {
  const labelOf = (operand: TargetOperand) => {
    if (operand.type === 'today') return words.todayText(operand.steps);
    const choice = field.choices.find(({ value }) => value === operand.value);
    return choice?.label ?? editText(field, operand.value);
  };
  function chosen(labels: string[]) {
    onValues(
      labels.flatMap((label) => {
        const before = values.find((operand) => labelOf(operand) === label);
        if (before) return [before];
        const choice = field.choices.find((known) => known.label === label);
        const read = choice ? { ok: true as const, value: choice.value } : readTyped(field, label);
        return read.ok && read.value !== null ? [valueOperand(read.value)] : [];
      }),
    );
  }
  return (
    <TagsInput
      size="xs"
      className={classes.several}
      aria-label={words.values}
      placeholder={values.length === 0 ? words.valuesHint : undefined}
      value={values.map(labelOf)}
      onChange={chosen}
      data={[...new Set(field.choices.map((choice) => choice.label))]}
      splitChars={[';']}
      acceptValueOnBlur
      clearable={false}
    />
  );
}
