import { ActionIcon } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { CustomerFile, Link as RecordLink } from '../../engine';
import { change } from '../../live/change';
import { IconX } from '../../parts/icons';
import { ReferenceInput } from '../../parts/ReferenceInput';
import * as customerWords from '../../words/customer';
import { problemSentence } from '../../words/errors';
import * as words from '../../words/timeline';
import classes from './Customer.module.css';
import { textOf } from './fieldsOf';

/** Those who live together, firms of one group: each a way to its record. */
export function Related({ file }: { file: CustomerFile }) {
  const { customer, household, subsidiaries } = file;
  const parent = textOf(customer, 'parent_id');
  if (customer.values['kind'] !== 'company') return <Household file={file} members={household} />;
  return (
    <>
      {parent && (
        <Group
          title={words.parent}
          links={[{ ref: parent, label: file.links[parent] ?? parent }]}
        />
      )}
      {subsidiaries.length > 0 && <Group title={customerWords.subsidiaries} links={subsidiaries} />}
    </>
  );
}

function Household({ file, members }: { file: CustomerFile; members: RecordLink[] }) {
  const [error, setError] = useState<string | null>(null);
  const head = textOf(file.customer, 'household_id') ?? file.customer.ref;

  async function set(ref: string, household: string | null) {
    const outcome = await change('record.edit', { ref, values: { household_id: household } });
    const problem = 'problems' in outcome ? outcome.problems[0] : undefined;
    setError(problem ? problemSentence(problem, null) : null);
  }
  async function join(ref: string) {
    if (ref !== '' && ref !== file.customer.ref) await set(ref, head);
  }

  return (
    <Group
      title={customerWords.household}
      links={members}
      hint={words.householdHint}
      after={(member) =>
        member.ref !== head && (
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray.8"
            aria-label={words.leaveHousehold(member.label)}
            title={words.leaveHousehold(member.label)}
            onClick={() => void set(member.ref, null)}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        )
      }
    >
      <ReferenceInput
        key={members.length}
        label={words.joinHousehold}
        value=""
        onChange={(ref) => void join(ref)}
        error={error}
      />
    </Group>
  );
}

interface GroupProps {
  title: string;
  links: RecordLink[];
  hint?: string;
  after?: (link: RecordLink) => ReactNode;
  children?: ReactNode;
}

function Group({ title, links, hint, after, children }: GroupProps) {
  return (
    <section className={classes.card} aria-label={title}>
      <h2 className={classes.cardTitle}>{title}</h2>
      <div className={classes.related}>
        {links.length === 0 && <p className={classes.hint}>{hint}</p>}
        <ul>
          {links.map((link) => (
            <li key={link.ref}>
              <Link href={`/clients/${link.ref}`}>{link.label}</Link>
              {after?.(link)}
            </li>
          ))}
        </ul>
        {children}
      </div>
    </section>
  );
}
