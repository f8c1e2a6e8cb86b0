import { describe, expect, it } from 'vitest';

/** Every word that the screens say: constants, tables, and what functions answer to plausible arguments. */
const modules = import.meta.glob<Record<string, unknown>>(['./**/*.ts', '!./**/*.test.ts'], {
  eager: true,
});

/** What a machine can find wrong in a French sentence. */
const faults: [string, RegExp][] = [
  ['plain space before punctuation', / [;:!?»%€]/],
  ['plain space after «', /« /],
  ['straight apostrophe', /\p{L}'\p{L}/u],
  ['three dots', /\.\.\./],
  ['straight quotes', /"/],
  ['two spaces', /\S {2}\S/],
  ['English', /\b(the|and|with|error|loading|save|cancel|click|undefined|null|NaN)\b|\[object/i],
];

/** Read by a machine, not by a person: what a template asks for, a mark of the language of messages. */
const NOT_SAID = /^(typed|templates|typography)\.ts$/;
/** What a screen writes into the base: a text in the language of messages, the title of an appointment. */
const WRITTEN = ['messages.ts.conditionModel', 'inbox.ts.appointmentOf()'];

const samples: unknown[][] = [
  [2, 3, 4],
  [0, 1, 0],
  ['Rennes', 'Lyon', 'Meudon'],
  ['2026-11-23', '2026-11-24'],
  ['2026-11-23T10:00', 2],
  ['Rennes', 2, 3],
  ['customer', 2, 3],
  ['customer', 'Rennes', 2],
];

function answers(call: (...given: unknown[]) => unknown): unknown[] {
  return samples.flatMap((given) => {
    try {
      return [call(...given)];
    } catch {
      return [];
    }
  });
}

/** Every string below a value, with the way to it. */
function said(value: unknown, way: string, deep = 0): [string, string][] {
  if (typeof value === 'string') return [[way, value]];
  if (deep > 6 || value === null || value instanceof RegExp) return [];
  if (typeof value === 'function')
    return answers(value as (...given: unknown[]) => unknown).flatMap((answer) =>
      typeof answer === 'string' && !/undefined|NaN/.test(answer)
        ? ([[`${way}()`, answer]] as [string, string][])
        : [],
    );
  if (typeof value === 'object')
    return Object.entries(value).flatMap(([key, below]) => said(below, `${way}.${key}`, deep + 1));
  return [];
}

const words = Object.entries(modules)
  .map(([path, found]) => [path.slice(2), found] as const)
  .filter(([path]) => !NOT_SAID.test(path))
  .flatMap(([path, found]) => said(found, path))
  .filter(([way]) => !WRITTEN.includes(way));

describe('the words of the screens', () => {
  it('are all read', () => expect(words.length).toBeGreaterThan(2_000));

  it.each(faults)('hold no %s', (_, fault) => {
    const wrong = words
      .filter(([, text]) => fault.test(text))
      .map(([way, text]) => `${way}: ${text}`);
    expect([...new Set(wrong)]).toEqual([]);
  });
});
