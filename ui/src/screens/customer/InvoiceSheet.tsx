import { Button, Skeleton } from '@mantine/core';
import { Link } from 'wouter';
import type { CustomerFile, InvoiceView } from '../../engine';
import { useField, useFields } from '../../live/catalogue';
import { useRead } from '../../live/read';
import { useSession } from '../../live/session';
import { IconArrowLeft, IconFileInvoice, IconPrinter } from '../../parts/icons';
import { Empty, Trouble } from '../../parts/Trouble';
import * as words from '../../words/customer';
import { failureSentence } from '../../words/errors';
import { formatDate, formatMoney, formatValue } from '../../words/format';
import * as sheet from '../../words/invoice';
import { numberOf, pick, textOf } from './fieldsOf';
import classes from './InvoiceSheet.module.css';

/** One invoice as it goes to paper. */
export default function InvoiceSheet({
  reference,
  invoice,
}: {
  reference: string;
  invoice: string;
}) {
  const file = useRead('customer.open', { ref: reference });
  const back = `/clients/${reference}/factures`;
  if (file.error)
    return (
      <Trouble sentence={failureSentence(file.error.code)} onRetry={() => void file.refetch()} />
    );
  if (!file.data) return <Skeleton height={400} m={16} />;
  const found = file.data.invoices.find(({ ref }) => ref === invoice);
  return (
    <div className={classes.screen}>
      <div className={classes.tools} data-screen-only>
        <Button
          component={Link}
          href={back}
          variant="default"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
        >
          {sheet.back}
        </Button>
        {found && (
          <Button
            autoFocus
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => window.print()}
          >
            {sheet.print}
          </Button>
        )}
      </div>
      {found ? (
        <Sheet file={file.data} invoice={found} />
      ) : (
        <Empty icon={<IconFileInvoice size={28} aria-hidden />} title={sheet.gone}>
          {sheet.goneHint}
        </Empty>
      )}
    </div>
  );
}

function Sheet({ file, invoice }: { file: CustomerFile; invoice: InvoiceView }) {
  const { group } = useSession();
  const kind = useField('invoice', 'kind');
  const number = textOf(invoice, 'number') ?? invoice.ref;
  const address = file.customer;
  const home = [
    [textOf(address, 'street_number'), textOf(address, 'street')].filter(Boolean).join(' '),
    textOf(address, 'address_extra'),
    [textOf(address, 'postcode'), textOf(address, 'town')].filter(Boolean).join(' '),
  ].filter(Boolean);
  const facts: [string, string | null | undefined][] = [
    [sheet.kind, kind && formatValue(kind, invoice.values['kind'])],
    [sheet.day, formatDate(textOf(invoice, 'issued_on') ?? '')],
    [sheet.vehicle, file.links[textOf(invoice, 'vehicle_id') ?? '']],
    [sheet.mileage, invoice.values['mileage'] ? sheet.km(numberOf(invoice, 'mileage')) : null],
    [sheet.seller, textOf(invoice, 'seller')],
  ];
  return (
    <article className={classes.sheet} aria-label={words.invoiceNamed(number)}>
      <header className={classes.head}>
        <div>
          <p className={classes.group}>{group.name}</p>
          <p>{textOf(invoice, 'site')}</p>
        </div>
        <address>
          <strong>{file.customer.label}</strong>
          {home.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </address>
      </header>
      <h1>{sheet.title(number)}</h1>
      <dl className={classes.facts}>
        {facts
          .filter(([, text]) => text)
          .map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
      <Lines invoice={invoice} />
      <p className={classes.foot}>{sheet.exercise}</p>
    </article>
  );
}

const COLUMNS = ['label', 'quantity', 'unit_price', 'net_amount'];

function Lines({ invoice }: { invoice: InvoiceView }) {
  const columns = pick(useFields('invoice_line'), COLUMNS);
  const totals: [string, string][] = [
    [sheet.net, 'net_amount'],
    [sheet.vat, 'vat_amount'],
    [sheet.gross, 'gross_amount'],
  ];
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {columns.map((field) => (
            <th key={field.key} scope="col" data-numeric={field.key !== 'label' || undefined}>
              {field.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {invoice.lines.map((line) => (
          <tr key={line.ref}>
            {columns.map((field) => (
              <td key={field.key} data-numeric={field.key !== 'label' || undefined}>
                {formatValue(field, line.values[field.key])}
              </td>
            ))}
          </tr>
        ))}
        {invoice.lines.length === 0 && (
          <tr>
            <td colSpan={columns.length}>{sheet.noLine}</td>
          </tr>
        )}
        {totals.map(([label, key]) => (
          <tr key={key} data-total>
            <th scope="row" colSpan={columns.length - 1}>
              {label}
            </th>
            <td data-numeric>{formatMoney(numberOf(invoice, key))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
