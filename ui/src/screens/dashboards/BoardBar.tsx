import { ActionIcon, Button, Menu, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { BoardView, Period, Scope } from '../../engine';
import { change } from '../../live/change';
import { useSession } from '../../live/session';
import {
  IconCopy,
  IconDotsVertical,
  IconLock,
  IconLockOpen,
  IconPencil,
  IconPlus,
  IconRestore,
  IconTrash,
} from '../../parts/icons';
import * as words from '../../words/dashboards';
import classes from './Dashboards.module.css';
import { boardAddress } from './places';
import { PeriodDates } from './PeriodDates';
import { RenameBoard } from './RenameBoard';

const MOST_COPIES = 20;

interface Props {
  board: BoardView;
  scope: Scope;
  onScope: (scope: Scope) => void;
  onAdd: () => void;
}

/** What all the tiles look at, and what can be done to the board. */
export function BoardBar({ board, scope, onScope, onAdd }: Props) {
  const { group } = useSession();
  const { locked } = board;
  return (
    <div className={classes.bar}>
      <NativeSelect
        aria-label={words.period}
        value={scope.period}
        onChange={(event) => onScope({ ...scope, period: event.currentTarget.value as Period })}
        data={words.periodOrder.map((value) => ({ value, label: words.periods[value] }))}
      />
      {scope.period === 'custom' && <PeriodDates scope={scope} onScope={onScope} />}
      <NativeSelect
        aria-label={words.site}
        value={scope.site ?? ''}
        data={[{ value: '', label: words.allSites }, ...group.sites.map((site) => site.name)]}
        onChange={(event) => onScope({ ...scope, site: event.currentTarget.value || null })}
      />
      <span className={classes.space} />
      {locked && (
        <span className={classes.locked} title={words.lockedHint}>
          <IconLock size={15} aria-hidden /> {words.locked}
        </span>
      )}
      {!locked && (
        <Button
          leftSection={<IconPlus size={16} aria-hidden />}
          title={words.addTileHint}
          onClick={onAdd}
          px="sm"
        >
          {words.addTile}
        </Button>
      )}
      <BoardMenu board={board} scope={scope} />
    </div>
  );
}

function BoardMenu({ board, scope }: { board: BoardView; scope: Scope }) {
  const [, go] = useLocation();
  const [renaming, setRenaming] = useState(false);
  const { name, locked, template } = board;
  const icon = { size: 16, 'aria-hidden': true };

  async function duplicate() {
    // The first name that no other board has.
    for (let number = 1; number <= MOST_COPIES; number += 1) {
      const copy = words.copyOf(name, number);
      const outcome = await change('dashboard.create', { name: copy, template: null, like: name });
      if ('done' in outcome) return go(boardAddress(copy));
      if (outcome.problems.length === 0) return;
    }
  }

  async function remove() {
    const outcome = await change('dashboard.delete', { name });
    if ('done' in outcome) go('/tableaux');
  }

  return (
    <>
      <Menu position="bottom-end" withinPortal returnFocus>
        <Menu.Target>
          <ActionIcon variant="default" size={34} aria-label={words.boardActions}>
            <IconDotsVertical size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown miw={230}>
          <Menu.Item
            leftSection={locked ? <IconLockOpen {...icon} /> : <IconLock {...icon} />}
            title={locked ? undefined : words.lockHint}
            onClick={() => void change('dashboard.lock', { name, locked: !locked, scope })}
          >
            {locked ? words.unlock : words.lock}
          </Menu.Item>
          <Menu.Item leftSection={<IconPencil {...icon} />} onClick={() => setRenaming(true)}>
            {words.rename}
          </Menu.Item>
          <Menu.Item leftSection={<IconCopy {...icon} />} onClick={() => void duplicate()}>
            {words.duplicate}
          </Menu.Item>
          {template !== null && (
            <Menu.Item
              leftSection={<IconRestore {...icon} />}
              disabled={locked}
              onClick={() => void change('dashboard.reset', { name })}
            >
              {words.reset(template)}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconTrash {...icon} />}
            disabled={locked}
            onClick={() => void remove()}
          >
            {words.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {renaming && (
        <RenameBoard
          name={name}
          onClose={() => setRenaming(false)}
          onDone={(to) => go(boardAddress(to))}
        />
      )}
    </>
  );
}
