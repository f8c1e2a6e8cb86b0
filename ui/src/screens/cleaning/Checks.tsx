import type { Check, CheckTheme, CheckView } from '../../engine';
import { IconCheck } from '../../parts/icons';
import * as words from '../../words/cleaning';
import { formatCount } from '../../words/typography';
import classes from './Cleaning.module.css';
import type { Counts } from './useMostEver';

interface Props {
  checks: CheckView[];
  most: Counts;
  chosen: Check;
  onChoose: (check: Check) => void;
}

/** The checks by theme, with what is left of each. */
export function Checks({ checks, most, chosen, onChoose }: Props) {
  const themes = [...new Set(checks.map((check) => check.theme))];
  return (
    <nav className={classes.checks} aria-label={words.list}>
      {themes.map((theme: CheckTheme) => (
        <section key={theme} aria-labelledby={`theme-${theme}`}>
          <h2 id={`theme-${theme}`}>{words.themeTitle(theme)}</h2>
          <ul>
            {checks
              .filter((check) => check.theme === theme)
              .map((check) => (
                <Line
                  key={check.check}
                  check={check}
                  most={most[check.check] ?? check.count}
                  current={check.check === chosen}
                  onChoose={() => onChoose(check.check)}
                />
              ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

interface LineProps {
  check: CheckView;
  most: number;
  current: boolean;
  onChoose: () => void;
}

function Line({ check, most, current, onChoose }: LineProps) {
  const { count } = check;
  const done = most > 0 ? ((most - count) / most) * 100 : 100;
  return (
    <li>
      <button
        type="button"
        className={classes.check}
        aria-current={current ? 'true' : undefined}
        data-clean={count === 0 || undefined}
        onClick={onChoose}
      >
        <span
          className={classes.severity}
          data-severity={count > 0 ? check.severity : undefined}
          aria-hidden
        />
        <span className={classes.name}>{words.checkTitle(check.check)}</span>
        {count > 0 ? (
          <span className={classes.count}>
            <span aria-hidden>
              {formatCount(count)}
              {most > count && <em>/{formatCount(most)}</em>}
            </span>
            <span className="visually-hidden">
              {words.progress(count, most)}, {words.severity(check.severity)}
            </span>
          </span>
        ) : (
          <span className={classes.count}>
            <IconCheck size={15} aria-hidden />
            <span className="visually-hidden">{words.cleanTitle}</span>
          </span>
        )}
        {most > count && count > 0 && (
          <span className={classes.meter} aria-hidden>
            <span style={{ width: `${done}%` }} />
          </span>
        )}
      </button>
    </li>
  );
}
