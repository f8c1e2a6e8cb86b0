import { Button } from '@mantine/core';
import type { FileProblem, Preview } from '../../engine';
import { saveFile } from '../../live/save';
import { say } from '../../live/toasts';
import { IconDownload } from '../../parts/icons';
import * as files from '../../words/files';
import * as words from '../../words/workbook';
import classes from './Import.module.css';

interface Props {
  problems: FileProblem[];
  total: number;
}

/** Where each problem is, what was found there, and what to do. */
export function ProblemTable({ problems, total }: Props) {
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={words.problemsTitle}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{files.sheet}</th>
            <th scope="col">{files.cell}</th>
            <th scope="col">{files.column}</th>
            <th scope="col">{files.valueFound}</th>
            <th scope="col">{files.whatIsWrong}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map((problem, at) => (
            <tr key={at}>
              <td>{problem.sheet ?? files.wholeFile}</td>
              <td className={classes.cell}>{problem.cell}</td>
              <td>{problem.header}</td>
              <td className={classes.value}>{problem.value}</td>
              <td>{files.fileProblemSentence(problem)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length < total && (
        <p className={classes.more}>{words.firstOnly(problems.length, total)}</p>
      )}
    </div>
  );
}

export function SaveProblems({ name, problems }: { name: string; problems: FileProblem[] }) {
  function save() {
    const csv = files.problemsAsCsv(problems);
    const done = saveFile(words.problemsFile(name), csv, 'text/csv;charset=utf-8');
    say(done ? words.problemsSaved : words.savingRefused, done ? 'good' : 'bad');
  }
  return (
    <Button variant="outline" leftSection={<IconDownload size={17} aria-hidden />} onClick={save}>
      {words.saveProblems}
    </Button>
  );
}

/** What was put right or left aside while reading. */
export function Warnings({ preview }: { preview: Preview }) {
  const { warnings, warningsTotal } = preview;
  if (warningsTotal === 0) return null;
  return (
    <details className={classes.warnings} open={warningsTotal <= 3}>
      <summary>{words.warnings(warningsTotal)}</summary>
      <ul>
        {warnings.map((warning, at) => (
          <li key={at}>
            <strong>
              {[warning.sheet, warning.cell, warning.header].filter(Boolean).join(' · ')}
            </strong>{' '}
            {files.fileProblemSentence(warning)}
          </li>
        ))}
        {warnings.length < warningsTotal && (
          <li>{words.firstOnly(warnings.length, warningsTotal)}</li>
        )}
      </ul>
    </details>
  );
}
