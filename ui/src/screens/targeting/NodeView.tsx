import type { Entity, TargetNode, TargetTried } from '../../engine';
import { targetProblemSentence } from '../../words/target-problems';
import * as words from '../../words/targeting';
import { entityIn, fieldIn, problemsAt, relationIn, useBoard } from './board';
import { FigureInput } from './FigureInput';
import { FirstInput } from './FirstInput';
import { GroupView } from './GroupView';
import { MatcherInput } from './MatcherInput';
import { NodeMenu } from './NodeMenu';
import { QuantityInput } from './QuantityInput';
import classes from './Targeting.module.css';
import { TriedMark } from './TriedMark';
import type { Path } from './tree';

interface Props {
  entity: Entity;
  node: TargetNode;
  path: Path;
  several: boolean;
  tried?: TargetTried | undefined;
}

/** One condition, with what is wrong with it and, for a client that is tried, whether it holds. */
export function NodeView({ entity, node, path, several, tried }: Props) {
  const { problems } = useBoard();
  const mine = problemsAt(problems, path);
  const nested = node.type !== 'field' && node.type !== 'member';
  return (
    <div className={nested ? classes.nested : classes.node}>
      <div className={classes.row}>
        {tried && <TriedMark tried={tried} />}
        <Content entity={entity} node={node} path={path} />
        <NodeMenu node={node} path={path} several={several} />
      </div>
      {mine.map((problem) => (
        <p key={problem.code} className={classes.problem}>
          {targetProblemSentence(problem)}
        </p>
      ))}
      <Inside entity={entity} node={node} path={path} tried={tried} />
    </div>
  );
}

function Content({ entity, node, path }: Pick<Props, 'entity' | 'node' | 'path'>) {
  const { vocabulary, saved, change } = useBoard();
  const known = entityIn(vocabulary, entity);
  switch (node.type) {
    case 'all':
      return <span className={classes.name}>{words.allOf}</span>;
    case 'any':
      return <span className={classes.name}>{words.anyOf}</span>;
    case 'not':
      return <span className={classes.not}>{words.notOf}</span>;
    case 'member': {
      const name = saved.find(({ ref }) => ref === node.targeting)?.name ?? node.targeting;
      return <span className={classes.name}>{words.memberOf(name)}</span>;
    }
    case 'field': {
      const field = fieldIn(known, node.field);
      if (!field) return <span className={classes.name}>{words.goneField(node.field)}</span>;
      return (
        <>
          <span className={classes.name}>{field.label}</span>
          <MatcherInput
            key={node.field}
            field={field}
            is={node.is}
            onIs={(is) => change(path, () => ({ ...node, is }))}
          />
        </>
      );
    }
    case 'related': {
      const relation = relationIn(known, node.relation);
      return (
        <>
          <QuantityInput
            many={relation?.many ?? false}
            quantity={node.quantity}
            onQuantity={(quantity) => change(path, () => ({ ...node, quantity }))}
          />
          <span className={classes.name}>{relation?.name ?? node.relation}</span>
        </>
      );
    }
    case 'first':
      return <FirstInput known={known} node={node} onNode={(next) => change(path, () => next)} />;
    case 'aggregate':
      return <FigureInput known={known} node={node} onNode={(next) => change(path, () => next)} />;
  }
}

/** What a condition holds: of the same record, or of the related ones. */
function Inside({ entity, node, path, tried }: Omit<Props, 'several'>) {
  const { vocabulary } = useBoard();
  switch (node.type) {
    case 'all':
    case 'any':
      return <GroupView entity={entity} node={node} path={path} tried={tried} />;
    case 'not':
      return (
        <GroupView entity={entity} node={node.node} path={[...path, 0]} tried={tried?.of[0]} />
      );
    case 'first':
      return (
        <>
          <p className={classes.hint}>{words.amongThose}</p>
          <GroupView entity={entity} node={node.node} path={[...path, 0]} />
        </>
      );
    case 'related':
    case 'aggregate': {
      const to = relationIn(entityIn(vocabulary, entity), node.relation)?.to;
      if (!to) return null;
      return (
        <>
          <p className={classes.hint}>{words.among(node.type === 'aggregate')}</p>
          <GroupView entity={to} node={node.node} path={[...path, 0]} />
        </>
      );
    }
    default:
      return null;
  }
}
