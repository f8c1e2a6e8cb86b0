// A screen walked through by the Tab key alone: what it reaches, in which order, whether one sees where one is.
import type { Place } from '../doors/door.ts';

interface Walk {
  stops: HTMLElement[];
  seen: HTMLElement[];
  faults: string[];
}

/** Stops of a screen that are walked: a list is long, and more of the same. */
const MOST = 70;

type Walking = typeof globalThis & { walking?: Walk };

/** Gets ready to note each stop, with the focus at the start of the screen; gives how many stops are expected. */
async function begin({ ui }: Place): Promise<number> {
  // What compiles the stories names each function by this one, which the page does not have.
  await ui.evaluate('globalThis.__name ??= (named) => named');
  return ui.evaluate(() => {
    const main = document.getElementById('contenu') as HTMLElement;
    const shown = (node: Element) => node.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
    const group = (radio: HTMLInputElement) =>
      [...main.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(({ name }) => name === radio.name);
    // Of a group of radio buttons the one that is chosen is a stop, else the first.
    const stopsAt = (radio: HTMLInputElement) =>
      (group(radio).find(({ checked }) => checked) ?? group(radio)[0]) === radio;
    const stops = [...main.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]')].filter(
      (node) =>
        node.tabIndex >= 0 &&
        !node.matches(':disabled, input[type=file]') &&
        !node.closest('[inert], [aria-hidden=true]') &&
        shown(node) &&
        (!(node instanceof HTMLInputElement) || node.type !== 'radio' || stopsAt(node)),
    );
    /** All that can show where the focus is: the thing itself, its label, what stands beside it. */
    const looks = (node: HTMLElement) => {
      const label = node.id ? document.querySelector(`label[for="${CSS.escape(node.id)}"]`) : null;
      return [node, node.nextElementSibling, node.parentElement, node.closest('label'), label, node.firstElementChild]
        .filter((found) => found instanceof Element)
        .map((found) => getComputedStyle(found as Element))
        .map((style) => [style.outlineStyle, style.outlineWidth, style.boxShadow, style.borderColor, style.backgroundColor].join())
        .join('|');
    };
    main.focus();
    const plain = new Map(stops.map((node) => [node, looks(node)]));
    const name = (node: Element) => node.outerHTML.slice(0, 160).replace(/\s+/g, ' ');
    const walk: Walk = { stops, seen: [], faults: [] };
    (globalThis as Walking).walking = walk;
    main.addEventListener('focusin', (event) => {
      const node = event.target as HTMLElement;
      if (node === main || (globalThis as Walking).walking !== walk) return;
      walk.seen.push(node);
      if (plain.get(node) === looks(node)) walk.faults.push(`no mark of the focus: ${name(node)}`);
      const box = node.getBoundingClientRect();
      const points = [0.1, 0.5, 0.9].map((part) => document.elementFromPoint(box.left + box.width * part, box.top + box.height / 2));
      const over = (point: Element | null) => point === null || point === node || node.contains(point) || point.contains(node);
      if (box.width > 2 && !points.some(over)) walk.faults.push(`hidden behind something: ${name(node)}`);
    });
    return stops.length;
  });
}

/** Ends a walk of so many stops: one line for each thing at fault. */
async function end({ ui }: Place, walked: number): Promise<string[]> {
  return ui.evaluate((walked) => {
    const { stops, seen, faults } = (globalThis as Walking).walking as Walk;
    (globalThis as Walking).walking = undefined;
    const name = (node: Element) => node.outerHTML.slice(0, 160).replace(/\s+/g, ' ');
    const missed = stops.slice(0, walked).filter((node) => node.isConnected && node.tabIndex >= 0 && !seen.includes(node));
    const back = seen.filter((node, at) => {
      const before = seen[at - 1];
      return before && before.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING;
    });
    const main = document.getElementById('contenu');
    const held = stops.length <= walked && main?.contains(document.activeElement) && document.activeElement !== main;
    return [
      ...faults,
      ...missed.map((node) => `never reached: ${name(node)}`),
      ...back.map((node) => `comes back in the page: ${name(node)}`),
      ...(held ? [`the focus stays in the screen: ${name(document.activeElement as Element)}`] : []),
    ];
  }, walked);
}

/** Walks the screen from its start to its end. */
export async function walk(place: Place): Promise<string[]> {
  const stops = await begin(place);
  const whole = stops <= MOST;
  for (let step = 0; step <= Math.min(stops, MOST); step += 1) await place.page.keyboard.press('Tab');
  // What scrolls is a stop too, in some browsers.
  for (let step = 0; whole && step < 20 && (await inside(place)); step += 1) await place.page.keyboard.press('Tab');
  return end(place, whole ? stops : MOST - 20);
}

const inside = ({ ui }: Place) =>
  ui.evaluate(() => document.activeElement?.id !== 'contenu' && document.activeElement?.closest('#contenu') != null);
