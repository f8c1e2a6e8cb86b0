import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { Entity } from '../../engine';
import { IconUsers } from '../../parts/icons';
import { Empty } from '../../parts/Trouble';
import * as words from '../../words/clients';
import { noRowsHint } from '../../words/lists';
import classes from './List.module.css';

/** An empty list says why, and what to do. */
export function NoRows({
  entity,
  filtered,
  onShowAll,
}: {
  entity: Entity;
  filtered: boolean;
  onShowAll: () => void;
}) {
  return (
    <div className={classes.none}>
      <Empty
        icon={<IconUsers size={28} aria-hidden />}
        title={filtered || entity !== 'customer' ? words.noneFound : words.none}
        action={
          filtered ? (
            <Button variant="default" onClick={onShowAll}>
              {words.clear}
            </Button>
          ) : entity !== 'customer' ? undefined : (
            <Button component={Link} href="/nouveau/particulier">
              {words.newPerson}
            </Button>
          )
        }
      >
        {filtered ? words.noneFoundHint : entity === 'customer' ? words.noneHint : noRowsHint}
      </Empty>
    </div>
  );
}
