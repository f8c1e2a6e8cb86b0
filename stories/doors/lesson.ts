// The SCORM package inside a learning platform: the same door for each platform of our own.
import type { Frame, Page } from 'playwright-core';
import type { Platform } from '../lms/platform.ts';
import { openBrowser, visitIn } from './browser.ts';
import type { Door, Place, Visit } from './door.ts';
import { scormPackage } from './shipped.ts';

export function lesson(
  name: string,
  start: (packagePath: string) => Promise<Platform>,
  shipped = scormPackage,
): Door {
  let learners = 0;
  let platform: Promise<Platform> | undefined;
  return {
    name,
    inBrowser: true,
    async arrive(): Promise<Visit> {
      platform ??= start(shipped());
      const host = await platform;
      const browser = await openBrowser();
      const learner = (learners += 1);
      const launch = host.launchAddress(learner);
      const open = async (): Promise<Place> => {
        const page = await browser.newPage();
        await page.goto(launch);
        return { page, ui: await lessonFrame(page) };
      };
      const visit = await visitIn(browser, open);
      return host.row ? Object.assign(visit, { record: () => host.row!(learner) }) : visit;
    },
    async close() {
      await (await platform)?.close();
    },
  };
}

async function lessonFrame(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('#content_id');
  const frame = await element.contentFrame();
  if (!frame) throw new Error('the platform shows no frame');
  return frame;
}
