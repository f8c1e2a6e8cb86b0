import { Link } from 'wouter';
import { IconArrowDown, IconArrowUp } from '../../parts/icons';
import * as words from '../../words/dashboards';
import { figureText, growthText, rowsBehind } from '../../words/figures';
import { countOf } from '../../words/lists';
import classes from './Dashboards.module.css';
import { behind, type Shaped } from './shape';

/** One figure, large, and by how much it grew since the period before. */
export function BigNumber({ shape: { answer, unit, question } }: { shape: Shaped }) {
  const { value, before, rows, filters } = answer.total;
  const growth =
    question.compare && value !== null && before !== null ? growthText(value, before, unit) : null;
  const way = value === before ? 'same' : (value ?? 0) > (before ?? 0) ? 'up' : 'down';
  const text = figureText(value, unit);
  return (
    <div className={classes.number}>
      <Link
        href={behind(answer, filters)}
        className={classes.big}
        aria-label={words.seeRows(words.total, text, rowsBehind(rows))}
      >
        {text}
      </Link>
      {question.compare && before !== null && (
        <p className={classes.growth}>
          {growth && (
            <b data-way={way}>
              {way === 'up' && <IconArrowUp size={14} aria-hidden />}
              {way === 'down' && <IconArrowDown size={14} aria-hidden />}
              {growth}
            </b>
          )}
          <span title={words.beforeSpan(answer.before[0], answer.before[1])}>
            {words.against(figureText(before, unit))}
          </span>
        </p>
      )}
      {!question.compare && <p className={classes.growth}>{countOf(answer.entity, rows)}</p>}
    </div>
  );
}
