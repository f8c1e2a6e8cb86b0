// A picture of each screen, and what axe says of it.
import { mkdir } from 'node:fs/promises';
import type { Door, Place } from '../doors/door.ts';
import { faults } from './axe.ts';

const RESULTS = `${import.meta.dirname}/../results`;

export interface Camera {
  see(screen: string): Promise<void>;
  /** One line for each fault found so far. */
  found: string[];
}

/** Pictures go to `results/<door>/<album>-<number>-<screen>.png`. */
export async function camera(place: Place, door: Door, album: string): Promise<Camera> {
  const folder = `${RESULTS}/${door.name.replace(/\W+/g, '-')}`;
  await mkdir(folder, { recursive: true });
  const found: string[] = [];
  let count = 0;
  return {
    found,
    async see(screen) {
      // A chart or a drawer may still be moving.
      await place.page.waitForTimeout(250);
      count += 1;
      const name = `${album}-${String(count).padStart(2, '0')}-${screen}.png`;
      await place.page.screenshot({ path: `${folder}/${name}` });
      found.push(...(await faults(place)).map((fault) => `${screen}: ${fault}`));
    },
  };
}
