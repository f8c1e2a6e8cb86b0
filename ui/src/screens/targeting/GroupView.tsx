import { NativeSelect } from '@mantine/core';
import type { Entity, TargetNode, TargetTried } from '../../engine';
import * as words from '../../words/targeting';
import { entityIn, useBoard } from './board';
import { Chooser } from './Chooser';
import { nodeOf } from './matchers';
import { NodeView } from './NodeView';
import classes from './Targeting.module.css';
import { added, everything, type Path } from './tree';

interface Props {
  entity: Entity;
  node: TargetNode;
  path: Path;
  tried?: TargetTried | undefined;
}

/** Conditions of which all, or one, must hold; a single one is shown as a group of itself. */
export function GroupView({ entity, node, path, tried }: Props) {
  const { vocabulary, rebuild, change } = useBoard();
  const group = node.type === 'all' || node.type === 'any' ? node : null;
  const of = group ? group.of : [node];
  const type = group?.type ?? 'all';
  const known = entityIn(vocabulary, entity);

  function add(entry: string) {
    const made = nodeOf(entry, known.fields);
    if (made) rebuild((root) => added(root, path, made));
  }

  return (
    <div role="group" aria-label={type === 'any' ? words.any : words.all} className={classes.group}>
      {of.length > 1 && (
        <NativeSelect
          size="xs"
          className={classes.which}
          aria-label={words.groupIs}
          value={type}
          onChange={(event) => {
            const next = event.currentTarget.value === 'any' ? 'any' : 'all';
            change(path, (found) => ('of' in found ? { ...found, type: next } : found));
          }}
          data={[
            { value: 'all', label: words.all },
            { value: 'any', label: words.any },
          ]}
        />
      )}
      {of.length === 0 && path.length === 0 && <p className={classes.hint}>{words.emptyGroup}</p>}
      {of.map((child, at) => (
        <div key={at} className={classes.line}>
          {at > 0 && (
            <span className={classes.link}>{type === 'any' ? words.anyShort : words.allShort}</span>
          )}
          <NodeView
            entity={entity}
            node={child}
            path={group ? [...path, at] : path}
            several={of.length > 1}
            tried={group ? tried?.of[at] : tried}
          />
        </div>
      ))}
      <div className={classes.add}>
        <Chooser entity={entity} onChoose={add} />
        {path.length > 0 && group && of.length > 1 && (
          <button
            type="button"
            className={classes.plain}
            onClick={() =>
              change(path, (found) => ('of' in found ? (found.of[0] ?? everything) : found))
            }
          >
            {words.keepFirst}
          </button>
        )}
      </div>
    </div>
  );
}
