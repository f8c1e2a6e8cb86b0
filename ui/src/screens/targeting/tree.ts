import type { TargetNode } from '../../engine';

/** The way to a node: the place of each child from the root on, as the engine tells its problems. */
export type Path = readonly number[];

export const everything: TargetNode = { type: 'all', of: [] };

/** What a node holds directly. */
export function childrenOf(node: TargetNode): readonly TargetNode[] {
  switch (node.type) {
    case 'all':
    case 'any':
      return node.of;
    case 'not':
    case 'first':
    case 'related':
    case 'aggregate':
      return [node.node];
    case 'field':
    case 'member':
      return [];
  }
}

function withChildren(node: TargetNode, of: TargetNode[]): TargetNode {
  switch (node.type) {
    case 'all':
    case 'any':
      return { ...node, of };
    case 'not':
    case 'first':
    case 'related':
    case 'aggregate':
      return { ...node, node: of[0] ?? everything };
    case 'field':
    case 'member':
      return node;
  }
}

export function nodeAt(root: TargetNode, path: Path): TargetNode | undefined {
  return path.reduce<TargetNode | undefined>(
    (node, place) => node && childrenOf(node)[place],
    root,
  );
}

/** The tree with what stands at a place made into something else; nothing: taken away. */
export function changed(
  root: TargetNode,
  path: Path,
  make: (node: TargetNode) => TargetNode | null,
): TargetNode {
  const [place, ...rest] = path;
  if (place === undefined) return make(root) ?? everything;
  const of = childrenOf(root).flatMap((child, at) => {
    if (at !== place) return [child];
    if (rest.length > 0) return [changed(child, rest, make)];
    const made = make(child);
    return made ? [made] : [];
  });
  return withChildren(root, of);
}

/** Adds a node at the end of the group that stands at a place. */
export function added(root: TargetNode, group: Path, node: TargetNode): TargetNode {
  return changed(root, group, (found) =>
    found.type === 'all' || found.type === 'any'
      ? { ...found, of: [...found.of, node] }
      : { type: 'all', of: [found, node] },
  );
}

/** The same node again, right below itself. */
export function doubled(root: TargetNode, path: Path): TargetNode {
  const place = path[path.length - 1];
  if (place === undefined) return root;
  return changed(root, path.slice(0, -1), (group) => {
    const of = [...childrenOf(group)];
    const node = of[place];
    if (node) of.splice(place, 0, node);
    return withChildren(group, of);
  });
}

/** A node one place up (-1) or down (1) in its group; the tree itself when there is no such place. */
export function moved(root: TargetNode, path: Path, by: -1 | 1): TargetNode {
  const place = path[path.length - 1];
  if (place === undefined) return root;
  return changed(root, path.slice(0, -1), (group) => {
    const of = [...childrenOf(group)];
    const [node, other] = [of[place], of[place + by]];
    if (!node || !other) return group;
    of[place] = other;
    of[place + by] = node;
    return withChildren(group, of);
  });
}

/** A node inside a group of its own, to which an alternative can be added. */
export function wrapped(root: TargetNode, path: Path, type: 'all' | 'any'): TargetNode {
  return changed(root, path, (node) => ({ type, of: [node] }));
}

/** The contrary of a node; of a contrary, the node. */
export function negated(root: TargetNode, path: Path): TargetNode {
  return changed(root, path, (node) => (node.type === 'not' ? node.node : { type: 'not', node }));
}

/** The number of conditions that ask something. */
export function conditionsIn(node: TargetNode): number {
  if (node.type === 'field' || node.type === 'member') return 1;
  const inside = childrenOf(node).reduce((sum, child) => sum + conditionsIn(child), 0);
  return ['related', 'aggregate', 'first'].includes(node.type) ? inside + 1 : inside;
}
