import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchPlain } from '../doors/browser.ts';
import type { Place } from '../doors/door.ts';
import { singlePage } from '../doors/shipped.ts';
import { serve } from '../lms/platform.ts';
import { createPerson } from '../acts/record.ts';
import { dayAfter, openRecord, ready } from '../acts/shell.ts';
import type { Story } from './story.ts';

const placeOf = (page: Page): Place => ({ page, ui: page.mainFrame() });

/** The page as a site may serve it, under each of the rules that a school's platform puts on it. */
async function site() {
  const bytes = await readFile(singlePage());
  const html = { 'content-type': 'text/html; charset=utf-8' };
  return serve((_request, address, response) => {
    if (address.pathname === '/no-wasm') {
      const policy = "default-src 'self' data: blob:; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'";
      response.writeHead(200, { ...html, 'content-security-policy': policy }).end(bytes);
    } else if (address.pathname === '/frame') {
      const inner = `${address.searchParams.get('of') ?? ''}`;
      response
        .writeHead(200, html)
        .end(`<iframe id="inner" sandbox="allow-scripts allow-downloads allow-forms" src="${inner}" width="1280" height="700"></iframe>`);
    } else {
      response.writeHead(200, html).end(bytes);
    }
  });
}

async function within(options: BrowserContextOptions, tell: (page: Page) => Promise<void>): Promise<void> {
  const browser: Browser = await launchPlain();
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, ...options });
    context.setDefaultTimeout(20_000);
    await tell(await context.newPage());
  } finally {
    await browser.close();
  }
}

export const places: Story = {
  name: 'places: no wasm, storage refused in a foreign frame, storage full, another tongue and hour, a base wiped and a clock set back',
  only: (door) => door.name === 'single file',
  async tell() {
    const { origin, close } = await site();
    try {
      // A policy that refuses wasm: a plain sentence, not a blank page.
      await within({}, async (page) => {
        await page.goto(`${origin}/no-wasm`);
        await page.getByText(/politique de sécurité|n’autorise pas|ne permet pas/).first().waitFor();
        assert.equal(await page.getByText(/wasm|WebAssembly|Error/).count(), 0);
      });

      // A frame of another site, where storage throws: it works, and says that nothing is kept.
      await within({}, async (page) => {
        await page.goto(`${origin}/frame?of=${encodeURIComponent(origin.replace('127.0.0.1', 'localhost'))}/`);
        const element = await page.waitForSelector('#inner');
        const ui = (await element.contentFrame())!;
        const place: Place = { page, ui };
        await ready(place);
        await ui.getByText(/n’autorise pas l’enregistrement/).waitFor();
        await createPerson(place, { Prénom: 'Hortense', Nom: 'Quillivéré' });
        await ui.getByRole('button', { name: 'Emporter mon travail' }).first().waitFor();
      });

      // A private window where no room is left: it is said at once, and the work can be carried away.
      await within({}, async (page) => {
        await page.goto(`${origin}/`);
        const place = placeOf(page);
        await ready(place);
        // Chromium no longer lets its quota be set from outside: the store refuses as it does when it is full.
        await page.workers().at(-1)?.evaluate(() => {
          IDBObjectStore.prototype.put = () => {
            throw new DOMException('', 'QuotaExceededError');
          };
        });
        await createPerson(place, { Prénom: 'Hortense', Nom: 'Quillivéré' });
        await page.getByText(/Il n’y a plus de place pour enregistrer/).waitFor();
        await page.getByRole('button', { name: 'Emporter mon travail' }).first().waitFor();
      });

      // Another tongue and another hour: French, and the day is the learner's own.
      await within({ locale: 'en-US', timezoneId: 'Pacific/Auckland' }, async (page) => {
        await page.goto(`${origin}/`);
        const place = placeOf(page);
        await ready(place);
        const there = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Pacific/Auckland', dateStyle: 'short' });
        assert.equal((await dayAfter(place, 0)).slice(0, 5), there.format(new Date()).slice(0, 5));
        assert.match(await page.getByRole('banner').innerText(), /(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) \d/i);
      });

      await within({}, async (page) => {
        // A clock set back a year: what has already come stays, and so does the day.
        await page.goto(`${origin}/?date=2026-11-24`);
        const place = placeOf(page);
        await ready(place);
        const name = await createPerson(place, { Prénom: 'Hortense', Nom: 'Quillivéré' });
        await page.goto('about:blank');
        await page.goto(`${origin}/?date=2025-11-24`);
        await ready(place);
        assert.equal(await dayAfter(place, 0), '24/11/2026');
        await openRecord(place, 'quillivere', name);

        // The browser's storage cleared under our feet: the next change says that it is not kept.
        await page.evaluate(async () => {
          for (const { name: database } of await indexedDB.databases()) indexedDB.deleteDatabase(database ?? '');
        });
        await createPerson(place, { Prénom: 'Achille', Nom: 'Quillivéré' });
        await page.getByText(/sera perdu à la fermeture de cette page/).first().waitFor();
      });
    } finally {
      await close();
    }
  },
};
