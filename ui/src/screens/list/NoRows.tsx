import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { Entity } from '../../engine';
import {
  IconCar,
  IconFileInvoice,
  IconPhone,
  IconSearch,
  IconUserPlus,
  IconUsers,
  type TablerIcon,
} from '../../parts/icons';
import { Empty } from '../../parts/Trouble';
import * as words from '../../words/clients';
import { noneOf } from '../../words/lists';
import classes from './List.module.css';

const ICONS: Partial<Record<Entity, TablerIcon>> = {
  vehicle: IconCar,
  invoice: IconFileInvoice,
  activity: IconPhone,
  lead: IconUserPlus,
};

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
  const Icon = filtered ? IconSearch : (ICONS[entity] ?? IconUsers);
  const [title, hint] = filtered
    ? [words.noneFound, words.noneFoundHint]
    : entity === 'customer'
      ? [words.none, words.noneHint]
      : noneOf(entity);
  return (
    <div className={classes.none}>
      <Empty
        icon={<Icon size={28} aria-hidden />}
        title={title}
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
        {hint}
      </Empty>
    </div>
  );
}
