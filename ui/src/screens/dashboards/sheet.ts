import type { CommandInput, TableKind } from '../../engine';
import * as words from '../../words/dashboards';
import { plainFigure, type Unit } from '../../words/figures';
import type { Shaped } from './shape';

type Cell = string | number | null;

/** A tile as the rows of a workbook: what its table shows. */
export function sheetOf(title: string, shape: Shaped): CommandInput<'table.export'> {
  const { rows, columns, answer, at, unit, names } = shape;
  const kind = kindOf(unit);
  const figure = (value: number | null | undefined) => plainFigure(value ?? null, unit);
  if (columns.length === 0) {
    const lines: Cell[][] = rows.map(({ long, label }) => [
      long,
      figure(label.figure.value),
      label.figure.rows,
    ]);
    return {
      title,
      columns: [
        { label: names[0] ?? words.total, kind: 'text' },
        { label: words.figure, kind },
        { label: words.rows, kind: 'number' },
      ],
      rows: [...lines, [words.total, figure(answer.total.value), answer.total.rows]],
    };
  }
  return {
    title,
    columns: [
      { label: names.join(' / '), kind: 'text' },
      ...columns.map(({ long }) => ({ label: long, kind })),
      { label: words.total, kind },
    ],
    rows: [
      ...rows.map(({ long, label }, row): Cell[] => [
        long,
        ...columns.map((_, column) => figure(at(row, column)?.value)),
        figure(label.figure.value),
      ]),
      [
        words.total,
        ...columns.map(({ label }) => figure(label.figure.value)),
        figure(answer.total.value),
      ],
    ],
  };
}

function kindOf(unit: Unit): TableKind {
  if (unit === 'money') return 'money';
  return unit === 'percent' ? 'percent' : 'number';
}
