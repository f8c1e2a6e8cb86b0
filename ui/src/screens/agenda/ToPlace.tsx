import { ActionIcon, Button, TextInput } from '@mantine/core';
import { Children, use, useEffect, useState } from 'react';
import type { ToPlace as Waiting } from '../../engine';
import { useRead } from '../../live/read';
import { forgetSent, useSent, type Sent } from '../../live/toPlace';
import { FinderContext } from '../../parts/finder';
import { IconGripVertical, IconSearch, IconX } from '../../parts/icons';
import * as words from '../../words/agenda';
import classes from './Agenda.module.css';
import type { Dragged } from './board';

interface Props {
  owner: string | null;
  site: string | null;
  onDrag: (dragged: Dragged | null) => void;
  /** Places it at the first free moment that is shown: the form says when. */
  onPlace: (records: Sent[], followUp?: string) => void;
}

const PAUSE_MS = 120;

/** What waits for an appointment: it is dragged onto a slot, or placed by Enter. */
export function ToPlace({ owner, site, onDrag, onPlace }: Props) {
  const sent = useSent();
  const waiting = useRead('agenda.waiting', { owner, site }, { keep: true }).data;
  const [text, setText] = useState('');
  const found = useFound(text);
  const nothing =
    sent.length === 0 && waiting?.followUps.length === 0 && waiting.leads.length === 0;
  const item = (record: Sent, more: { detail?: string | null; followUp?: string | null } = {}) => (
    <Item
      key={`${record.ref}/${more.followUp ?? ''}`}
      record={record}
      detail={more.detail ?? null}
      followUp={more.followUp ?? null}
      onDrag={onDrag}
      onPlace={onPlace}
    />
  );
  const late = ({ of, on, detail, activity }: Waiting) =>
    item(of, {
      detail: [on && words.late(on), detail].filter(Boolean).join(' · '),
      followUp: activity,
    });
  return (
    <aside className={classes.panel} aria-label={words.toPlace}>
      <h2>{words.toPlace}</h2>
      <p>{words.toPlaceHint}</p>
      <TextInput
        size="xs"
        aria-label={words.findToPlace}
        placeholder={words.findToPlace}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={classes.panelBody}>
        {found.length > 0 && <Part title={words.found}>{found.map((record) => item(record))}</Part>}
        {sent.length > 0 && (
          <Part title={words.sent}>
            {sent.length > 1 && (
              <Button
                component="div"
                role="button"
                tabIndex={0}
                size="compact-xs"
                variant="light"
                draggable
                onDragStart={(event) => {
                  event.dataTransfer.setData('text/plain', words.sent);
                  onDrag({ records: sent });
                }}
                onDragEnd={() => onDrag(null)}
                onClick={() => onPlace(sent)}
                onKeyDown={(event) => event.key === 'Enter' && onPlace(sent)}
              >
                {words.sentAll(sent.length)}
              </Button>
            )}
            {sent.map((record) => (
              <div key={record.ref} className={classes.sent}>
                {item(record)}
                <ActionIcon
                  size={24}
                  variant="subtle"
                  aria-label={`${words.forget} : ${record.label}`}
                  onClick={() => forgetSent([record.ref])}
                >
                  <IconX size={14} aria-hidden />
                </ActionIcon>
              </div>
            ))}
          </Part>
        )}
        {waiting && waiting.followUps.length > 0 && (
          <Part title={words.lateFollowUps(waiting.followUpTotal)}>
            {waiting.followUps.map(late)}
          </Part>
        )}
        {waiting && waiting.leads.length > 0 && (
          <Part title={words.freeLeads(waiting.leads.length)}>
            {waiting.leads.map(({ of, detail }) => item(of, { detail }))}
          </Part>
        )}
        {nothing && <p>{words.nothingToPlace}</p>}
      </div>
    </aside>
  );
}

/** Lines of a part at first. */
const SHOWN = 6;

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  const [whole, setWhole] = useState(false);
  const lines = Children.toArray(children);
  const left = lines.length - SHOWN;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {whole || left <= 1 ? lines : lines.slice(0, SHOWN)}
      {!whole && left > 1 && (
        <button type="button" className={classes.others} onClick={() => setWhole(true)}>
          {words.others(left)}
        </button>
      )}
    </section>
  );
}

interface ItemProps extends Pick<Props, 'onDrag' | 'onPlace'> {
  record: Sent;
  detail: string | null;
  followUp: string | null;
}

function Item({ record, detail, followUp, onDrag, onPlace }: ItemProps) {
  return (
    <button
      type="button"
      className={classes.item}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'copyMove';
        event.dataTransfer.setData('text/plain', record.label);
        onDrag({ records: [record], followUp: followUp ?? undefined });
      }}
      onDragEnd={() => onDrag(null)}
      onClick={() => onPlace([record], followUp ?? undefined)}
      title={words.place(record.label)}
    >
      <IconGripVertical size={14} aria-hidden />
      <span>
        <strong>{record.label}</strong>
        {detail && <span>{detail}</span>}
      </span>
    </button>
  );
}

/** Records found by the one search, as the person types. */
function useFound(text: string): Sent[] {
  const finder = use(FinderContext);
  const [found, setFound] = useState<Sent[]>([]);
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      if (text.trim() === '') setFound([]);
      else void finder.find(text).then((links) => current && setFound(links));
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, finder]);
  return found;
}
