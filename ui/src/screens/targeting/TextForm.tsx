import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { call, type Target, type TargetProblem } from '../../engine';
import { sayFailure } from '../../live/change';
import { targetProblemSentence } from '../../words/target-problems';
import * as words from '../../words/targeting';
import classes from './Targeting.module.css';

interface Props {
  /** The text form of the tree as it stands. */
  text: string;
  onTarget: (target: Target) => void;
  onClose: () => void;
}

/** The same targeting as text: to be copied into a workbook, or written by hand. */
export function TextForm({ text, onTarget, onClose }: Props) {
  const [typed, setTyped] = useState(text);
  const [problems, setProblems] = useState<TargetProblem[]>([]);

  async function read() {
    try {
      const { target, problems: found } = await call('targeting.parse', { text: typed, sort: '' });
      setProblems(found);
      if (target) {
        onTarget(target);
        onClose();
      }
    } catch (failure) {
      sayFailure(failure);
    }
  }

  return (
    <form
      className={classes.text}
      onSubmit={(event) => {
        event.preventDefault();
        void read();
      }}
    >
      <Textarea
        label={words.textLabel}
        description={words.textHint}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) void read();
        }}
        autosize
        minRows={3}
        maxRows={12}
        spellCheck={false}
        data-autofocus
        error={
          problems.length > 0 &&
          problems.map((problem) => (
            <span key={`${problem.code}${problem.span?.[0] ?? ''}`} className={classes.fault}>
              {targetProblemSentence(problem)}
              {problem.span && <Extract text={typed} span={problem.span} />}
            </span>
          ))
        }
      />
      <div className={classes.buttons}>
        <Button type="submit" size="xs">
          {words.applyText}
        </Button>
        <Button variant="default" size="xs" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

/** The words at fault, where they stand. */
function Extract({ text, span: [from, to] }: { text: string; span: [number, number] }) {
  const letters = [...text];
  return (
    <code className={classes.extract}>
      {letters.slice(Math.max(0, from - 24), from).join('')}
      <mark>{letters.slice(from, Math.max(to, from + 1)).join('') || ' '}</mark>
      {letters.slice(to, to + 24).join('')}
    </code>
  );
}
