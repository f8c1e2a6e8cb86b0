import type { Answer, Chart, Entity, Filter, LabelView, Question, TileFigure } from '../../engine';
import { fieldAt, type Catalogue } from '../../live/catalogue';
import { listAddress } from '../../live/lists';
import { through } from '../../words/dashboards';
import { labelText, unitOf, type Unit } from '../../words/figures';
import { builtHere } from '../../words/tileTargets';

/** A row or a column of an answer, by its names. */
export interface Named {
  label: LabelView;
  short: string;
  long: string;
}

/** An answer ready to be shown: what its labels are called, and the figure where two of them meet. */
export interface Shaped {
  question: Question;
  answer: Answer;
  unit: Unit;
  /** What is measured, when it is a field. */
  measured: string;
  /** What its dimensions are called. */
  names: string[];
  rows: Named[];
  columns: Named[];
  at: (row: number, column: number) => TileFigure | undefined;
}

export function shaped(catalogue: Catalogue, question: Question, answer: Answer): Shaped {
  const { measure, entity, by } = question;
  const key = typeof measure === 'string' || 'share' in measure ? null : Object.values(measure)[0];
  const field = key ? fieldAt(catalogue, entity, key)?.field : undefined;
  const points = new Map(answer.points.map((point) => [point.at.join(), point]));
  const named = (axis: number): Named[] => {
    const dimension = by[axis];
    const known = dimension && fieldAt(catalogue, entity, dimension.field)?.field;
    return (answer.axes[axis]?.labels ?? []).map((label) => ({
      label,
      short: labelText(label, dimension, known, 'short'),
      long: labelText(label, dimension, known, 'long'),
    }));
  };
  return {
    question,
    answer,
    unit: unitOf(measure, field),
    measured: field?.label ?? '',
    names: by.map(({ field: path }) => pathLabel(catalogue, entity, path)),
    rows: named(0),
    columns: named(1),
    at: (row, column) => points.get(`${row},${column}`),
  };
}

/** The list behind a figure: its filters, and the targeting of the tile. */
export function behind({ entity, target }: Answer, filters: Filter[]): string {
  return listAddress(entity, filters, target && { title: builtHere, target });
}

/** The charts that can show a question of so many dimensions. */
export function chartsFor(dimensions: number): Chart[] {
  if (dimensions === 0) return ['number', 'gauge'];
  if (dimensions === 1) return ['bars', 'line', 'pie', 'funnel', 'table', 'number'];
  return ['stacked', 'bars', 'line', 'pivot', 'table'];
}

/** The chart itself, or the first that can show the question. */
export function chartThatFits(chart: Chart, dimensions: number): Chart {
  const all = chartsFor(dimensions);
  return all.includes(chart) ? chart : (all[0] ?? 'table');
}

/** How a dimension is called: « Client : Source ». */
export function pathLabel(catalogue: Catalogue, entity: Entity, path: string): string {
  const found = fieldAt(catalogue, entity, path);
  if (!found) return path;
  return found.link ? through(found.link.label, found.field.label) : found.field.label;
}

/** Do its figures make the total when they are added up? */
export function adds({ measure }: Question): boolean {
  return measure === 'count' || (typeof measure !== 'string' && 'sum' in measure);
}

export function filterField(catalogue: Catalogue, entity: Entity, path: string) {
  return fieldAt(catalogue, entity, path)?.field;
}
