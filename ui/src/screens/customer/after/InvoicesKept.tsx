import { NativeSelect } from '@mantine/core';
import type { AfterSales, CustomerFile, InvoicesKept as Kept } from '../../../engine';
import { useField } from '../../../live/catalogue';
import * as words from '../../../words/after';
import { formatDate, formatMoney, formatValue } from '../../../words/format';
import * as customer from '../../../words/customer';
import { numberOf, textOf } from '../fieldsOf';
import classes from './After.module.css';

interface Props {
  file: CustomerFile;
  found: AfterSales;
  kept: Kept;
  onKept: (kept: Kept) => void;
}

/** The invoices by type, car and year, and what they come to. */
export function InvoicesKept({ file, found, kept, onKept }: Props) {
  const kindField = useField('invoice', 'kind');
  const shown = found.invoices.refs.flatMap(
    (ref) => file.invoices.find((invoice) => invoice.ref === ref) ?? [],
  );
  return (
    <section className={classes.card} aria-label={words.invoices}>
      <div className={classes.filters}>
        <h2>{words.invoices}</h2>
        <NativeSelect
          size="xs"
          aria-label={words.byKind}
          value={kept.kind ?? ''}
          onChange={(event) => onKept({ ...kept, kind: event.currentTarget.value || null })}
          data={[{ value: '', label: words.anyKind }, ...(kindField?.choices ?? [])]}
        />
        <NativeSelect
          size="xs"
          aria-label={words.byCar}
          value={kept.vehicle ?? ''}
          onChange={(event) => onKept({ ...kept, vehicle: event.currentTarget.value || null })}
          data={[
            { value: '', label: words.anyCar },
            ...file.vehicles.map(({ ref, label }) => ({ value: ref, label })),
          ]}
        />
        <NativeSelect
          size="xs"
          aria-label={words.byYear}
          value={kept.year === null ? '' : String(kept.year)}
          onChange={(event) =>
            onKept({
              ...kept,
              year: event.currentTarget.value ? Number(event.currentTarget.value) : null,
            })
          }
          data={[{ value: '', label: words.anyYear }, ...found.years.map(String)]}
        />
      </div>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{words.issuedOn}</th>
            <th scope="col">{words.byKind}</th>
            <th scope="col">{words.number}</th>
            <th scope="col">{words.byCar}</th>
            <th scope="col" data-numeric>
              {words.km}
            </th>
            <th scope="col" data-numeric>
              {customer.net}
            </th>
            <th scope="col" data-numeric>
              {customer.gross}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((invoice) => (
            <tr key={invoice.ref}>
              <td>{formatDate(textOf(invoice, 'issued_on') ?? '')}</td>
              <td>{kindField && formatValue(kindField, invoice.values['kind'])}</td>
              <td>{textOf(invoice, 'number') ?? invoice.ref}</td>
              <td>{file.links[textOf(invoice, 'vehicle_id') ?? '']}</td>
              <td data-numeric>
                {typeof invoice.values['mileage'] === 'number' &&
                  words.part({ unit: 'km', value: invoice.values['mileage'] })}
              </td>
              <td data-numeric>{formatMoney(numberOf(invoice, 'net_amount'))}</td>
              <td data-numeric>{formatMoney(numberOf(invoice, 'gross_amount'))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={5}>
              {shown.length > 0 ? words.total(shown.length) : words.noInvoice}
            </th>
            <td data-numeric>{formatMoney(found.invoices.net)}</td>
            <td data-numeric>{formatMoney(found.invoices.gross)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
