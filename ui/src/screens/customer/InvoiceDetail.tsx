import { Button, TextInput } from '@mantine/core';
import { useRef, useState, type FormEvent } from 'react';
import type { FieldView, InvoiceView } from '../../engine';
import { useFields } from '../../live/catalogue';
import { change } from '../../live/change';
import { IconPlus } from '../../parts/icons';
import * as words from '../../words/customer';
import { problemSentence } from '../../words/errors';
import classes from './Customer.module.css';
import { Field } from './Field';
import { numberOf, pick, textOf } from './fieldsOf';
import { blankLine, readLines, type LineText } from './InvoiceLines';
import { DeleteButton } from './Panel';

const COLUMNS = ['label', 'quantity', 'unit_price', 'net_amount'];
const isNumber = (field: FieldView) => field.key !== 'label';

/** The lines of an invoice, each edited where it stands, and one more: its amounts follow them. */
export function InvoiceDetail({ invoice, number }: { invoice: InvoiceView; number: string }) {
  const all = useFields('invoice_line');
  const columns = pick(all, COLUMNS);
  return (
    <div>
      {invoice.lines.length > 0 && (
        <table className={classes.table} aria-label={words.showLines(number)}>
          <thead>
            <tr>
              {columns.map((field) => (
                <th key={field.key} scope="col" data-numeric={isNumber(field) || undefined}>
                  {field.label}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {invoice.lines.map((line) => (
              <tr key={line.ref}>
                {columns.map((field) => (
                  <td key={field.key} data-numeric={isNumber(field) || undefined}>
                    <Field bare record={line} field={field} fields={all} links={{}} />
                  </td>
                ))}
                <td>
                  <DeleteButton reference={line.ref} label={textOf(line, 'label') ?? line.ref} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <AddLine invoice={invoice} number={number} />
    </div>
  );
}

/** One line more: Enter keeps it and begins the next one. */
function AddLine({ invoice, number }: { invoice: InvoiceView; number: string }) {
  const [line, setLine] = useState<LineText>(blankLine);
  const [error, setError] = useState<string | null>(null);
  const first = useRef<HTMLInputElement>(null);
  const last = invoice.lines[invoice.lines.length - 1];
  const set = (part: Partial<LineText>) => setLine((now) => ({ ...now, ...part }));

  async function add(event: FormEvent) {
    event.preventDefault();
    const values = readLines([line])?.[0];
    if (!values) return setError(words.lineWrong);
    const place = (last ? numberOf(last, 'line') : 0) + 1;
    const outcome = await change('record.create', {
      entity: 'invoice_line',
      values: { ...values, invoice_id: invoice.ref, line: place },
    });
    const problem = 'problems' in outcome ? outcome.problems[0] : undefined;
    setError(problem ? problemSentence(problem, null) : null);
    if (problem) return;
    setLine(blankLine);
    first.current?.focus();
  }

  return (
    <form
      className={classes.addLine}
      aria-label={words.addLineTo(number)}
      onSubmit={(event) => void add(event)}
    >
      <TextInput
        ref={first}
        size="xs"
        aria-label={words.lineLabel}
        placeholder={words.lineLabel}
        value={line.label}
        onChange={(event) => set({ label: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        aria-label={words.lineQuantity}
        placeholder={words.lineQuantity}
        inputMode="decimal"
        value={line.quantity}
        onChange={(event) => set({ quantity: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        aria-label={words.linePrice}
        placeholder={words.linePrice}
        inputMode="decimal"
        value={line.price}
        onChange={(event) => set({ price: event.currentTarget.value })}
      />
      <Button
        type="submit"
        size="compact-sm"
        variant="light"
        leftSection={<IconPlus size={15} aria-hidden />}
      >
        {words.addLine}
      </Button>
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
      {invoice.lines.length === 0 && <p className={classes.hint}>{words.firstLine}</p>}
    </form>
  );
}
