// The single file, opened by double click.
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBrowser, visitIn, type MakeName } from './browser.ts';
import type { Door, Place, Visit } from './door.ts';
import { singlePage } from './shipped.ts';

/** The single file, opened by a browser of this make. */
export function doubleClicked(name: string, make: MakeName): Door {
  return {
    name,
    inBrowser: true,
    async arrive(): Promise<Visit> {
      const folder = await mkdtemp(join(tmpdir(), 'stories-single-'));
      const file = join(folder, 'Simulateur CRM.html');
      await copyFile(singlePage(), file);
      const browser = await openBrowser(make);
      const open = async (): Promise<Place> => {
        const page = await browser.newPage();
        await page.goto(pathToFileURL(file).href);
        return { page, ui: page.mainFrame(), saved: browser.saved };
      };
      return visitIn(browser, open, { leave: () => rm(folder, { recursive: true, force: true }) });
    },
    async close() {},
  };
}

export const single: Door = { ...doubleClicked('single file', 'chromium'), milder: 'file' };
