import { expect, test } from 'vitest';
import type { FileProblem } from '../engine/types';
import { fileProblemSentence, problemsAsCsv } from './files';

const problem = (found: Partial<FileProblem>): FileProblem => ({
  code: 'out_of_range',
  sheet: 'Véhicules',
  cell: 'J12',
  header: 'Kilométrage',
  value: null,
  expected: [],
  ...found,
});

test('a sentence says what is known and nothing else', () => {
  expect(fileProblemSentence(problem({}))).toBe('Cette valeur est hors des limites.');
  expect(fileProblemSentence(problem({ value: '-3', expected: ['0', '9'] }))).toBe(
    'Cette valeur est hors des limites\u00a0: «\u00a0-3\u00a0». Attendu\u00a0: de 0 à 9.',
  );
  expect(
    fileProblemSentence(problem({ code: 'missing_sheet', sheet: null, expected: ['Leads'] })),
  ).toBe('La feuille «\u00a0Leads\u00a0» manque. Remettez-la, même vide sous ses en-têtes.');
});

test('a long list of choices is cut', () => {
  const expected = Array.from({ length: 20 }, (_, rank) => `choix ${rank}`);
  const sentence = fileProblemSentence(problem({ code: 'unknown_choice', expected }));
  expect(sentence).toContain('choix 11…');
  expect(sentence).not.toContain('choix 12');
});

test('the list saved is one that a spreadsheet opens and never runs', () => {
  const csv = problemsAsCsv([problem({ value: '=1+1 "x"' })]);
  expect(csv.startsWith('\uFEFF"Feuille";"Cellule"')).toBe(true);
  expect(csv.split('\r\n')[1]).toContain(`"Véhicules";"J12";"Kilométrage";"'=1+1 ""x""";`);
});
