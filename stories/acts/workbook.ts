// What a person does with a workbook: take it away, hand it in, agree to it.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Place } from '../doors/door.ts';
import { goTo } from './shell.ts';

export interface Downloaded {
  name: string;
  bytes: Buffer;
}

/** Does what makes a file, and gives the file that the browser really received. */
export async function downloaded({ page }: Place, act: () => Promise<void>): Promise<Downloaded> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), act()]);
  const bytes = await readFile(await download.path());
  assert.ok(bytes.length > 0, 'the file is not empty');
  return { name: download.suggestedFilename(), bytes };
}

export async function carryAway(place: Place): Promise<Downloaded> {
  await goTo(place, 'Données');
  const button = place.ui.getByRole('button', { name: 'Emporter mon travail' });
  return downloaded(place, () => button.click());
}

/** Chooses a file on the screen of data, or on the preview of another. */
export async function handIn(place: Place, name: string, bytes: Buffer): Promise<void> {
  const input = place.ui.locator('input[type=file]').first();
  await input.setInputFiles({ name, mimeType: 'application/octet-stream', buffer: bytes });
  await place.ui.getByRole('button', { name: 'Ne rien changer' }).waitFor({ timeout: 60_000 });
}

/** Agrees to what the preview shows. */
export async function agree({ ui }: Place, label: 'Importer ce classeur' | 'Installer cette base école'): Promise<void> {
  await ui.getByRole('button', { name: label }).click();
  await ui.getByRole('heading', { name: 'Données', level: 1, exact: true }).waitFor({ timeout: 60_000 });
}
