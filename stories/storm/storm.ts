// Random commands, and death at random moments: whatever was acknowledged is found again, and nothing is spoilt.
import { NAMES, draw } from './commands.ts';
import { Dice } from './dice.ts';
import { readPool } from './pool.ts';
import type { Ask, Prey } from './prey.ts';
import { act, Witness } from './witness.ts';

export interface Toll {
  sent: number;
  acknowledged: number;
  refused: number;
  kills: number;
  /** Deaths while a command was in hand, and how many of those commands had been kept. */
  inHand: number;
  keptInHand: number;
  killedAtStart: number;
  walks: number;
  examined: number;
  byCommand: Map<string, number>;
}

export interface Weather {
  commands: number;
  seed: number;
  /** Milliseconds after which a death comes at the latest. */
  longestLife: number;
  /** One life in so many is looked through. */
  examineEvery: number;
}

export async function storm(prey: Prey, { commands, seed, longestLife, examineEvery }: Weather, told: (line: string) => void): Promise<Toll> {
  const dice = new Dice(seed);
  const toll: Toll = { sent: 0, acknowledged: 0, refused: 0, kills: 0, inHand: 0, keptInHand: 0, killedAtStart: 0, walks: 0, examined: 0, byCommand: new Map() };
  const witness = new Witness();
  for (let life = 0; toll.sent < commands; life += 1) {
    if (life % 10 === 0) {
      await prey.killAtStart(dice.below(250));
      toll.killedAtStart += 1;
    }
    const ask = await prey.start();
    if (await witness.check(ask)) toll.keptInHand += 1;
    if (life % 3 === 1) {
      await witness.walk(ask);
      toll.walks += 1;
    }
    await live(ask, prey, witness, dice, toll, commands, 5 + dice.below(dice.below(6) === 0 ? 6 * longestLife : longestLife));
    if (life % examineEvery === 0) {
      const fault = await prey.examine();
      if (fault) throw new Error(`spoilt after ${toll.kills} deaths: ${fault}`);
      toll.examined += 1;
    }
    if (life % 25 === 24) told(`${toll.sent} commands, ${toll.kills} deaths…`);
  }
  await witness.check(await prey.start());
  prey.kill();
  const fault = await prey.examine();
  if (fault) throw new Error(`spoilt at the end: ${fault}`);
  return toll;
}

/** One life: commands without rest until death, which comes at a moment of its own. */
async function live(ask: Ask, prey: Prey, witness: Witness, dice: Dice, toll: Toll, most: number, after: number): Promise<void> {
  const pool = await readPool(ask, dice.below(10_000));
  if (dice.below(4) === 0) await ask('workbook.export', { kind: 'session', anomalies: false });
  let dead = false;
  const death = setTimeout(() => {
    dead = true;
    prey.kill();
  }, after);
  for (;;) {
    pool.redo = witness.redo;
    const { name, input } = draw(dice, pool);
    toll.sent += 1;
    const outcome = await act(ask, witness, name, input);
    if (outcome === 'gone') {
      toll.inHand += 1;
      break;
    }
    if (outcome === 'refused') toll.refused += 1;
    else {
      toll.acknowledged += 1;
      toll.byCommand.set(name, (toll.byCommand.get(name) ?? 0) + 1);
    }
    if (dead || toll.sent >= most) break;
  }
  clearTimeout(death);
  if (!dead) prey.kill();
  toll.kills += 1;
}

/** Commands that were never acknowledged: a storm that is long enough leaves none. */
export const neverDone = ({ byCommand }: Toll): string[] => NAMES.filter((name) => !byCommand.has(name));

export function say(toll: Toll): string {
  const { sent, acknowledged, refused, kills, inHand, keptInHand, killedAtStart, walks, examined } = toll;
  return `${sent} commands, ${acknowledged} acknowledged, ${refused} refused; ${kills} deaths (${inHand} with a command in hand, ${keptInHand} of these kept), ${killedAtStart} while starting; ${walks} walks back and forth, ${examined} files looked through: nothing lost, nothing spoilt`;
}
