import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { LeadCandidate, LeadFile } from '../../engine';
import { StatusBadge } from '../../parts/StatusBadge';
import { reasonList } from '../../words/create';
import { formatDate, formatPhone } from '../../words/format';
import * as words from '../../words/lead';
import { AttachForm } from './AttachForm';
import classes from './Leads.module.css';

/** The customer of a lead, or those that it could be, with the reasons. */
export function LeadCustomer({ file }: { file: LeadFile }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const { customer, candidates } = file;
  if (customer) {
    return (
      <section className={classes.part} aria-label={words.customer}>
        <h3>{words.customer}</h3>
        <p className={classes.customer}>
          <Link href={`/clients/${customer.ref}`} aria-label={words.openCustomer(customer.label)}>
            {customer.label}
          </Link>
          <StatusBadge status={String(customer.values['status'])} />
          <span className={classes.reference}>{customer.ref}</span>
        </p>
      </section>
    );
  }
  return (
    <section className={classes.part} aria-label={words.candidates}>
      <h3>{words.candidates}</h3>
      {candidates.length === 0 && <p className={classes.nothing}>{words.noCandidate}</p>}
      <ul className={classes.candidates}>
        {candidates.map((candidate) => (
          <li key={candidate.ref}>
            <Candidate candidate={candidate} />
            <span className={classes.candidateActs}>
              <Button
                size="compact-sm"
                variant="light"
                aria-label={words.attachTo(candidate.label)}
                onClick={() => setChosen(candidate.ref)}
              >
                {words.attachDo}
              </Button>
              <Link
                href={`/clients/${candidate.ref}`}
                aria-label={words.openCustomer(candidate.label)}
              >
                {words.seeRecord}
              </Link>
            </span>
          </li>
        ))}
      </ul>
      {chosen !== null && <AttachForm file={file} start={chosen} onClose={() => setChosen(null)} />}
    </section>
  );
}

/** Who it is, why it could be them, and where they stand. */
export function Candidate({ candidate }: { candidate: LeadCandidate }) {
  const { label, score, reasons, town, phone, birthDate, status, owner } = candidate;
  return (
    <span className={classes.candidate}>
      <span className={classes.candidateName}>
        <strong>{label}</strong>
        {status && <StatusBadge status={status} />}
        <span>{words.score(score)}</span>
      </span>
      <span className={classes.reasons}>{reasonList(reasons)}</span>
      <span className={classes.detail}>
        {[town, phone && formatPhone(phone), birthDate && formatDate(birthDate), owner]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </span>
  );
}
