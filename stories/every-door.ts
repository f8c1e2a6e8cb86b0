// The same stories through every door, two doors at a time. DOORS and STORY narrow them: DOORS=single STORY=undo npm test
import { after, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import type { Door } from './doors/door.ts';
import { stories, told } from './tales/index.ts';

/** A refused value answers 422, which Chromium prints as an error of its own. */
const EXPECTED = /status of 422/;

/** Tells the stories through these doors, one after the other. */
export function tellThrough(doors: Door[]): void {
  const asked = doors.filter(({ name }) => name.includes(process.env['DOORS'] ?? ''));
  for (const door of asked) {
    describe(door.name, () => {
      after(() => door.close());
      for (const story of stories) {
        if (!story.name.includes(process.env['STORY'] ?? '')) continue;
        if (story.only && !story.only(door)) continue;
        if (door.milder && !told[door.milder].has(story)) continue;
        it(story.name, { timeout: 300_000 }, async () => {
          const visit = await door.arrive();
          try {
            await story.tell(visit, door);
            const complaints = visit.complaints.filter((complaint) => !EXPECTED.test(complaint));
            assert.deepEqual(complaints, [], 'the pages complained');
          } catch (error) {
            await visit.place.page.screenshot({ path: failurePicture(door.name, story.name) }).catch(() => undefined);
            throw error;
          } finally {
            await visit.leave();
          }
        });
      }
    });
  }
}

function failurePicture(door: string, story: string): string {
  const name = `${door}-${story}`.replace(/[^a-z]+/gi, '-').toLowerCase();
  return `${import.meta.dirname}/results/failed-${name}.png`;
}
