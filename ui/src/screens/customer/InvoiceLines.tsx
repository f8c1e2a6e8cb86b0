import { ActionIcon, Button, TextInput } from '@mantine/core';
import type { Values } from '../../engine';
import { IconPlus, IconX } from '../../parts/icons';
import * as words from '../../words/customer';
import { formatMoney } from '../../words/format';
import { readNumber } from '../../words/typed';
import classes from './Customer.module.css';

/** A line as it is typed. */
export interface LineText {
  label: string;
  quantity: string;
  price: string;
}

export const blankLine: LineText = { label: '', quantity: '1', price: '' };

const VAT_PERCENT = 20;

export function totalsOf(net: number): { vat: number; gross: number } {
  const vat = Math.round((net * VAT_PERCENT) / 100);
  return { vat, gross: net + vat };
}

const isBlank = (line: LineText) => line.label.trim() === '' && line.price.trim() === '';

/** Lines as the engine reads them; null when one of them cannot be read. */
export function readLines(lines: LineText[]): Values[] | null {
  const read: Values[] = [];
  for (const line of lines.filter((typed) => !isBlank(typed))) {
    const quantity = readNumber(line.quantity, 100);
    const price = readNumber(line.price, 100);
    if (line.label.trim() === '' || !quantity.ok || !price.ok) return null;
    read.push({ label: line.label.trim(), quantity: quantity.value, unit_price: price.value });
  }
  return read;
}

/** The sum of the lines that can be read, in cents. */
export function netOf(lines: LineText[]): number {
  return lines.reduce((sum, line) => sum + lineNet(line), 0);
}

function lineNet(line: LineText): number {
  const quantity = readNumber(line.quantity, 100);
  const price = readNumber(line.price, 100);
  if (!quantity.ok || !price.ok) return 0;
  return Math.round((Number(quantity.value) * Number(price.value)) / 100);
}

interface Props {
  lines: LineText[];
  onLines: (lines: LineText[]) => void;
  error: string | null;
}

/** The lines of an invoice being written, and the totals they lead to. */
export function InvoiceLines({ lines, onLines, error }: Props) {
  const set = (at: number, part: Partial<LineText>) =>
    onLines(lines.map((line, index) => (index === at ? { ...line, ...part } : line)));
  const net = netOf(lines);
  const { vat, gross } = totalsOf(net);
  return (
    <fieldset className={classes.lines}>
      <legend>{words.lines}</legend>
      {lines.map((line, at) => (
        <div key={at} className={classes.invoiceLine} role="group" aria-label={words.line(at + 1)}>
          <TextInput
            aria-label={words.lineLabel}
            placeholder={words.lineLabel}
            value={line.label}
            onChange={(event) => set(at, { label: event.currentTarget.value })}
          />
          <TextInput
            aria-label={words.lineQuantity}
            placeholder={words.lineQuantity}
            inputMode="decimal"
            value={line.quantity}
            onChange={(event) => set(at, { quantity: event.currentTarget.value })}
          />
          <TextInput
            aria-label={words.linePrice}
            placeholder={words.linePrice}
            inputMode="decimal"
            value={line.price}
            onChange={(event) => set(at, { price: event.currentTarget.value })}
          />
          <span className={classes.amount}>{formatMoney(lineNet(line))}</span>
          <ActionIcon
            variant="subtle"
            color="gray.8"
            aria-label={words.removeLine(at + 1)}
            disabled={lines.length === 1}
            onClick={() => onLines(lines.filter((_, index) => index !== at))}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {error && (
        <p role="alert" className={classes.error}>
          {error}
        </p>
      )}
      <div className={classes.totals}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => onLines([...lines, blankLine])}
        >
          {words.addLine}
        </Button>
        <span className={classes.hint}>{net === 0 ? words.withoutLines : words.proposed}</span>
        <output>
          {words.net} {formatMoney(net)} · {words.vat} {formatMoney(vat)} · {words.gross}{' '}
          <strong>{formatMoney(gross)}</strong>
        </output>
      </div>
    </fieldset>
  );
}
