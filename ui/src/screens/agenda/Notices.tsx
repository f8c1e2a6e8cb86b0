import { Button } from '@mantine/core';
import type { AgendaWarning } from '../../engine';
import { IconAlertTriangle } from '../../parts/icons';
import * as appointment from '../../words/appointment';
import classes from './Agenda.module.css';

interface Props {
  warnings: AgendaWarning[];
  /** Leaves days out of a series; none for what does not come back. */
  onSkip: ((days: string[]) => void) | null;
}

/** Kinds of days that one may want to leave out. */
const SKIPPED = new Set(['public_holiday', 'closed', 'school_holiday', 'taken']);

/** What is worth knowing before it is kept: holidays, closed doors, double bookings. */
export function Notices({ warnings, onSkip }: Props) {
  const groups = new Map<string, AgendaWarning[]>();
  for (const warning of warnings) {
    const name = warning.code === 'school_holiday' ? warning.name : '';
    const key = `${warning.code}/${name}`;
    groups.set(key, [...(groups.get(key) ?? []), warning]);
  }
  return (
    <ul
      className={classes.notices}
      tabIndex={groups.size > 3 ? 0 : undefined}
      aria-label={appointment.notices}
      aria-live="polite"
    >
      {[...groups].map(([key, own]) => (
        <li key={key}>
          <IconAlertTriangle size={15} aria-hidden />
          <span>{appointment.warningSentence(own)}</span>
          {onSkip && own[0] && SKIPPED.has(own[0].code) && (
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => onSkip(own.map(({ day }) => day))}
            >
              {appointment.skipDays(own.length)}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
