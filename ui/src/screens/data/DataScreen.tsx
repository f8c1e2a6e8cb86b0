import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import type { ChangeLine } from '../../engine';
import { use } from 'react';
import { CatalogueContext } from '../../live/catalogue';
import { redoTo, undoTo } from '../../live/change';
import { useRead } from '../../live/read';
import { useSession } from '../../live/session';
import { IconHistory, IconRefresh } from '../../parts/icons';
import { Empty, Trouble } from '../../parts/Trouble';
import { changePhrase, changeSubject, changeTitle } from '../../words/changes';
import * as words from '../../words/data';
import { failureSentence } from '../../words/errors';
import { formatDate, formatDateTime } from '../../words/format';
import { formatCount } from '../../words/typography';
import classes from './Data.module.css';
import { ResetForm } from './ResetForm';
import { TimePanel } from './TimePanel';

const LIMIT = 200;

/** What the base holds, back to the start, and the list of what was done. */
export default function DataScreen() {
  const [resetting, setResetting] = useState(false);
  const list = useRead('change.list', { limit: LIMIT });
  const entries = list.data?.entries;
  return (
    <div className={classes.screen}>
      <h1 className={classes.title}>{words.title}</h1>
      <div className={classes.board}>
        <div className={classes.side}>
          <TimePanel />
          <Holds />
          <section className={classes.panel}>
            <h2 className={classes.heading}>{words.reset}</h2>
            <div className={classes.body}>
              <p>{words.resetHint}</p>
              <Button
                color="red.9"
                variant="outline"
                leftSection={<IconRefresh size={17} aria-hidden />}
                onClick={() => setResetting(true)}
              >
                {words.reset}
              </Button>
            </div>
          </section>
        </div>
        <section className={classes.panel} aria-label={words.done}>
          <h2 className={classes.heading}>{words.done}</h2>
          {list.error && (
            <Trouble
              sentence={failureSentence(list.error.code)}
              onRetry={() => void list.refetch()}
            />
          )}
          {!entries && !list.error && <Skeleton height={240} m={12} />}
          {entries?.length === 0 && (
            <Empty icon={<IconHistory size={28} aria-hidden />} title={words.nothing}>
              {words.nothingHint}
            </Empty>
          )}
          {entries && entries.length > 0 && (
            <>
              <p className={classes.hint}>{words.doneHint}</p>
              <ol className={classes.changes}>
                {entries.map((entry) => (
                  <Change key={entry.seq} entry={entry} />
                ))}
              </ol>
            </>
          )}
        </section>
      </div>
      {resetting && (
        <ResetForm
          changes={entries?.filter((entry) => !entry.undone).length ?? 0}
          onClose={() => setResetting(false)}
        />
      )}
    </div>
  );
}

function Change({ entry }: { entry: ChangeLine }) {
  const phrase = changePhrase(entry);
  return (
    <li className={classes.change} data-undone={entry.undone || undefined}>
      <span className={classes.when}>{formatDateTime(entry.at)}</span>
      <span className={classes.what}>
        <strong>{changeTitle(entry.name)}</strong> {changeSubject(entry)}
        {entry.undone && <span className={classes.undone}>{words.undone}</span>}
      </span>
      {entry.name !== 'time_passed' && (
        <Button
          size="compact-sm"
          variant="subtle"
          aria-label={entry.undone ? words.redoToFor(phrase) : words.undoToFor(phrase)}
          onClick={() => void (entry.undone ? redoTo(entry.seq) : undoTo(entry.seq))}
        >
          {entry.undone ? words.redoTo : words.undoTo}
        </Button>
      )}
    </li>
  );
}

function Holds() {
  const session = useSession();
  const catalogue = use(CatalogueContext);
  const counted = [...(catalogue?.values() ?? [])].filter(
    ({ entity }) => entity !== 'customer' && (session.counts[entity] ?? 0) > 0,
  );
  const facts: [string, string][] = [
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
        {facts.map(([label, value]) => (
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
