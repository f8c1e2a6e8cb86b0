import { Button, NativeSelect } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import type { Entity, Sort, Target, TargetNode, TargetVocabulary } from '../../engine';
import { usePaused } from '../../live/debounce';
import { useRead } from '../../live/read';
import { targetProblemSentence } from '../../words/target-problems';
import { targetSentence } from '../../words/targetSentence';
import * as words from '../../words/targeting';
import { BoardContext, entityIn, problemsAt, type Board } from './board';
import { GroupView } from './GroupView';
import { Preview } from './Preview';
import { SortsInput } from './SortsInput';
import classes from './Targeting.module.css';
import { TextForm } from './TextForm';
import { changed, childrenOf, conditionsIn, everything, type Path } from './tree';
import { TryRecord, useTried } from './TryRecord';

interface Props {
  vocabulary: TargetVocabulary;
  saved: Board['saved'];
  target: Target;
  sorts: Sort[];
  onTarget: (target: Target) => void;
  onSorts: (sorts: Sort[]) => void;
}

const SUBJECTS: Entity[] = ['customer', 'vehicle', 'invoice', 'activity', 'lead', 'contact'];

/** Conditions on the left; on the right, live, how many they keep and whom. */
export function Builder({ vocabulary, saved, target, sorts, onTarget, onSorts }: Props) {
  const [writing, setWriting] = useState(false);
  const [reference, setReference] = useState('');
  const asked = usePaused(target, 150);
  const told = useRead('targeting.say', { target: asked, sorts }, { keep: true });
  const problems = useMemo(
    () => [...(told.data?.problems ?? []), ...(told.data?.warnings ?? [])],
    [told.data],
  );
  const sound = told.data !== undefined && told.data.problems.length === 0;
  const tried = useTried(asked, reference, sound);
  const known = entityIn(vocabulary, target.entity);

  const rebuild = useCallback(
    (make: (root: TargetNode) => TargetNode) => onTarget({ ...target, root: make(target.root) }),
    [target, onTarget],
  );
  const change = useCallback(
    (path: Path, make: (node: TargetNode) => TargetNode | null) =>
      rebuild((root) => changed(root, path, make)),
    [rebuild],
  );
  const board = useMemo<Board>(
    () => ({ vocabulary, saved, problems, change, rebuild }),
    [vocabulary, saved, problems, change, rebuild],
  );

  return (
    <BoardContext value={board}>
      <div className={classes.board}>
        <section aria-label={words.conditions} className={classes.conditions}>
          <div className={classes.head}>
            <NativeSelect
              size="xs"
              aria-label={words.subject}
              value={target.entity}
              onChange={(event) => {
                const entity = event.currentTarget.value as Entity;
                onSorts([]);
                onTarget({ entity, root: everything });
              }}
              data={SUBJECTS.map((entity) => ({
                value: entity,
                label: entityIn(vocabulary, entity).plural,
              }))}
            />
            <TryRecord
              entity={target.entity}
              reference={reference}
              onReference={setReference}
              tried={tried}
            />
            <span className={classes.push} />
            <Button
              variant="default"
              size="xs"
              onClick={() => setWriting((now) => !now)}
              aria-pressed={writing}
            >
              {words.writeText}
            </Button>
          </div>
          {writing && (
            <TextForm
              key={told.data?.text ?? ''}
              text={told.data?.text ?? ''}
              onTarget={(found) => onTarget(found)}
              onClose={() => setWriting(false)}
            />
          )}
          {conditionsIn(target.root) > 0 &&
            problemsAt(problems, []).map((problem) => (
              <p key={problem.code} className={classes.problem}>
                {targetProblemSentence(problem)}
              </p>
            ))}
          <GroupView entity={target.entity} node={target.root} path={[]} tried={tried} />
          <SortsInput entity={target.entity} sorts={sorts} onSorts={onSorts} />
          {sound && (
            <p className={classes.sentence} aria-live="polite">
              {targetSentence(known.plural, told.data?.said ?? null)}
            </p>
          )}
        </section>
        <Preview target={asked} sorts={sorts} sound={sound} named={fieldsNamed(asked.root)} />
      </div>
    </BoardContext>
  );
}

/** Fields of the record itself that the conditions name. */
function fieldsNamed(node: TargetNode): string[] {
  if (node.type === 'field') return [node.field];
  if (node.type === 'related' || node.type === 'aggregate') return [];
  if (node.type === 'first') return [node.sort.field, ...fieldsNamed(node.node)];
  return childrenOf(node).flatMap(fieldsNamed);
}
