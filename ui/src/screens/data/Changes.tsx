import { Button, Skeleton } from '@mantine/core';
import type { ChangeLine, ChangeList } from '../../engine';
import { redoTo, undoTo } from '../../live/change';
import { IconHistory } from '../../parts/icons';
import { Empty, Trouble } from '../../parts/Trouble';
import { changePhrase, changeSubject, changeTitle } from '../../words/changes';
import * as words from '../../words/data';
import { failureSentence } from '../../words/errors';
import { formatDateTime } from '../../words/format';
import type { useRead } from '../../live/read';
import classes from './Data.module.css';

interface Props {
  list: ReturnType<typeof useRead<'change.list'>>;
}

/** What was done, and how to take it back up to any point. */
export function Changes({ list }: Props) {
  const entries: ChangeList['entries'] | undefined = list.data?.entries;
  return (
    <section className={classes.panel} aria-label={words.done}>
      <h2 className={classes.heading}>{words.done}</h2>
      {list.error && (
        <Trouble sentence={failureSentence(list.error.code)} onRetry={() => void list.refetch()} />
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
