import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { LeadBoard, LeadCard } from '../../engine';
import { useField } from '../../live/catalogue';
import { useRead } from '../../live/read';
import { IconArrowLeft } from '../../parts/icons';
import { Trouble } from '../../parts/Trouble';
import { failureSentence } from '../../words/errors';
import * as lead from '../../words/lead';
import * as words from '../../words/leads';
import { actOfKey, useKeys, type Act } from './acts';
import { CardText } from './Card';
import classes from './Leads.module.css';
import { LeadSheet } from './LeadSheet';

interface Props {
  board: LeadBoard;
  reference: string;
  onAct: (what: Act, card: LeadCard) => void;
}

/** One lead in full, beside those of its column: what is done leads on to the next one. */
export function Desk({ board, reference, onAct }: Props) {
  const [, go] = useLocation();
  const states = useField('lead', 'state')?.choices ?? [];
  const file = useRead('lead.open', { ref: reference }, { keep: true });
  const card = file.data?.card;
  // The column in which one works stays, though the lead leaves it.
  const [column, setColumn] = useState<string | null>(null);
  const shown = column ?? card?.state ?? null;
  useEffect(() => {
    if (column === null && card) setColumn(card.state);
  }, [column, card]);
  const queue = board.columns.find((one) => one.state === shown)?.cards ?? [];
  const place = queue.findIndex((one) => one.ref === reference);

  useKeys((key, event) => {
    const act = actOfKey(key);
    const step = { arrowdown: 1, arrowup: -1 }[key];
    if (key === 'escape') go('/leads');
    else if (act && card) onAct(act, card);
    else if (step !== undefined) {
      const next = queue[place < 0 ? 0 : Math.min(Math.max(place + step, 0), queue.length - 1)];
      if (next) go(`/leads/${next.ref}`);
    } else return;
    event.preventDefault();
  });

  if (file.error) {
    return (
      <Trouble sentence={failureSentence(file.error.code)} onRetry={() => void file.refetch()}>
        <Link href="/leads">{words.backToBoard}</Link>
      </Trouble>
    );
  }
  const label = states.find((choice) => choice.value === shown)?.label ?? '';
  return (
    <div className={classes.desk}>
      <nav className={classes.queue} aria-label={lead.queue(label)}>
        <Link href="/leads" className={classes.back}>
          <IconArrowLeft size={16} aria-hidden /> {words.backToBoard}
          <span className={classes.queueState}>{label}</span>
        </Link>
        <ol>
          {queue.map((one) => (
            <li key={one.ref}>
              <QueueCard card={one} current={one.ref === reference} />
            </li>
          ))}
        </ol>
      </nav>
      {file.data && <LeadSheet file={file.data} onAct={(what) => onAct(what, file.data.card)} />}
    </div>
  );
}

function QueueCard({ card, current }: { card: LeadCard; current: boolean }) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (current) link.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <Link
      ref={link}
      href={`/leads/${card.ref}`}
      className={classes.face}
      aria-current={current ? 'true' : undefined}
    >
      <CardText card={card} />
    </Link>
  );
}
