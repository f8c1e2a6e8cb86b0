import templates from '../../../content/targeting/problems.json';
import type { TargetProblem, TargetProblemCode } from '../engine/types';
import { fillTemplate } from './templates';
import { fr } from './typography';

const sentences: Record<TargetProblemCode, string> = templates;

/** What is wrong with a condition, or suspect in it. */
export function targetProblemSentence(problem: TargetProblem): string {
  const { word, inside, nearest, expected } = problem;
  return fr(fillTemplate(sentences[problem.code], { word, inside, nearest, expected }));
}
