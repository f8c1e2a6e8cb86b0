import { useEffect } from 'react';
import type { LeadCard } from '../../engine';
import { change } from '../../live/change';
import * as words from '../../words/leads';

/** What is done with a lead in a form. */
export type Act = 'reply' | 'attach' | 'convert' | 'lose';

export interface Acting {
  what: Act;
  ref: string;
}

export const acts: { what: Act; label: string; key: string }[] = [
  { what: 'reply', label: words.reply, key: words.replyKey },
  { what: 'attach', label: words.attach, key: words.attachKey },
  { what: 'convert', label: words.convert, key: words.convertKey },
  { what: 'lose', label: words.lose, key: words.loseKey },
];

/** What can be done with a lead as it stands. */
export function actsOf({ state }: LeadCard): Act[] {
  return acts
    .map(({ what }) => what)
    .filter((what) => !(what === 'convert' && state === 'converted'))
    .filter((what) => !(what === 'lose' && state === 'lost'));
}

export function resume({ ref }: LeadCard): void {
  void change('lead.move', { ref, state: 'in_progress' }, words.resumed);
}

export function giveBack({ ref }: LeadCard): void {
  void change('lead.move', { ref, state: 'new' }, words.givenBack);
}

export function take({ ref }: LeadCard, user: string): void {
  void change('record.edit', { ref, values: { owner: user } }, words.taken);
}

/** A card put in another column: what that takes. */
export function moveTo(card: LeadCard, state: string, act: (what: Act) => void): void {
  if (card.state === state) return;
  if (state === 'new') giveBack(card);
  else if (state === 'converted') act('convert');
  else if (state === 'lost') act('lose');
  else if (card.state === 'new') act('reply');
  else resume(card);
}

/** Single letters and other keys, but not while typing, choosing in a list or with Ctrl or Alt held. */
export function useKeys(pressed: (key: string, event: KeyboardEvent) => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      const busy = 'input, textarea, select, [role="dialog"], [role="listbox"], [role="menu"]';
      if (target?.closest(busy)) return;
      if (document.querySelector('[role="dialog"], [role="menu"]')) return;
      pressed(event.key.toLowerCase(), event);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
}

/** The act of a letter. */
export function actOfKey(key: string): Act | null {
  return acts.find((known) => known.key.toLowerCase() === key)?.what ?? null;
}
