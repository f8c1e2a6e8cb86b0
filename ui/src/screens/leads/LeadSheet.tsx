import { Button, Kbd, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { LeadFile } from '../../engine';
import { useField } from '../../live/catalogue';
import { change } from '../../live/change';
import { useSession } from '../../live/session';
import { usePlan } from '../../live/toPlace';
import { PlanButton } from '../../parts/PlanButton';
import { formatDateTime, formatPhone } from '../../words/format';
import * as words from '../../words/lead';
import * as board from '../../words/leads';
import { AddedFields } from './AddedFields';
import { acts, actsOf, resume, take, type Act } from './acts';
import { Chip } from './Card';
import { LeadCustomer } from './LeadCustomer';
import { LeadHistory } from './LeadHistory';
import classes from './Leads.module.css';

interface Props {
  file: LeadFile;
  onAct: (what: Act) => void;
}

/** A lead as a whole: what is asked, by whom, who it could be, what was done. */
export function LeadSheet({ file, onAct }: Props) {
  const { card } = file;
  const { user } = useSession();
  const plan = usePlan();
  const state = useField('lead', 'state')?.choices.find(({ value }) => value === card.state);
  const possible = actsOf(card);
  return (
    <article className={classes.sheet} aria-label={card.label}>
      <header className={classes.sheetHead}>
        <h2 className={classes.sheetName}>{card.label}</h2>
        <span className={classes.state} data-state={card.state}>
          {state?.label}
        </span>
        <Chip card={card} />
        <span className={classes.reference}>{card.ref}</span>
        <div className={classes.actions}>
          {acts
            .filter(({ what }) => possible.includes(what))
            .map(({ what, label, key }) => (
              <Button
                key={what}
                size="compact-sm"
                variant={what === 'reply' ? 'filled' : 'default'}
                rightSection={
                  <Kbd size="xs" aria-hidden>
                    {key}
                  </Kbd>
                }
                aria-keyshortcuts={key}
                onClick={() => onAct(what)}
              >
                {label}
              </Button>
            ))}
          <PlanButton
            name={card.label}
            onPlan={() => plan([{ ref: card.ref, label: card.label }])}
          />
          {(card.state === 'lost' || card.state === 'converted') && (
            <Button size="compact-sm" variant="default" onClick={() => resume(card)}>
              {board.resume}
            </Button>
          )}
          {user !== null && card.owner === null && (
            <Button size="compact-sm" variant="default" onClick={() => take(card, user)}>
              {board.take}
            </Button>
          )}
        </div>
      </header>
      <div className={classes.sheetBody}>
        <Request file={file} />
        <LeadCustomer file={file} />
        <LeadHistory file={file} />
      </div>
    </article>
  );
}

function Request({ file: { lead, card } }: { file: LeadFile }) {
  const text = (key: string) => {
    const value = lead.values[key];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  return (
    <section className={classes.part} aria-label={words.request}>
      <h3>{words.request}</h3>
      <blockquote className={classes.message}>{text('message') ?? words.noMessage}</blockquote>
      <dl className={classes.facts}>
        <Fact label={board.kind}>{card.kind}</Fact>
        <Fact label={words.channel}>{card.channel}</Fact>
        <Fact label={words.issued}>
          {formatDateTime(card.issuedAt)}, {board.age(card.ageMinutes)}
        </Fact>
        <Fact label={words.vehicle}>{card.vehicle}</Fact>
        <Fact label={words.phone}>{card.phone && <strong>{formatPhone(card.phone)}</strong>}</Fact>
        <Fact label={words.mail}>{text('mail')}</Fact>
        <Fact label={board.site}>{card.site}</Fact>
        {card.lostReason && <Fact label={words.lostReason}>{card.lostReason}</Fact>}
      </dl>
      <OwnerSelect reference={card.ref} owner={card.owner} />
      <AddedFields lead={lead} />
    </section>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children ?? <span className={classes.unknown}>{words.unknown}</span>}</dd>
    </>
  );
}

function OwnerSelect({ reference, owner }: { reference: string; owner: string | null }) {
  const { staff } = useSession();
  const names = staff.map(({ name }) => name);
  const known = owner === null || names.includes(owner) ? names : [owner, ...names];
  return (
    <NativeSelect
      label={board.owner}
      size="sm"
      value={owner ?? ''}
      data={[{ value: '', label: words.chooseOwner }, ...known]}
      onChange={(event) =>
        void change('record.edit', {
          ref: reference,
          values: { owner: event.currentTarget.value || null },
        })
      }
    />
  );
}
