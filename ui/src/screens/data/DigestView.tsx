import { Link } from 'wouter';
import type { Digest, Filter } from '../../engine';
import { listAddress } from '../../live/lists';
import * as words from '../../words/inbox';
import classes from './Data.module.css';

const ORDER: words.DigestLine[] = [
  'replies',
  'visits',
  'complaints',
  'leads',
  'lost',
  'invoices',
  'clients',
  'missed',
];

/** What the days brought: each line leads to its list. */
export function DigestView({ digest }: { digest: Digest }) {
  const lines = ORDER.filter((what) => digest[what] > 0);
  return (
    <section aria-label={words.digestTitle(digest)} className={classes.digest}>
      <h3>{words.digestTitle(digest)}</h3>
      {lines.length === 0 && <p className={classes.quiet}>{words.digestNothing}</p>}
      <ul>
        {lines.map((what) => (
          <li key={what}>
            <Link href={addressOf(what, digest)}>{words.digestLine(what, digest[what])}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function addressOf(what: words.DigestLine, digest: Digest): string {
  const between = (field: string): Filter[] => [
    { field, values: [], from: digest.from, to: digest.to },
  ];
  switch (what) {
    case 'replies':
    case 'visits':
    case 'complaints':
      return '/boite';
    case 'leads':
    case 'lost':
      return '/leads';
    case 'invoices':
      return listAddress('invoice', between('issued_on'));
    case 'clients':
      return listAddress('customer', between('first_invoice_on'));
    case 'missed':
      return '/';
  }
}
