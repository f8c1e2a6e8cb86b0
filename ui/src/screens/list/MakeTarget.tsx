import { Button } from '@mantine/core';
import { useLocation } from 'wouter';
import { call, type Entity, type Filter, type Target } from '../../engine';
import { sayFailure } from '../../live/change';
import { buildAddress } from '../../live/lists';
import { IconTarget } from '../../parts/icons';
import * as words from '../../words/tileTargets';

interface Props {
  list: { entity: Entity; quick: string; filters: Filter[]; target?: Target };
}

/** The list as a targeting, to be built on. */
export function MakeTarget({ list }: Props) {
  const [, go] = useLocation();
  const { quick, ...asked } = list;
  if (asked.filters.length === 0 && !asked.target) return null;

  async function make() {
    try {
      go(buildAddress(await call('list.target', asked)));
    } catch (failure) {
      sayFailure(failure);
    }
  }

  return (
    <Button
      size="compact-xs"
      variant="subtle"
      leftSection={<IconTarget size={14} aria-hidden />}
      title={words.makeTargetHint}
      onClick={() => void make()}
    >
      {quick === '' ? words.makeTarget : words.makeTargetWithoutSearch}
    </Button>
  );
}
