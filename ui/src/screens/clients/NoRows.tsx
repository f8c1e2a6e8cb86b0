import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { IconUsers } from '../../parts/icons';
import { Empty } from '../../parts/Trouble';
import * as words from '../../words/clients';
import classes from './Clients.module.css';

/** An empty list says why, and what to do. */
export function NoRows({ filtered, onShowAll }: { filtered: boolean; onShowAll: () => void }) {
  return (
    <div className={classes.none}>
      <Empty
        icon={<IconUsers size={28} aria-hidden />}
        title={filtered ? words.noneFound : words.none}
        action={
          filtered ? (
            <Button variant="default" onClick={onShowAll}>
              {words.clear}
            </Button>
          ) : (
            <Button component={Link} href="/nouveau/particulier">
              {words.newPerson}
            </Button>
          )
        }
      >
        {filtered ? words.noneFoundHint : words.noneHint}
      </Empty>
    </div>
  );
}
