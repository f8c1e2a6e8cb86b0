import { Fragment, useState } from 'react';
import { Link } from 'wouter';
import type { CustomerFile, FieldView, InvoiceView, Link as RecordLink } from '../../engine';
import { useFields } from '../../live/catalogue';
import { IconArrowDown, IconArrowRight, IconPrinter } from '../../parts/icons';
import * as words from '../../words/customer';
import classes from './Customer.module.css';
import { Field } from './Field';
import { FieldName } from './FieldName';
import { pick, textOf } from './fieldsOf';
import { InvoiceDetail } from './InvoiceDetail';
import { DeleteButton, Panel } from './Panel';
import { useShown } from './useShown';

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
const NUMERIC = new Set(['mileage', 'net_amount', 'vat_amount', 'gross_amount']);

const STEP = 50;

/** The customer's invoices, each with its lines. */
export function Invoices({ file }: { file: CustomerFile }) {
  const all = useFields('invoice');
  const columns = [...pick(all, COLUMNS), ...all.filter((field) => field.added)];
  const vehicles = file.vehicles.map(({ ref, label }) => ({ ref, label }));
  const { shown, more } = useShown(file.invoices, STEP);
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
            {shown.map((invoice) => (
              <Invoice
                key={invoice.ref}
                owner={file.customer.ref}
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
      {more}
    </Panel>
  );
}

interface InvoiceProps {
  owner: string;
  invoice: InvoiceView;
  columns: FieldView[];
  all: FieldView[];
  links: Record<string, string>;
  vehicles: RecordLink[];
}

function Invoice({ owner, invoice, columns, all, links, vehicles }: InvoiceProps) {
  const [open, setOpen] = useState(false);
  const number = textOf(invoice, 'number') ?? invoice.ref;
  return (
    <Fragment>
      <tr>
        <td>
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
        <td className={classes.rowTools}>
          <Link
            href={`/clients/${owner}/factures/${invoice.ref}`}
            className={classes.icon}
            aria-label={words.printInvoice(number)}
            title={words.printInvoice(number)}
          >
            <IconPrinter size={16} aria-hidden />
          </Link>
          <DeleteButton reference={invoice.ref} label={words.invoiceNamed(number)} />
        </td>
      </tr>
      {open && (
        <tr>
          <td />
          <td colSpan={columns.length + 1}>
            <InvoiceDetail invoice={invoice} number={number} />
          </td>
        </tr>
      )}
    </Fragment>
  );
}
