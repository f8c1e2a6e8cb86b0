import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { LinkView } from '../../engine';
import { change } from '../../live/change';
import { kindLabel } from '../../words/customers';
import * as words from '../../words/doubles';
import classes from './Doubles.module.css';

/** A person and the firm they run: told, never merged. */
export function Links({ links }: { links: LinkView[] }) {
  return (
    <section className={classes.links} aria-label={words.links}>
      <h2>{words.links}</h2>
      <p>{words.linksHint}</p>
      <ul>
        {links.map(({ person, firm, shared }) => (
          <li key={`${person.ref}+${firm.ref}`}>
            <Side kind="person" record={person} />
            <Side kind="company" record={firm} />
            <span>{words.sharedList(shared)}</span>
            <Button
              size="compact-sm"
              variant="default"
              aria-label={words.linkSeenOf(words.pairOf(person.label, firm.label))}
              onClick={() =>
                void change('duplicates.decide', {
                  left: person.ref,
                  right: firm.ref,
                  decision: 'different',
                })
              }
            >
              {words.linkSeen}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Both often bear the same name: each says what it is. */
function Side({ kind, record }: { kind: 'person' | 'company'; record: LinkView['person'] }) {
  return (
    <div>
      <Link href={`/clients/${record.ref}`}>{record.label}</Link>
      <span className={classes.reference}>{kindLabel(kind)}</span>
    </div>
  );
}
