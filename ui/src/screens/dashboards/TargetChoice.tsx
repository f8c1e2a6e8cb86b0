import { NativeSelect } from '@mantine/core';
import type { Entity, Target } from '../../engine';
import { memberOf, type Narrowing } from '../../live/lists';
import { useRead } from '../../live/read';
import * as words from '../../words/tileTargets';

interface Props {
  entity: Entity;
  target: Target | undefined;
  /** The targeting that was being built when the tile was asked for. */
  narrowing: Narrowing | null;
  onTarget: (target: Target | undefined) => void;
}

interface Choice {
  value: string;
  label: string;
  target: Target;
}

const OWN = 'own';
/** Whose records the others are related to. */
const CENTRAL: Entity[] = ['customer', 'vehicle'];

/** Among whom a tile counts: everybody, a saved targeting, one of the trade, or one of its own. */
export function TargetChoice({ entity, target, narrowing, onTarget }: Props) {
  const saved = useRead('targeting.list', {}, { keep: true });
  const ready = useRead('targeting.ready', {}, { keep: true });
  const suits = (other: Entity) => other === entity || CENTRAL.includes(other);
  const mine = (saved.data?.saved ?? []).flatMap((one): Choice[] =>
    one.entity !== null && one.count !== null && suits(one.entity)
      ? [
          {
            value: `saved ${one.ref}`,
            label: one.mode === 'frozen' ? words.frozen(one.name) : one.name,
            target: memberOf(one.entity, one.ref),
          },
        ]
      : [],
  );
  const trade = (ready.data?.ready ?? [])
    .filter((one) => suits(one.target.entity))
    .map((one) => ({ value: `ready ${one.key}`, label: one.name, target: one.target }));
  const known = [...mine, ...trade];
  const same = (one: Target, other: Target) => JSON.stringify(one) === JSON.stringify(other);
  const chosen = target && known.find((choice) => same(choice.target, target));
  const built = narrowing && !known.some((choice) => same(choice.target, narrowing.target));
  const own = built ? narrowing.target : target && !chosen ? target : undefined;
  const isGone = own?.root.type === 'member' && saved.data !== undefined;
  const ownLabel = built ? narrowing.title : isGone ? words.gone : words.builtHere;

  return (
    <NativeSelect
      size="xs"
      label={words.among}
      description={target && target.entity !== entity ? words.relatedToo : undefined}
      value={target === undefined ? '' : (chosen?.value ?? OWN)}
      data={[
        { value: '', label: words.everybody },
        ...(own ? [{ group: words.ownGroup, items: [{ value: OWN, label: ownLabel }] }] : []),
        ...(mine.length > 0 ? [{ group: words.mineGroup, items: mine.map(plain) }] : []),
        { group: words.readyGroup, items: trade.map(plain) },
      ]}
      onChange={({ currentTarget: { value } }) =>
        onTarget(value === OWN ? own : known.find((choice) => choice.value === value)?.target)
      }
    />
  );
}

const plain = ({ value, label }: Choice) => ({ value, label });
