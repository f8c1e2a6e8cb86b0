import { NativeSelect } from '@mantine/core';
import type { TargetEntity, TargetMeasure, TargetNode } from '../../engine';
import * as words from '../../words/targeting';
import { entityIn, fieldIn, relationIn, sortOf, useBoard } from './board';
import { figureField, figureStart } from './matchers';
import { MatcherInput } from './MatcherInput';
import classes from './Targeting.module.css';

type Figure = Extract<TargetNode, { type: 'aggregate' }>;

interface Props {
  known: TargetEntity;
  node: Figure;
  onNode: (node: Figure) => void;
}

/** A figure made of related records, and what is asked of it. */
export function FigureInput({ known, node, onNode }: Props) {
  const { vocabulary } = useBoard();
  const relation = relationIn(known, node.relation);
  if (!relation) return <span className={classes.name}>{words.goneField(node.relation)}</span>;
  const to = entityIn(vocabulary, relation.to);
  const measured = fieldIn(to, node.field);
  const figure = figureField(node.measure, measured);

  function choose(entry: string) {
    const [measure, field = ''] = entry.split(':', 2) as [TargetMeasure, string?];
    const next = figureField(measure, fieldIn(to, field));
    const same = sortOf(next) === sortOf(figure);
    onNode({
      ...node,
      measure,
      field: field === '' ? null : field,
      is: same ? node.is : figureStart(next),
    });
  }

  return (
    <>
      <NativeSelect
        size="xs"
        className={classes.measure}
        aria-label={words.measure}
        value={node.field ? `${node.measure}:${node.field}` : node.measure}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          { value: 'count', label: words.numberOfRecords(relation.name) },
          ...to.fields.flatMap((field) =>
            field.measures
              .filter((measure) => measure !== 'distinct' || field.kind === 'choice')
              .map((measure) => ({
                value: `${measure}:${field.key}`,
                label: words.measureOf(words.measureName(measure, sortOf(field)), field.label),
              })),
          ),
        ]}
      />
      <MatcherInput
        key={`${node.measure}:${node.field ?? ''}`}
        field={figure}
        is={node.is}
        onIs={(is) => onNode({ ...node, is })}
      />
    </>
  );
}
