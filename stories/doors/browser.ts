// Debian's Chromium, driven without any network of its own, on a profile that is kept between two openings.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser as PlainBrowser, type BrowserContext, type Page } from 'playwright-core';

export const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);

export const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The screen of a classroom PC. */
export const SCREEN = { width: 1366, height: 768 };

/** A learner's browser: closed and opened again, it has kept its storage. */
export interface Browser {
  readonly context: BrowserContext;
  newPage(): Promise<Page>;
  /** Complaints of the pages since the start: uncaught errors and console errors. */
  readonly complaints: string[];
  restart(): Promise<void>;
  /** The same learner before another computer: nothing is kept. */
  move(): Promise<void>;
  forget(): Promise<void>;
}

export async function openBrowser(): Promise<Browser> {
  const newProfile = () => mkdtemp(join(tmpdir(), 'stories-profile-'));
  let profile = await newProfile();
  const complaints: string[] = [];
  const launch = async () => {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless: true,
      args,
      viewport: SCREEN,
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
    });
    context.setDefaultTimeout(15_000);
    return context;
  };
  let context = await launch();
  const forget = async () => {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  return {
    get context() {
      return context;
    },
    complaints,
    async newPage() {
      const page = await context.newPage();
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      return page;
    },
    async restart() {
      await context.close();
      context = await launch();
    },
    async move() {
      await forget();
      profile = await newProfile();
      context = await launch();
    },
    forget,
  };
}

/** A browser that keeps nothing, for contexts of a story's own. */
export function launchPlain(): Promise<PlainBrowser> {
  return chromium.launch({ executablePath, headless: true, args });
}
