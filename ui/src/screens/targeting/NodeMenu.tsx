import { ActionIcon, Menu } from '@mantine/core';
import type { TargetNode } from '../../engine';
import { IconDotsVertical } from '../../parts/icons';
import * as words from '../../words/targeting';
import { useBoard } from './board';
import { doubled, moved, negated, wrapped, type Path } from './tree';

interface Props {
  node: TargetNode;
  path: Path;
  /** Has others beside it in its group. */
  several: boolean;
}

/** Everything that can be done with a condition but filling it in. */
export function NodeMenu({ node, path, several }: Props) {
  const { rebuild, change } = useBoard();
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={words.more} className="more">
          <IconDotsVertical size={16} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => rebuild((root) => wrapped(root, path, 'any'))}>
          {words.wrapAny}
        </Menu.Item>
        <Menu.Item onClick={() => rebuild((root) => wrapped(root, path, 'all'))}>
          {words.wrapAll}
        </Menu.Item>
        <Menu.Item onClick={() => rebuild((root) => negated(root, path))}>
          {node.type === 'not' ? words.unnegate : words.negate}
        </Menu.Item>
        <Menu.Item onClick={() => rebuild((root) => doubled(root, path))}>
          {words.duplicate}
        </Menu.Item>
        {several && (
          <>
            <Menu.Item onClick={() => rebuild((root) => moved(root, path, -1))}>
              {words.up}
            </Menu.Item>
            <Menu.Item onClick={() => rebuild((root) => moved(root, path, 1))}>
              {words.down}
            </Menu.Item>
          </>
        )}
        <Menu.Divider />
        <Menu.Item color="red" onClick={() => change(path, () => null)}>
          {words.remove}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
