// Debian's browsers, driven without any network of their own, on a profile that is kept between two openings.
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chromium,
  firefox,
  type Browser as PlainBrowser,
  type BrowserContext,
  type BrowserType,
  type Page,
} from 'playwright-core';
import type { Place, Visit } from './door.ts';

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

/** How one make of browser is opened. */
interface Make {
  type: BrowserType;
  options(profile: string): NonNullable<Parameters<BrowserType['launchPersistentContext']>[1]>;
}

/** Where a browser that does not tell of its downloads puts them. */
const saved = (profile: string) => join(profile, 'saved');

const makes = {
  chromium: { type: chromium, options: () => ({ executablePath, args }) },
  /**
   * As Debian ships it, over the standard protocol (BiDi): not a build of its own for tests. Playwright 1.65 asks it for a
   * command that this ESR does not know; 1.64 does not.
   */
  firefox: {
    type: firefox,
    options: (profile) => ({
      executablePath: '/usr/bin/firefox-esr',
      channel: 'moz-firefox',
      firefoxUserPrefs: { 'intl.accept_languages': 'fr-FR, fr' },
      downloadsPath: saved(profile),
    }),
  },
} satisfies Record<string, Make>;

export type MakeName = keyof typeof makes;

/** The screen of a classroom PC. */
export const SCREEN = { width: 1366, height: 768 };

/** A learner's browser: closed and opened again, it has kept its storage. */
export interface Browser {
  readonly context: BrowserContext;
  newPage(): Promise<Page>;
  /** Where files that are saved are found, when the browser says nothing of them. */
  readonly saved: string | undefined;
  /** Complaints of the pages since the start: uncaught errors and console errors. */
  readonly complaints: string[];
  restart(): Promise<void>;
  /** The same learner before another computer: nothing is kept. */
  move(): Promise<void>;
  forget(): Promise<void>;
}

export async function openBrowser(make: MakeName = 'chromium'): Promise<Browser> {
  const { type, options }: Make = makes[make];
  const newProfile = () => mkdtemp(join(tmpdir(), 'stories-profile-'));
  let profile = await newProfile();
  const complaints: string[] = [];
  const launch = async () => {
    const context = await type.launchPersistentContext(profile, {
      ...options(profile),
      headless: true,
      viewport: SCREEN,
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
    });
    context.setDefaultTimeout(25_000);
    if (make === 'firefox') await context.addInitScript(typedIsSeen);
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
    saved: make === 'firefox' ? saved(profile) : undefined,
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

/**
 * Over BiDi a text is put in a field as a script does, not as keys do, and React takes no notice of what a script puts there.
 * It compares the field with what it last knew of it: that is forgotten, as if the text had been typed.
 */
function typedIsSeen(): void {
  document.addEventListener(
    'input',
    (event) => {
      const field = event.target as { _valueTracker?: { setValue(text: string): void } } | null;
      if (!event.isTrusted) field?._valueTracker?.setValue('\u0000');
    },
    true,
  );
}

/** A browser that keeps nothing, for contexts of a story's own. */
export function launchPlain(): Promise<PlainBrowser> {
  return chromium.launch({ executablePath, headless: true, args });
}

/** What a door does besides opening its tab. */
interface Ways {
  /** Around the closing of the browser and its opening again. */
  close?(): Promise<void>;
  reopen?(): Promise<void>;
  leave?(): Promise<void>;
}

/** A visit that goes through one browser: `open` gives the tab with the simulator in it. */
export async function visitIn(browser: Browser, open: () => Promise<Place>, ways: Ways = {}): Promise<Visit> {
  let place = await open();
  return {
    get place() {
      return place;
    },
    async again() {
      await ways.close?.();
      await browser.restart();
      await ways.reopen?.();
      place = await open();
    },
    async elsewhere() {
      await browser.move();
      place = await open();
    },
    secondTab: open,
    complaints: browser.complaints,
    async leave() {
      await browser.forget();
      await ways.leave?.();
    },
  };
}
