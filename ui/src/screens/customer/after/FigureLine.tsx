import { ActionIcon, Popover } from '@mantine/core';
import type { Figure } from '../../../engine';
import { useSession } from '../../../live/session';
import { IconCalculator } from '../../../parts/icons';
import * as words from '../../../words/after';
import classes from './After.module.css';

interface Props {
  name: words.FigureKey;
  figure: Figure;
  strong?: boolean;
}

/** Days on which somebody is expected: past, they are late. */
const PRESSING = new Set<words.FigureKey>(['nextVisit', 'nextByDate', 'nextByKm', 'inspection']);

/** A computed figure, and the way to it for who asks. */
export function FigureLine({ name, figure, strong }: Props) {
  const { today } = useSession();
  const label = words.figures[name];
  const value = figure.value;
  const over = value?.unit === 'day' && value.value < today;
  const late = over && PRESSING.has(name);
  return (
    <div className={classes.figure} data-strong={strong || undefined}>
      <dt>{label}</dt>
      <dd data-late={late || undefined} data-none={value === null || undefined}>
        {value ? words.part(value) : words.unknown}
        {over && <span className={classes.past}>{words.past}</span>}
        <Popover width={420} position="bottom-end" withinPortal shadow="md" trapFocus returnFocus>
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              size={24}
              aria-label={words.showOf(label)}
              title={words.show}
              data-screen-only
            >
              <IconCalculator size={16} aria-hidden />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown aria-label={words.showOf(label)}>
            <strong>{label}</strong>
            <ol className={classes.steps} tabIndex={0} data-autofocus>
              {figure.steps.map((step, at) => (
                <li key={at}>{words.step(step.code, step.parts)}</li>
              ))}
            </ol>
          </Popover.Dropdown>
        </Popover>
      </dd>
    </div>
  );
}
