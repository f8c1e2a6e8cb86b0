import * as words from '../../words/dashboards';
import classes from './Dashboards.module.css';
import { FigureLink } from './FigureTable';
import type { Shaped } from './shape';

/** Two dimensions in rows and columns, with the total of each. */
export function PivotTable({ title, shape }: { title: string; shape: Shaped }) {
  const { rows, columns, answer, at } = shape;
  return (
    <div className={classes.tableBox} tabIndex={0} role="group" aria-label={title}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{shape.names.join(' / ')}</th>
            {columns.map(({ short }, column) => (
              <th scope="col" key={column}>
                {short}
              </th>
            ))}
            <th scope="col">{words.total}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={line}>
              <th scope="row">{row.long}</th>
              {columns.map((column, place) => {
                const figure = at(line, place);
                return (
                  <td key={place}>
                    {figure && (
                      <FigureLink
                        shape={shape}
                        label={`${row.long}, ${column.long}`}
                        figure={figure}
                      />
                    )}
                  </td>
                );
              })}
              <td className={classes.sum}>
                <FigureLink shape={shape} label={row.long} figure={row.label.figure} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            {columns.map(({ long, label }, column) => (
              <td key={column}>
                <FigureLink shape={shape} label={long} figure={label.figure} />
              </td>
            ))}
            <td>
              <FigureLink shape={shape} label={words.total} figure={answer.total} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
