import { Button, Skeleton } from '@mantine/core';
import { Link } from 'wouter';
import type { InboxItem, RecordView } from '../../engine';
import { change } from '../../live/change';
import { useRead } from '../../live/read';
import { IconMail, IconMailOpened } from '../../parts/icons';
import { Trouble } from '../../parts/Trouble';
import { failureSentence } from '../../words/errors';
import { formatDate, formatDateTime } from '../../words/format';
import * as words from '../../words/inbox';
import { Handling } from './Handling';
import classes from './Inbox.module.css';
import { Why } from './Why';

interface Props {
  id: number;
  read: boolean;
  onToggle: () => void;
  /** Somebody does something with it. */
  onEngage: () => void;
}

/** One answer: what it says, what it answers, what it expects, what is done with it. */
export function Reading({ id, read, onToggle, onEngage }: Props) {
  const item = useRead('inbox.open', { id });
  if (item.error) {
    return (
      <Trouble sentence={failureSentence(item.error.code)} onRetry={() => void item.refetch()} />
    );
  }
  if (!item.data) return <Skeleton height={320} />;
  const { line } = item.data;
  return (
    <article
      className={classes.reading}
      aria-label={line.label}
      onPointerDown={onEngage}
      onFocus={onEngage}
    >
      <div className={classes.words}>
        <header className={classes.head}>
          <h2 className={classes.name}>
            <Link href={`/clients/${line.customer}`}>{line.label}</Link>
          </h2>
          <span className={classes.intent} data-intent={line.intent}>
            {item.data.label}
          </span>
          <span className={classes.reference}>{line.customer}</span>
          {!line.handledAt && (
            <Button
              size="compact-xs"
              variant="subtle"
              className={classes.toggle}
              leftSection={
                read ? <IconMail size={14} aria-hidden /> : <IconMailOpened size={14} aria-hidden />
              }
              onPointerDown={(event) => event.stopPropagation()}
              onFocus={(event) => event.stopPropagation()}
              onClick={onToggle}
            >
              {read ? words.markUnread : words.markRead}
            </Button>
          )}
        </header>
        <p className={classes.quiet}>
          {words.received(line.kind, formatDateTime(line.at))}
          {line.campaign && <> · {words.answersCampaign(line.campaign)}</>}
        </p>
        <blockquote className={classes.answer}>{item.data.content}</blockquote>
        {item.data.message && <Answered message={item.data.message} />}
        <Why why={item.data.why} />
      </div>
      <Treatment item={item.data} />
    </article>
  );
}

function Answered({ message }: { message: RecordView }) {
  const text = (key: string) => {
    const value = message.values[key];
    return typeof value === 'string' ? value : '';
  };
  return (
    <section aria-label={words.message} className={classes.answered}>
      <h3>{words.message}</h3>
      <p className={classes.quiet}>
        {words.sentOn(text('kind'), formatDateTime(text('happened_at')))}
      </p>
      <p className={classes.subject}>{text('subject')}</p>
      <p className={classes.sent}>{text('content')}</p>
    </section>
  );
}

function Treatment({ item }: { item: InboxItem }) {
  const { line } = item;
  return (
    <section className={classes.treatment} aria-label={words.handling}>
      <h3>{words.expects}</h3>
      <p className={classes.expects}>{item.expects}</p>
      {line.handledAt ? (
        <>
          <p className={classes.handled}>
            {words.handledAs(line.handling, formatDate(line.handledAt))}
          </p>
          <Button
            size="xs"
            variant="default"
            onClick={() => void change('inbox.reopen', { id: line.id }, words.reopen)}
          >
            {words.reopen}
          </Button>
        </>
      ) : (
        <Handling item={item} />
      )}
    </section>
  );
}
