import { Fragment, useState } from 'react';
import type { CustomerFile, FieldView, InvoiceView, Link } from '../../engine';
import { useFields } from '../../live/catalogue';
import { IconArrowDown, IconArrowRight } from '../../parts/icons';
import * as words from '../../words/customer';
import classes from './Customer.module.css';
import { Field } from './Field';
import { FieldName } from './FieldName';
import { textOf } from './fieldsOf';
import { DeleteButton, Panel } from './Panel';

const COLUMNS = [
  'number',
  'kind',
  'issued_on',
  'vehicle_id',
  'mileage',
  'net_amount',
  'vat_amount',
  'gross_amount',
  'site',
  'seller',
];
const LINE_COLUMNS = ['label', 'quantity', 'unit_price', 'net_amount'];
const NUMERIC = new Set([
  'mileage',
  'net_amount',
  'vat_amount',
  'gross_amount',
  'quantity',
  'unit_price',
]);

/** The customer's invoices, each with its lines. */
export function Invoices({ file }: { file: CustomerFile }) {
  const all = useFields('invoice');
  const columns = [...pick(all, COLUMNS), ...all.filter((field) => field.added)];
  const vehicles = file.vehicles.map(({ ref, label }) => ({ ref, label }));
  return (
    <Panel file={file} entity="invoice" empty={file.invoices.length === 0}>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={words.invoices}>
        <table className={classes.table}>
          <thead>
            <tr>
              <td />
              {columns.map((field) => (
                <th key={field.key} scope="col" data-numeric={NUMERIC.has(field.key) || undefined}>
                  <FieldName entity="invoice" field={field} />
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {file.invoices.map((invoice) => (
              <Invoice
                key={invoice.ref}
                invoice={invoice}
                columns={columns}
                all={all}
                links={file.links}
                vehicles={vehicles}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

interface InvoiceProps {
  invoice: InvoiceView;
  columns: FieldView[];
  all: FieldView[];
  links: Record<string, string>;
  vehicles: Link[];
}

function Invoice({ invoice, columns, all, links, vehicles }: InvoiceProps) {
  const [open, setOpen] = useState(false);
  const number = textOf(invoice, 'number') ?? invoice.ref;
  return (
    <Fragment>
      <tr>
        <td>
          {invoice.lines.length > 0 && (
            <button
              type="button"
              className={classes.icon}
              aria-expanded={open}
              aria-label={words.showLines(number)}
              onClick={() => setOpen(!open)}
            >
              {open ? (
                <IconArrowDown size={15} aria-hidden />
              ) : (
                <IconArrowRight size={15} aria-hidden />
              )}
            </button>
          )}
        </td>
        {columns.map((field) => (
          <td key={field.key} data-numeric={NUMERIC.has(field.key) || undefined}>
            <Field
              bare
              record={invoice}
              field={field}
              fields={all}
              links={links}
              options={field.key === 'vehicle_id' ? vehicles : undefined}
            />
          </td>
        ))}
        <td>
          <DeleteButton reference={invoice.ref} label={words.invoiceNamed(number)} />
        </td>
      </tr>
      {open && (
        <tr>
          <td />
          <td colSpan={columns.length + 1}>
            <Lines invoice={invoice} number={number} />
          </td>
        </tr>
      )}
    </Fragment>
  );
}

function Lines({ invoice, number }: { invoice: InvoiceView; number: string }) {
  const all = useFields('invoice_line');
  const columns = pick(all, LINE_COLUMNS);
  return (
    <table className={classes.table} aria-label={words.showLines(number)}>
      <thead>
        <tr>
          {columns.map((field) => (
            <th key={field.key} scope="col" data-numeric={NUMERIC.has(field.key) || undefined}>
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
              <td key={field.key} data-numeric={NUMERIC.has(field.key) || undefined}>
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
  );
}

function pick(fields: FieldView[], keys: string[]): FieldView[] {
  return keys.flatMap((key) => fields.find((field) => field.key === key) ?? []);
}
