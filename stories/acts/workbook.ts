// What a person does with a workbook: take it away, hand it in, agree to it.
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Place } from '../doors/door.ts';
import { goTo, holds } from './shell.ts';

export interface Downloaded {
  name: string;
  bytes: Buffer;
}

/** Does what makes a file, and gives the file that the browser really received. */
export async function downloaded({ page, saved }: Place, act: () => Promise<void>): Promise<Downloaded> {
  if (saved !== undefined) return arrived(saved, act);
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), act()]);
  const bytes = await readFile(await download.path());
  assert.ok(bytes.length > 0, 'the file is not empty');
  return { name: download.suggestedFilename(), bytes };
}

/** The file that comes into the folder of a browser, once it is whole. */
async function arrived(folder: string, act: () => Promise<void>): Promise<Downloaded> {
  const files = async () => readdir(folder).catch((): string[] => []);
  const before = await files();
  await act();
  const fresh = async () => (await files()).filter((name) => !before.includes(name));
  const names = await holds(fresh, (found) => found.length > 0 && !found.some((name) => name.endsWith('.part')));
  const name = names[0] ?? '';
  const size = async () => (await readFile(join(folder, name))).length;
  await holds(size, (bytes) => bytes > 0);
  return { name, bytes: await readFile(join(folder, name)) };
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
