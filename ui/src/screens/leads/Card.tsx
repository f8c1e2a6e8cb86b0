import { ActionIcon, Menu } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { LeadCard } from '../../engine';
import { useSession } from '../../live/session';
import { IconDotsVertical, IconUser } from '../../parts/icons';
import * as words from '../../words/leads';
import { actOfKey, acts, actsOf, giveBack, resume, take, type Act } from './acts';
import classes from './Leads.module.css';

interface Props {
  card: LeadCard;
  id: string;
  /** The one of the board that the Tab key reaches. */
  reachable: boolean;
  onFocus: () => void;
  onAct: (what: Act) => void;
  onDrag: (card: LeadCard | null) => void;
}

/** A lead in few words: who, what, how long; its menu holds all that can be done. */
export function Card({ card, id, reachable, onFocus, onAct, onDrag }: Props) {
  const [menu, setMenu] = useState(false);
  function open(opened: boolean) {
    setMenu(opened);
    // The card has the focus again; a form that opens takes it from there and gives it back.
    if (!opened) document.getElementById(id)?.focus();
  }
  return (
    <li
      className={classes.card}
      data-lead={card.ref}
      onContextMenu={(event) => {
        event.preventDefault();
        open(true);
      }}
    >
      <Link
        id={id}
        href={`/leads/${card.ref}`}
        className={classes.face}
        tabIndex={reachable ? 0 : -1}
        onFocus={onFocus}
        draggable
        onDragStart={(event) => {
          event.dataTransfer.setData('text/plain', card.label);
          event.dataTransfer.effectAllowed = 'move';
          onDrag(card);
        }}
        onDragEnd={() => onDrag(null)}
      >
        <CardText card={card} />
      </Link>
      <CardMenu card={card} opened={menu} onOpened={open} onAct={onAct} />
    </li>
  );
}

/** What stands on a card, in the board and in the queue beside a lead. */
export function CardText({ card }: { card: LeadCard }) {
  return (
    <>
      <span className={classes.name}>{card.label}</span>
      <Chip card={card} />
      <span className={classes.line}>{[card.kind, card.channel].filter(Boolean).join(' · ')}</span>
      {card.vehicle && <span className={classes.line}>{card.vehicle}</span>}
      <span className={classes.foot}>
        <span>{words.age(card.ageMinutes)}</span>
        <span className={classes.owner} data-free={!card.owner || undefined}>
          {card.owner ?? words.free}
        </span>
      </span>
      {card.known && <span className={classes.known}>{words.known}</span>}
      {card.customerLabel && card.state !== 'converted' && (
        <span className={classes.linked}>
          <IconUser size={13} aria-hidden />
          <span className="visually-hidden">{words.attachedTo('')}</span>
          {card.customerLabel}
        </span>
      )}
    </>
  );
}

export function Chip({ card }: { card: LeadCard }) {
  const { today } = useSession();
  const chip = words.chip(card, today);
  return (
    chip && (
      <span className={classes.chip} data-tone={chip.tone}>
        {chip.text}
      </span>
    )
  );
}

interface MenuProps {
  card: LeadCard;
  opened: boolean;
  onOpened: (opened: boolean) => void;
  onAct: (what: Act) => void;
}

function CardMenu({ card, opened, onOpened, onAct }: MenuProps) {
  const [, go] = useLocation();
  const { user } = useSession();
  const possible = actsOf(card);
  const reopens = card.state === 'lost' || card.state === 'converted';
  return (
    <Menu
      opened={opened}
      onChange={onOpened}
      position="bottom-end"
      withinPortal
      trapFocus
      returnFocus
    >
      <Menu.Target>
        <ActionIcon
          className={classes.dots}
          variant="subtle"
          size={24}
          tabIndex={-1}
          aria-label={words.cardMenu(card.label)}
        >
          <IconDotsVertical size={15} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      {opened && (
        <Menu.Dropdown
          onKeyDown={(event) => {
            const act = actOfKey(event.key.toLowerCase());
            if (!act || !possible.includes(act)) return;
            event.preventDefault();
            onOpened(false);
            onAct(act);
          }}
        >
          <Menu.Item onClick={() => go(`/leads/${card.ref}`)}>{words.open}</Menu.Item>
          {acts
            .filter(({ what }) => possible.includes(what))
            .map(({ what, label, key }) => (
              <Menu.Item
                key={what}
                rightSection={<kbd className={classes.kbd}>{key}</kbd>}
                onClick={() => onAct(what)}
              >
                {label}
              </Menu.Item>
            ))}
          {reopens && <Menu.Item onClick={() => resume(card)}>{words.resume}</Menu.Item>}
          {card.state !== 'new' && (
            <Menu.Item onClick={() => giveBack(card)}>{words.giveBack}</Menu.Item>
          )}
          {user !== null && user !== card.owner && (
            <Menu.Item onClick={() => take(card, user)}>{words.take}</Menu.Item>
          )}
        </Menu.Dropdown>
      )}
    </Menu>
  );
}
