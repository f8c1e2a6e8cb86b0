import { useEffect, useRef } from 'react';
import type { InboxLine } from '../../engine';
import { IconBuilding, IconMail, IconMailbox, IconMessage, IconPhone } from '../../parts/icons';
import { formatShortDay, formatTime } from '../../words/format';
import * as words from '../../words/inbox';
import classes from './Inbox.module.css';

const icons = {
  mail: IconMail,
  sms: IconMessage,
  letter: IconMailbox,
  call: IconPhone,
  visit: IconBuilding,
};

interface Props {
  lines: InboxLine[];
  current: number;
  labelOf: (intent: string) => string;
  onChoose: (place: number) => void;
}

/** The answers, the latest first. */
export function Lines({ lines, current, labelOf, onChoose }: Props) {
  const shown = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    shown.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <nav className={classes.lines} aria-label={words.lines} tabIndex={-1}>
      <ol>
        {lines.map((line, place) => {
          const Icon = icons[line.kind as keyof typeof icons] ?? IconMail;
          const isCurrent = line.id === current;
          return (
            <li key={line.id}>
              <button
                ref={isCurrent ? shown : undefined}
                type="button"
                className={classes.line}
                aria-current={isCurrent ? 'true' : undefined}
                data-unread={!line.read || undefined}
                onClick={() => onChoose(place)}
              >
                <span className={classes.who}>
                  <Icon size={15} aria-hidden />
                  <span className="visually-hidden">
                    {words.kindOf(line.kind)}
                    {!line.read && words.unreadLine}
                  </span>
                  <strong>{line.label}</strong>
                  <time dateTime={line.at}>
                    {formatShortDay(line.at.slice(0, 10))} {formatTime(line.at)}
                  </time>
                </span>
                <span className={classes.intent} data-intent={line.intent}>
                  {labelOf(line.intent)}
                </span>
                <span className={classes.excerpt}>{line.excerpt}</span>
                {line.handledAt && (
                  <span className={classes.done}>{words.handlingShort(line.handling)}</span>
                )}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
