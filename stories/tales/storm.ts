import { browserPrey } from '../storm/browser.ts';
import { executablePrey } from '../storm/executable.ts';
import { storm as fall } from '../storm/storm.ts';
import { twoDoors, type Story } from './story.ts';

/** A short one; `cargo xtask bench` lets the long ones fall. */
export const storm: Story = {
  name: 'storm: random commands and sudden deaths, and nothing that was acknowledged is lost',
  only: twoDoors,
  async tell(_visit, door) {
    const prey = await (door.inBrowser ? browserPrey() : executablePrey());
    const seed = Date.now() % 100_000;
    const weather = { commands: door.inBrowser ? 40 : 80, longestLife: door.inBrowser ? 2500 : 900, seed, examineEvery: 3 };
    try {
      await fall(prey, weather, () => undefined);
    } catch (error) {
      throw new Error(`seed ${seed}`, { cause: error });
    } finally {
      await prey.leave();
    }
  },
};
