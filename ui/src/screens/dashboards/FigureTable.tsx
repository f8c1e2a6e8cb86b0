import { Link } from 'wouter';
import type { TileFigure } from '../../engine';
import * as words from '../../words/dashboards';
import { figureText, growthText, rowsBehind } from '../../words/figures';
import classes from './Dashboards.module.css';
import { adds, behind, type Shaped } from './shape';

/** Labels and figures in rows, each leading to the list behind it. */
export function FigureTable({ title, shape }: { title: string; shape: Shaped }) {
  const { rows, answer, unit, question } = shape;
  const { total } = answer;
  const parts = adds(question) && (total.value ?? 0) > 0;
  const cut = answer.axes[0]?.cut ?? 0;
  const grown = ({ value, before }: TileFigure) =>
    value !== null && before !== null ? growthText(value, before, unit) : null;
  const growths = question.compare && rows.some(({ label }) => label.figure.before !== null);

  return (
    <div className={classes.tableBox} tabIndex={0} role="group" aria-label={title}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{shape.names[0] ?? words.total}</th>
            <th scope="col">{words.figure}</th>
            {parts && <th scope="col">{words.share}</th>}
            {growths && <th scope="col">{words.evolution}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ long, label: { figure } }, row) => (
            <tr key={row}>
              <th scope="row">{long}</th>
              <td>
                <FigureLink shape={shape} label={long} figure={figure} />
              </td>
              {parts && (
                <td>{figureText(((figure.value ?? 0) * 100) / (total.value ?? 1), 'percent')}</td>
              )}
              {growths && <td>{grown(figure)}</td>}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            <td>
              <FigureLink shape={shape} label={words.total} figure={total} />
            </td>
            {parts && <td>{figureText(100, 'percent')}</td>}
            {growths && <td>{grown(total)}</td>}
          </tr>
        </tfoot>
      </table>
      {cut > 0 && <p className={classes.quiet}>{words.cut(cut)}</p>}
    </div>
  );
}

interface LinkProps {
  shape: Shaped;
  label: string;
  figure: TileFigure;
}

/** A figure and the way to the rows it was made of. */
export function FigureLink({ shape: { answer, unit }, label, figure }: LinkProps) {
  const text = figureText(figure.value, unit);
  if (figure.rows === 0) return text;
  return (
    <Link
      href={behind(answer, figure.filters)}
      aria-label={words.seeRows(label, text, rowsBehind(figure.rows))}
    >
      {text}
    </Link>
  );
}
