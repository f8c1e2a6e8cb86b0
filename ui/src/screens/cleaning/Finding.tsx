import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { FieldView, FindingView, NamedRecord, Value } from '../../engine';
import { useEntity } from '../../live/catalogue';
import { change } from '../../live/change';
import { IconArrowRight } from '../../parts/icons';
import { InlineField } from '../../parts/InlineField';
import * as words from '../../words/cleaning';
import { problemSentence } from '../../words/errors';
import { whySentence } from '../../words/findings';
import { formatValue } from '../../words/format';
import classes from './Cleaning.module.css';

interface Props {
  finding: FindingView;
  names: Record<string, string>;
  current: boolean;
  ignored: boolean;
  onFocus: () => void;
  onAccept: () => void;
  onLeave: () => void;
}

/** One finding: whose, what stands there, why it is wrong, what would be right. */
export function Finding({ finding, names, current, ignored, onFocus, onAccept, onLeave }: Props) {
  const { record, customer, correction, other } = finding;
  const { label: kind, fields } = useEntity(record.entity);
  const row = useRef<HTMLLIElement>(null);
  const name = customer ? `${customer.label}, ${record.label}` : record.label;
  const shown = finding.fields
    .map((key) => fields.find((field) => field.key === key))
    .filter((field) => field !== undefined);
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  async function save(field: FieldView, value: Value) {
    const outcome = await change('record.edit', {
      ref: record.ref,
      values: { [field.key]: value },
    });
    return 'done' in outcome ? [] : outcome.problems;
  }

  return (
    <li
      ref={row}
      tabIndex={current ? 0 : -1}
      className={classes.finding}
      aria-current={current ? 'true' : undefined}
      onFocus={onFocus}
    >
      <div className={classes.who}>
        <Link href={addressOf(customer ?? record, record)}>{(customer ?? record).label}</Link>
        {customer && record.label !== kind && (
          <span>
            {kind} {record.label}
          </span>
        )}
        {customer && record.label === kind && <span>{kind}</span>}
      </div>
      <div className={classes.what}>
        <p>
          {whySentence(finding.why, finding.against, other?.label ?? null)}
          {other && (
            <Link href={addressOf(other, other)} className={classes.other}>
              {words.seeOther(other.label)}
            </Link>
          )}
        </p>
        <div className={classes.fields} data-fields>
          {shown.map((field) => (
            <InlineField
              key={field.key}
              field={field}
              value={finding.values[field.key]}
              links={names}
              asWritten
              onSave={(value) => save(field, value)}
              sentence={(problem) =>
                problemSentence(
                  problem,
                  fields.find((one) => one.key === problem.other)?.label ?? null,
                )
              }
            />
          ))}
        </div>
      </div>
      <div className={classes.decide}>
        {correction && !ignored && (
          <>
            <ul className={classes.right} aria-label={words.proposed}>
              {shown
                .filter((field) => field.key in correction)
                .map((field) => (
                  <li key={field.key}>
                    <IconArrowRight size={13} aria-hidden />
                    <span>{field.label}</span>
                    <ins>{formatValue(field, correction[field.key], names) || words.emptied}</ins>
                  </li>
                ))}
            </ul>
            <Button size="compact-sm" aria-label={words.acceptOf(name)} onClick={onAccept}>
              {words.accept}
            </Button>
          </>
        )}
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={ignored ? words.showAgainOf(name) : words.keepOf(name)}
          onClick={onLeave}
        >
          {ignored ? words.showAgain : words.keep}
        </Button>
      </div>
    </li>
  );
}

const PARTS: Partial<Record<string, string>> = {
  vehicle: '/vehicules',
  invoice: '/factures',
  activity: '/suivi',
  contact: '/contacts',
  consent: '/consentements',
  note: '/notes',
};

/** The customer's record, open where the fault is; a list for what belongs to nobody. */
function addressOf(whose: NamedRecord, what: NamedRecord): string {
  if (whose.entity === 'customer') return `/clients/${whose.ref}${PARTS[what.entity] ?? ''}`;
  return whose.entity === 'lead' ? `/leads/${whose.ref}` : '/clients';
}
