import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { FindingView } from '../../engine';

interface Acts {
  accept: (finding: FindingView) => void;
  ignore: (finding: FindingView) => void;
}

/** Arrows go from finding to finding, Enter accepts, E edits, I leaves alone; the next one has the focus after each. */
export function useWalk(findings: FindingView[], acts: Acts) {
  const list = useRef<HTMLUListElement>(null);
  const arrived = useRef(false);
  const [wanted, setPlace] = useState(0);
  const place = Math.min(wanted, Math.max(0, findings.length - 1));
  const now = findings[place]?.record.ref;

  useEffect(() => {
    // A list just opened has the focus; so has what took the place of a finding that was seen to.
    const focused = document.activeElement;
    const lost = focused === null || focused === document.body || !arrived.current;
    if (now === undefined || !lost || focused?.closest('[role="dialog"]')) return;
    arrived.current = true;
    row(list.current, place)?.focus();
  }, [now, place]);

  function go(to: number) {
    const next = Math.max(0, Math.min(to, findings.length - 1));
    setPlace(next);
    row(list.current, next)?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    const finding = findings[place];
    if (!finding || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target))
      return;
    const onRow = event.target === row(list.current, place);
    const key = event.key.toLowerCase();
    if (key === 'arrowdown') go(place + 1);
    else if (key === 'arrowup') go(place - 1);
    else if (key === 'enter' && onRow) acts.accept(finding);
    else if (key === 'i') acts.ignore(finding);
    else if (key === 'e' || (key === 'f2' && onRow)) edit(row(list.current, place));
    else return;
    event.preventDefault();
  }

  return { list, place, setPlace, onKeyDown };
}

function row(list: HTMLUListElement | null, place: number): HTMLElement | null {
  const found = list?.children[place];
  return found instanceof HTMLElement ? found : null;
}

/** Opens the first field of the row. */
function edit(found: HTMLElement | null) {
  found?.querySelector<HTMLButtonElement>('[data-fields] button')?.click();
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
}
