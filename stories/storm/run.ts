// `npm run storm -- executable 10000 [seed]`: the storm at one door. Judges: it fails on the first loss.
import { browserPrey } from './browser.ts';
import { executablePrey } from './executable.ts';
import { neverDone, say, storm } from './storm.ts';

const [door = 'executable', commands = '10000', seed = '1'] = process.argv.slice(2);
const prey = door === 'browser' ? await browserPrey() : await executablePrey();
const begun = Date.now();
try {
  const weather = { commands: Number(commands), seed: Number(seed), longestLife: door === 'browser' ? 1200 : 700, examineEvery: 5 };
  const toll = await storm(prey, weather, (line) => console.log(line));
  const took = `${Math.round((Date.now() - begun) / 1000)} s`;
  console.log(`storm, ${door}, seed ${seed}: ${say(toll)}; ${took}`);
  const never = neverDone(toll);
  if (never.length > 0) console.log(`never acknowledged: ${never.join(', ')}`);
} finally {
  await prey.leave();
}
