// What a learner does from anywhere: go to a screen, look for somebody, take back, read a message.
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { Place } from '../doors/door.ts';

/** The first screen is there and answers. A first opening makes the whole school base. */
export async function ready({ ui }: Place): Promise<void> {
  await ui.getByRole('heading', { name: 'À faire aujourd’hui' }).waitFor({ timeout: 60_000 });
}

export async function goTo(place: Place, screen: string): Promise<void> {
  await place.ui.getByRole('navigation').getByRole('link', { name: screen }).click();
  const title = screen === 'Accueil' ? 'À faire aujourd’hui' : screen;
  await place.ui.getByRole('heading', { name: title, level: 1, exact: true }).waitFor();
}

/** Types in the one search box and gives the clients it shows. */
export async function search(place: Place, text: string): Promise<Locator> {
  const box = place.ui.getByRole('combobox', { name: 'Rechercher un client ou une action' });
  if (!(await box.isVisible())) await place.ui.getByRole('button', { name: 'Rechercher…' }).click();
  await box.fill(text);
  return place.ui.getByRole('group', { name: 'Clients trouvés' }).getByRole('option');
}

/** Looks for somebody and opens the first record found that bears the name. */
export async function openRecord(place: Place, text: string, name: string): Promise<void> {
  await (await search(place, text)).filter({ hasText: name }).first().click();
  await recordTitle(place, name).waitFor();
}

export function recordTitle({ ui }: Place, name: string): Locator {
  return ui.getByRole('heading', { level: 1, name });
}

export function undoButton({ ui }: Place): Locator {
  return ui.getByRole('banner').getByRole('button', { name: 'Annuler', exact: true });
}

export function redoButton({ ui }: Place): Locator {
  return ui.getByRole('banner').getByRole('button', { name: 'Rétablir', exact: true });
}

/** A message at the foot of the navigation. */
export function message({ ui }: Place, text: string | RegExp): Locator {
  return ui.getByRole('region', { name: 'Messages' }).getByText(text);
}

export async function openPart({ ui }: Place, name: string): Promise<void> {
  await ui.getByRole('tab', { name }).click();
}

/** The day of use, so many days later, as messages write it: « 27/11/2026 ». */
export async function dayAfter({ ui }: Place, days: number): Promise<string> {
  const today = await ui.getByRole('banner').locator('time').getAttribute('datetime');
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10).split('-').reverse().join('/');
}

/** Enter on an item of the menu that a key has just opened, once the menu has taken the focus: a moment after it shows. */
export async function enterInMenu({ ui }: Place, name: string): Promise<void> {
  await ui.waitForFunction(() => document.activeElement?.closest('[role="menu"]') != null);
  await ui.getByRole('menuitem', { name }).press('Enter');
}

/** Reads until what is read is so, for at most twenty-five seconds, and gives it. */
export async function holds<T>(read: () => Promise<T>, so: (value: T) => boolean): Promise<T> {
  const end = Date.now() + 25_000;
  for (;;) {
    const value = await read();
    if (so(value)) return value;
    assert.ok(Date.now() < end, `still ${String(value)} after twenty-five seconds`);
    await new Promise((later) => setTimeout(later, 50));
  }
}
