import * as words from '../../words/grid';
import classes from './DataGrid.module.css';
import { HeaderCell } from './HeaderCell';
import type { Layout } from './layout';
import type { Place } from './moves';
import type { ShownColumn } from './Row';

interface Props {
  columns: ShownColumn[];
  place: Place;
  width: number;
  layout: Layout;
  onLayout: (layout: Layout) => void;
  onFocus: (column: number) => void;
  allChosen: boolean;
  onChooseAll: () => void;
  /** The column whose menu is open. */
  menu: string | null;
  onMenu: (key: string | null) => void;
  /** Shows all the values of a field over the base. */
  onValues?: ((key: string) => void) | undefined;
}

/** The first row: the box that chooses all, and the titles. */
export function Headers(props: Props) {
  const { columns, place } = props;
  return (
    <div role="row" aria-rowindex={1} className={classes.headers} style={{ minWidth: props.width }}>
      <div
        role="columnheader"
        aria-colindex={1}
        aria-label={words.selection}
        className={classes.pick}
        data-head
        data-cell="-1:0"
        tabIndex={place.row < 0 && place.column === 0 ? 0 : -1}
        onFocus={() => props.onFocus(0)}
        onClick={props.onChooseAll}
      >
        <input
          type="checkbox"
          tabIndex={-1}
          readOnly
          checked={props.allChosen}
          aria-label={words.selectAll}
        />
      </div>
      {columns.map(({ field, width }, at) => (
        <HeaderCell
          key={field.key}
          field={field}
          width={width}
          index={at + 1}
          sticky={at === 0}
          focusable={place.row < 0 && place.column === at + 1}
          layout={props.layout}
          onLayout={props.onLayout}
          onFocus={() => props.onFocus(at + 1)}
          onValues={props.onValues}
          menuOpen={props.menu === field.key}
          onMenu={(open) => props.onMenu(open ? field.key : null)}
        />
      ))}
    </div>
  );
}
