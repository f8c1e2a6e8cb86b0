import { useMemo, useState } from 'react';
import type { CustomerFile, Problem, Values } from '../../engine';
import { useFields } from '../../live/catalogue';
import { change } from '../../live/change';
import { useEntityForm } from '../../live/form';
import { useSession } from '../../live/session';
import { say } from '../../live/toasts';
import { FormFields } from '../../parts/FormFields';
import { FormFrame } from '../../parts/FormFrame';
import { nowClient } from '../../words/changes';
import * as words from '../../words/customer';
import { formatDate } from '../../words/format';
import { editableFields } from './fieldsOf';
import { blankLine, InvoiceLines, readLines, totalsOf, type LineText } from './InvoiceLines';

const AMOUNTS = new Set(['net_amount', 'vat_amount', 'gross_amount']);

/** Adds an invoice: what it is for, its lines, and the totals that follow. */
export function AddInvoice({ file, onClose }: { file: CustomerFile; onClose: () => void }) {
  const { today, user, staff } = useSession();
  const [lines, setLines] = useState<LineText[]>([blankLine]);
  const [lineError, setLineError] = useState<string | null>(null);
  const all = useFields('invoice');
  const filled = lines.some((line) => line.label !== '' || line.price !== '');
  const fields = useMemo(
    () => editableFields(all).filter((field) => !filled || !AMOUNTS.has(field.key)),
    [all, filled],
  );
  const me = staff.find((person) => person.name === user);
  const vehicles = file.vehicles.map(({ ref, label }) => ({ ref, label }));
  const form = useEntityForm({
    entity: 'invoice',
    fields,
    start: {
      kind: 'service',
      issued_on: formatDate(today),
      vehicle_id: vehicles.length === 1 ? (vehicles[0]?.ref ?? '') : '',
      ...(me && { seller: me.name, site: me.site }),
    },
    fixed: { customer_id: file.customer.ref },
    id: 'invoice',
  });

  function leave(key: string) {
    if (key === 'net_amount') propose();
    form.leave(key);
  }

  /** Without lines: the tax and the total follow the net amount, and stay free. */
  function propose() {
    const net = form.values()['net_amount'];
    if (typeof net !== 'number' || form.texts['gross_amount']) return;
    const { vat, gross } = totalsOf(net);
    form.set('vat_amount', (vat / 100).toFixed(2).replace('.', ','));
    form.set('gross_amount', (gross / 100).toFixed(2).replace('.', ','));
  }

  async function save(values: Values): Promise<Problem[]> {
    const outcome = await change('invoice.create', {
      values,
      lines: filled ? (readLines(lines) ?? []) : [],
    });
    if ('problems' in outcome) return outcome.problems;
    if (outcome.done.becameClient) say(nowClient(file.customer.label), 'good', true);
    return [];
  }

  async function submit() {
    const unread = filled && readLines(lines) === null;
    setLineError(unread ? words.lineWrong : null);
    if (!unread && (await form.submit(save))) onClose();
  }

  return (
    <FormFrame
      title={words.add('invoice')}
      label={words.save}
      cancel={words.cancel}
      size={820}
      yOffset={40}
      busy={form.busy}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <FormFields
        fields={fields}
        {...form.shown}
        onLeave={leave}
        options={{ vehicle_id: vehicles }}
      />
      <InvoiceLines lines={lines} onLines={setLines} error={lineError} />
    </FormFrame>
  );
}
