import { createContext, use } from 'react';
import type {
  Entity,
  TargetEntity,
  TargetField,
  TargetNode,
  TargetProblem,
  TargetRelation,
  TargetUnit,
  TargetVocabulary,
} from '../../engine';
import type { Path } from './tree';

/** What every part of the builder needs: the words that exist, the tree, what is wrong with it. */
export interface Board {
  vocabulary: TargetVocabulary;
  /** Saved targetings of each kind of records, to be part of this one. */
  saved: { ref: string; name: string; entity: Entity }[];
  problems: TargetProblem[];
  change: (path: Path, make: (node: TargetNode) => TargetNode | null) => void;
  /** Makes the whole tree anew. */
  rebuild: (make: (root: TargetNode) => TargetNode) => void;
}

export const BoardContext = createContext<Board | null>(null);

export function useBoard(): Board {
  const board = use(BoardContext);
  if (!board) throw new Error('no board around this condition');
  return board;
}

export function entityIn(vocabulary: TargetVocabulary, entity: Entity): TargetEntity {
  const found = vocabulary.entities.find((known) => known.entity === entity);
  if (!found) throw new Error(`no records named ${entity}`);
  return found;
}

export const fieldIn = (entity: TargetEntity, key: string | null): TargetField | undefined =>
  entity.fields.find((field) => field.key === key);

export const relationIn = (entity: TargetEntity, key: string): TargetRelation | undefined =>
  entity.relations.find((relation) => relation.key === key);

export type Sort = 'number' | 'date' | 'text';

/** How a field is spoken of. */
export function sortOf(field: TargetField | undefined): Sort {
  if (!field) return 'number';
  if (field.kind === 'date' || field.kind === 'date_time') return 'date';
  return ['integer', 'money', 'quantity'].includes(field.kind) ? 'number' : 'text';
}

/** Units that a field can be told in: hours only where there are some. */
export const unitsFor = (units: TargetUnit[], field: TargetField | undefined): TargetUnit[] =>
  field?.kind === 'date_time' ? units : units.filter((unit) => unit !== 'hour');

/** The problems of one place, and of no place below it. */
export const problemsAt = (problems: TargetProblem[], path: Path): TargetProblem[] =>
  problems.filter(
    (problem) =>
      problem.path.length === path.length && path.every((place, at) => problem.path[at] === place),
  );
