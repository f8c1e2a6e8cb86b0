import { use } from 'react';
import { CatalogueContext } from '../../live/catalogue';
import { useSession } from '../../live/session';
import * as words from '../../words/data';
import { formatDate } from '../../words/format';
import { formatCount } from '../../words/typography';
import { ownBase, productBase, whoseBase } from '../../words/workbook';
import classes from './Data.module.css';

/** How many records of each kind there are, and from which base they come. */
export function Holds() {
  const session = useSession();
  const catalogue = use(CatalogueContext);
  const counted = [...(catalogue?.values() ?? [])].filter(
    ({ entity }) => entity !== 'customer' && (session.counts[entity] ?? 0) > 0,
  );
  const facts: [string, string][] = [
    [whoseBase, session.base.own ? ownBase : productBase],
    [words.madeFor, formatDate(session.base.date)],
    [words.seed, String(session.base.seed)],
    [words.version, session.version],
  ];
  return (
    <section className={classes.panel} aria-label={words.holds}>
      <h2 className={classes.heading}>{words.holds}</h2>
      <dl className={classes.facts}>
        <Fact label={words.clients} value={formatCount(session.clients)} />
        <Fact label={words.prospects} value={formatCount(session.prospects)} />
        {counted.map(({ entity, plural }) => (
          <Fact key={entity} label={plural} value={formatCount(session.counts[entity] ?? 0)} />
        ))}
      </dl>
      <dl className={classes.facts}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <Fact key={label} label={label} value={value} />
          ))}
      </dl>
    </section>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
