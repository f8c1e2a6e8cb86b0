import { NativeSelect } from '@mantine/core';
import type { TargetField, TargetPeriod, TargetUnit } from '../../engine';
import * as words from '../../words/targeting';
import { unitsFor, useBoard } from './board';
import { CountInput } from './CountInput';
import classes from './Targeting.module.css';

interface PeriodProps {
  field: TargetField;
  period: TargetPeriod;
  onPeriod: (period: TargetPeriod) => void;
}

/** A stretch of time: of the calendar, or so many days, months… from today. */
export function PeriodInput({ field, period, onPeriod }: PeriodProps) {
  const { vocabulary } = useBoard();
  const place = words.calendars.findIndex(
    ({ period: known }) =>
      period.type === 'calendar' &&
      known.unit === period.unit &&
      known.shift === period.shift &&
      known.years === period.years,
  );
  const calendar = period.type === 'calendar';
  const own = calendar && place < 0 ? [{ value: 'own', label: words.periodText(period) }] : [];

  function choose(value: string) {
    const known = words.calendars[Number(value)];
    if (value in words.counted) {
      const n = calendar ? 60 : period.n;
      const unit: TargetUnit = calendar ? 'day' : period.unit;
      onPeriod({ type: value as keyof typeof words.counted, n, unit });
    } else if (known) onPeriod(known.period);
  }

  return (
    <>
      <NativeSelect
        size="xs"
        className={classes.period}
        aria-label={words.period}
        value={calendar ? (place < 0 ? 'own' : String(place)) : period.type}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          ...Object.entries(words.counted).map(([value, label]) => ({ value, label: `${label}…` })),
          ...own,
          ...words.calendars.map(({ label }, at) => ({ value: String(at), label })),
        ]}
      />
      {!calendar && (
        <>
          <CountInput
            value={period.n}
            label={words.numberOf}
            onCount={(n) => onPeriod({ ...period, n })}
          />
          <NativeSelect
            size="xs"
            aria-label={words.unit}
            value={period.unit}
            onChange={(event) =>
              onPeriod({ ...period, unit: event.currentTarget.value as TargetUnit })
            }
            data={unitsFor(vocabulary.units, field).map((unit) => ({
              value: unit,
              label: words.unitName(unit),
            }))}
          />
        </>
      )}
    </>
  );
}
