import { setTransport } from './call';
import { dataPlace, http, quit, tellRescue, type DataPlace } from './http';

// `single` is the build of the one file, where the engine runs in the browser. The condition is written out
// each time so that the build for the executable leaves the other door out altogether.

/** True where the engine, and the data with it, live in the browser. */
export const inBrowser = import.meta.env.MODE === 'single';

/** Opens the way to the engine; resolves when it is ready to answer. Stays pending while another tab has the base (event `other-tab`). */
export async function connect(): Promise<void> {
  if (import.meta.env.MODE === 'single') {
    const { openInBrowser } = await import('./browser');
    setTransport(await openInBrowser());
  } else {
    setTransport(http);
    // Not waited for: what cannot be asked now, the first command will say.
    void tellRescue().catch(() => undefined);
  }
}

/** Takes the base away from the tab that has it. */
export async function takeOver(): Promise<void> {
  if (import.meta.env.MODE === 'single') {
    const { takeBase } = await import('./browser');
    await takeBase();
  }
}

/** After `connect` failed because the kept data cannot be read (`data_damaged`): puts a new base in its place. */
export async function startAfresh(): Promise<void> {
  if (import.meta.env.MODE === 'single') {
    const { openAfresh } = await import('./browser');
    setTransport(await openAfresh());
  }
}

/** « Terminer et enregistrer »: hands the lesson back to the learning platform; does nothing elsewhere. */
export async function finishLesson(): Promise<void> {
  if (import.meta.env.MODE === 'single') {
    const { endLesson } = await import('./browser');
    await endLesson();
  }
}

/** Ends the program where there is one; a page alone is closed like any page. */
export async function quitProgram(): Promise<void> {
  if (import.meta.env.MODE !== 'single') await quit();
}

/** Where the data live, when a program keeps them; null when the browser does. */
export async function findDataPlace(): Promise<DataPlace | null> {
  return import.meta.env.MODE === 'single' ? null : dataPlace();
}
