import { setTransport } from './call';
import { http } from './http';

/** True in the build made for a single file, where the engine runs in the page's own worker. */
const IN_BROWSER = import.meta.env.MODE === 'single';

/** Opens the way to the engine; resolves when it is ready to answer. Stays pending while another tab has the base (event `other-tab`). */
export async function connect(): Promise<void> {
  if (!IN_BROWSER) return setTransport(http);
  const { openInBrowser } = await import('./browser');
  setTransport(await openInBrowser());
}

/** Takes the base away from the tab that has it. */
export async function takeOver(): Promise<void> {
  if (!IN_BROWSER) return;
  const { takeBase } = await import('./browser');
  await takeBase();
}

/** « Terminer et enregistrer »: hands the lesson back to the learning platform; does nothing elsewhere. */
export async function finishLesson(): Promise<void> {
  if (!IN_BROWSER) return;
  const { endLesson } = await import('./browser');
  await endLesson();
}
