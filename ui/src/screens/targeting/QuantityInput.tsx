import { NativeSelect } from '@mantine/core';
import type { TargetQuantity } from '../../engine';
import * as words from '../../words/targeting';
import { CountInput } from './CountInput';

interface Props {
  /** The record has several of them. */
  many: boolean;
  quantity: TargetQuantity;
  onQuantity: (quantity: TargetQuantity) => void;
}

/** How many related records fulfil what follows. */
export function QuantityInput({ many, quantity, onQuantity }: Props) {
  const names = many ? words.quantityNames : words.singleNames;
  function choose(type: TargetQuantity['type']) {
    const n = 'n' in quantity ? quantity.n : 1;
    onQuantity(type === 'none' || type === 'every' ? { type } : { type, n: Math.max(1, n) });
  }
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={words.quantity}
        value={quantity.type}
        onChange={(event) => choose(event.currentTarget.value as TargetQuantity['type'])}
        data={Object.entries(names).map(([value, label]) => ({ value, label }))}
      />
      {many && 'n' in quantity && (
        <CountInput
          value={quantity.n}
          label={words.numberOf}
          onCount={(n) => onQuantity({ type: quantity.type, n })}
        />
      )}
    </>
  );
}
