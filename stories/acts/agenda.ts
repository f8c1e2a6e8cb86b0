// What a learner does in the agenda.
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { Place } from '../doors/door.ts';

export async function toView({ ui }: Place, name: string): Promise<void> {
  await ui.getByRole('radiogroup', { name: 'Présentation de l’agenda' }).getByText(name, { exact: true }).click();
}

/** « 27/11/2026 » as an address has it: « 2026-11-27 ». */
export const iso = (day: string): string => day.split('/').reverse().join('-');

/** The hours of a day, or its place in the month. */
export const column = ({ ui }: Place, day: string): Locator => ui.locator(`[data-column="${iso(day)}"]`);

export async function toDate({ ui }: Place, day: string): Promise<void> {
  const box = ui.getByRole('textbox', { name: 'Aller à la date' });
  await box.fill(day);
  await box.press('Enter');
}

/** Draws an hour and a half with the mouse in a day alone on the screen. */
export async function drawSlot(place: Place, day: string): Promise<void> {
  const { mouse } = place.page;
  const box = await column(place, day).boundingBox();
  assert.ok(box);
  await mouse.move(box.x + 400, box.y + 352);
  await mouse.down();
  await mouse.move(box.x + 400, box.y + 380, { steps: 4 });
  await mouse.move(box.x + 400, box.y + 417, { steps: 4 });
  await mouse.up();
}
