import templates from '../../../content/workbook/problems.json';
import type { FileProblem, FileProblemCode } from '../engine/types';
import { fillTemplate } from './templates';
import { fr } from './typography';

const sentences: Record<FileProblemCode, string> = templates;
/** Choices told of a list that may be long. */
const CHOICES = 12;

/** What is wrong and what to do, in one or two sentences. */
export function fileProblemSentence(problem: FileProblem): string {
  return fr(fillTemplate(sentences[problem.code], namesOf(problem)));
}

type Names = Record<string, string | null | undefined>;

function namesOf({ sheet, header, value, expected }: FileProblem): Names {
  const more = expected.length > CHOICES ? '…' : '';
  return {
    value,
    sheet: sheet ?? expected[0],
    header: header ?? expected[0],
    first: expected[0],
    second: expected[1],
    expected: expected.slice(0, CHOICES).join(', ') + more,
  };
}

export const wholeFile = 'Tout le fichier';
export const sheet = 'Feuille';
export const cell = 'Cellule';
export const column = 'Colonne';
export const valueFound = 'Valeur trouvée';
export const whatIsWrong = 'Ce qui ne va pas';

/** The list as a file that a spreadsheet opens: semicolons, as French ones expect. */
export function problemsAsCsv(problems: FileProblem[]): string {
  const rows = problems.map((problem) => [
    problem.sheet ?? wholeFile,
    problem.cell,
    problem.header,
    problem.value,
    fileProblemSentence(problem),
  ]);
  const lines = [[sheet, cell, column, valueFound, whatIsWrong], ...rows].map((row) =>
    row.map(quoted).join(';'),
  );
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function quoted(text: string | null): string {
  // A cell that begins so would be run as a formula.
  const safe = /^[=+\-@\t\r]/.test(text ?? '') ? `'${text}` : (text ?? '');
  return `"${safe.replaceAll('"', '""')}"`;
}
