import { Button } from '@mantine/core';
import { addDays, addMonth, formatDate } from '../words/format';
import { inMonth, inThree, inWeek, nextOn, tomorrow } from '../words/home';
import classes from './FormFrame.module.css';

/** The days on which one most often calls again, each a button that writes it. */
export function NextDays({ today, onPick }: { today: string; onPick: (day: string) => void }) {
  const days: [string, string][] = [
    [tomorrow, addDays(today, 1)],
    [inThree, addDays(today, 3)],
    [inWeek, addDays(today, 7)],
    [inMonth, addMonth(today)],
  ];
  return (
    <div className={classes.days} role="group" aria-label={nextOn}>
      {days.map(([label, day]) => (
        <Button
          key={label}
          size="compact-xs"
          variant="default"
          onClick={() => onPick(formatDate(day))}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}
