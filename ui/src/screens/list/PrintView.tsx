import { Button } from '@mantine/core';
import { useEffect } from 'react';
import type { Chosen, FieldView, ListRow, Value } from '../../engine';
import { useRead } from '../../live/read';
import { useSession } from '../../live/session';
import type { ShownColumn } from '../../parts/grid/Row';
import { IconArrowLeft, IconPrinter } from '../../parts/icons';
import { Trouble } from '../../parts/Trouble';
import { failureSentence } from '../../words/errors';
import { formatLongDay, formatValue } from '../../words/format';
import * as lists from '../../words/lists';
import * as words from '../../words/print';
import classes from './Print.module.css';
import { PrintGroups } from './PrintGroups';
import { Totals } from './Totals';

interface Props {
  chosen: Chosen;
  /** Rows chosen one by one, not the whole list. */
  some: boolean;
  columns: ShownColumn[];
  fields: FieldView[];
  by: string[];
  nameOf: (ref: string) => string | undefined;
  onClose: () => void;
}

/** More columns than this are read better on a page laid down. */
const UPRIGHT = 760;

/** A list as it goes to paper: its title, what it keeps, its rows, what they come to. */
export function PrintView({ chosen, some, columns, fields, by, nameOf, onClose }: Props) {
  const { today } = useSession();
  const keys = columns.map(({ field }) => field.key);
  const list = useRead('list.print', { chosen, columns: keys });
  const wide = columns.reduce((sum, { width }) => sum + width, 0) > UPRIGHT;

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [onClose]);

  if (list.error)
    return (
      <Trouble sentence={failureSentence(list.error.code)} onRetry={() => void list.refetch()} />
    );
  const shown = list.data?.rows.length ?? 0;
  const total = list.data?.total ?? 0;
  return (
    <div className={classes.screen}>
      <div className={classes.tools} data-screen-only>
        <Button
          variant="default"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          onClick={onClose}
        >
          {words.back}
        </Button>
        <Button
          autoFocus
          loading={!list.data}
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => window.print()}
        >
          {words.print}
        </Button>
        <p>{wide ? words.hintWide : words.hint}</p>
      </div>
      {list.data && shown < total && (
        <p className={classes.cut} role="status">
          {words.cut(chosen.entity, shown, total)}
        </p>
      )}
      <article className={classes.sheet} data-print-wide={wide || undefined}>
        <header>
          <h1>{lists.title(chosen.entity)}</h1>
          <p>{words.day(formatLongDay(today))}</p>
          <p>{list.data && words.content(chosen.entity, total, some)}</p>
          <ul>
            {words.kept(fields, chosen, nameOf).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </header>
        {by.length > 0 && !some && (
          <PrintGroups chosen={chosen} fields={fields} shown={keys} by={by} />
        )}
        <div className={classes.scroll} tabIndex={0} role="region" aria-label={words.rows}>
          <table className={classes.table}>
            <thead>
              <tr>
                {columns.map(({ field }) => (
                  <th key={field.key} scope="col" data-numeric={isNumber(field) || undefined}>
                    {field.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {list.data?.rows.map((row) => (
                <Line key={row.ref} row={row} columns={columns} names={list.data.names} />
              ))}
            </tbody>
          </table>
        </div>
        <Totals chosen={chosen} some={some} columns={columns} />
      </article>
    </div>
  );
}

/** A date, a number of invoice, a plate: never cut in two lines. */
const SHORT = 14;

const isNumber = (field: FieldView) => ['integer', 'money', 'quantity'].includes(field.kind);

interface LineProps {
  row: ListRow;
  columns: ShownColumn[];
  names: Record<string, string | undefined>;
}

function Line({ row, columns, names }: LineProps) {
  const text = (field: FieldView, value: Value) =>
    (typeof value === 'string' && field.kind === 'reference' && names[value]) ||
    formatValue(field, value);
  return (
    <tr>
      {columns.map(({ field }, place) => {
        const shown = text(field, row.values[place] ?? null);
        return (
          <td
            key={field.key}
            data-numeric={isNumber(field) || undefined}
            data-short={shown.length <= SHORT || undefined}
          >
            {shown}
          </td>
        );
      })}
    </tr>
  );
}
