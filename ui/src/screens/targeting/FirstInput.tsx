import { NativeSelect } from '@mantine/core';
import type { TargetEntity, TargetNode } from '../../engine';
import * as words from '../../words/targeting';
import { CountInput } from './CountInput';
import classes from './Targeting.module.css';

type First = Extract<TargetNode, { type: 'first' }>;

interface Props {
  known: TargetEntity;
  node: First;
  onNode: (node: First) => void;
}

/** The so many first ones in the order of a field. */
export function FirstInput({ known, node, onNode }: Props) {
  return (
    <>
      <span className={classes.name}>{words.theFirst}</span>
      <CountInput value={node.n} label={words.numberOf} onCount={(n) => onNode({ ...node, n })} />
      <span className={classes.word}>{words.by}</span>
      <NativeSelect
        size="xs"
        aria-label={words.sortField(0)}
        value={node.sort.field}
        onChange={(event) =>
          onNode({ ...node, sort: { ...node.sort, field: event.currentTarget.value } })
        }
        data={known.fields.map(({ key, label }) => ({ value: key, label }))}
      />
      <NativeSelect
        size="xs"
        aria-label={words.sortWay(0)}
        value={node.sort.descending ? 'down' : 'up'}
        onChange={(event) =>
          onNode({
            ...node,
            sort: { ...node.sort, descending: event.currentTarget.value === 'down' },
          })
        }
        data={words.ways}
      />
    </>
  );
}
