import { NumberInput } from '@mantine/core';
import classes from './Targeting.module.css';

interface CountProps {
  value: number;
  label: string;
  least?: number;
  most?: number;
  onCount: (n: number) => void;
}

/** A whole number. */
export function CountInput({ value, label, least = 1, most = 10_000, onCount }: CountProps) {
  return (
    <NumberInput
      size="xs"
      className={classes.count}
      aria-label={label}
      value={value}
      min={least}
      max={most}
      clampBehavior="strict"
      allowDecimal={false}
      allowNegative={false}
      hideControls
      onChange={(typed) => typeof typed === 'number' && onCount(typed)}
    />
  );
}
