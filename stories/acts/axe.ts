// axe-core on what is shown, in the frame where it is shown.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Place } from '../doors/door.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const source = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(context: Document, options: object): Promise<{ violations: Violation[] }>;
}

interface Violation {
  id: string;
  help: string;
  nodes: { html: string; failureSummary?: string }[];
}

/** One line for each element at fault; none when the screen is good. */
export async function faults({ ui }: Place): Promise<string[]> {
  if (!(await ui.evaluate(() => 'axe' in window))) await ui.evaluate(await source);
  // What fades in or out is looked at once it stands still.
  await ui.evaluate(() =>
    Promise.race([
      Promise.allSettled(document.getAnimations().map((animation) => animation.finished)),
      new Promise((later) => setTimeout(later, 1_000)),
    ]).then(() => undefined),
  );
  const violations = await ui.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: Axe };
    const options = { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] };
    return (await axe.run(document, options)).violations;
  }, TAGS);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`.replace(/\s+/g, ' ')),
  );
}
