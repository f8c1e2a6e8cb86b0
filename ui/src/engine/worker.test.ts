import { expect, test, vi } from 'vitest';
import { EngineFailure } from './failure';
import type { CallOrder, Order, Report } from './messages';
import type { MakePlace, PlaceListener } from './place';
import type { Answer } from './transport';
import { WorkerTransport } from './worker';

type Behaviour = (order: CallOrder, say: (report: Report) => void, die: () => void) => void;

const answer = (order: CallOrder, seq: number): Report => ({
  kind: 'answer',
  id: order.id,
  ok: true,
  output: order.name,
  seq,
  file: null,
});

const unsaid = {
  base: null,
  born: null,
  work: null,
  carries: false,
  afresh: false,
  date: null,
  life: '',
};

/** A transport over rooms that live and die as told: `lives` gives each one's count of changes at start, and what it does. */
function over(lives: { seq: number; does: Behaviour }[]) {
  const events: string[] = [];
  let started = 0;
  const make: MakePlace = (listener: PlaceListener) => {
    const life = lives[Math.min(started, lives.length - 1)];
    started += 1;
    const later = (report: Report) => queueMicrotask(() => listener.report(report));
    return {
      mortal: false,
      close: () => undefined,
      send(order: Order) {
        if (order.kind === 'start')
          later({
            kind: 'ready',
            seq: life?.seq ?? 0,
            born: '',
            kept: true,
            resumed: false,
            memory: null,
          });
        else life?.does(order, later, () => queueMicrotask(() => listener.broken()));
      },
    };
  };
  const start = {
    kind: 'start' as const,
    wasm: new Uint8Array(0),
    database: '',
    owner: '',
    seed: 0,
    size: 0,
    ...unsaid,
  };
  const transport = new WorkerTransport([make], () => start, {
    ready: () => undefined,
    replaced: (lost) => events.push(lost ? 'replaced, lost' : 'replaced'),
    memoryOnly: () => events.push('memory'),
    rescued: () => undefined,
    taken: () => transport.close(new EngineFailure({ code: 'other_tab' })),
    saved: (seq) => events.push(`saved ${seq}`),
    carried: () => undefined,
    changed: () => undefined,
  });
  return { transport, events, started: () => started };
}

const output = (call: Promise<Answer>): Promise<string> => call.then((answer) => answer.output);

const codeOf = (call: Promise<Answer>): Promise<string> =>
  call.then(
    () => 'answered',
    (failure: EngineFailure) => failure.code,
  );

test('calls are answered in order, one in hand at a time', async () => {
  let inHand = 0;
  const { transport, events } = over([
    {
      seq: 0,
      does: (order, say) => {
        inHand += 1;
        expect(inHand).toBe(1);
        queueMicrotask(() => {
          inHand -= 1;
          say(answer(order, order.id));
        });
      },
    },
  ]);
  await transport.open();
  expect(
    await Promise.all(['a', 'b', 'c'].map((name) => output(transport.call(name, '')))),
  ).toEqual(['a', 'b', 'c']);
  expect(events).toEqual(['saved 1', 'saved 2', 'saved 3']);
});

test('a command that a dead room had not kept is asked again', async () => {
  const { transport, events } = over([
    { seq: 4, does: (_, __, die) => die() },
    { seq: 4, does: (order, say) => say(answer(order, 5)) },
  ]);
  await transport.open();
  expect(await output(transport.call('add', ''))).toBe('add');
  expect(events).toEqual(['replaced', 'saved 5']);
});

test('the file of a command that a dead room had not kept goes again with it', async () => {
  const file = new Uint8Array([1, 2, 3]);
  const came: (Uint8Array | null)[] = [];
  const { transport } = over([
    {
      seq: 4,
      does: (order, _, die) => {
        came.push(order.file);
        die();
      },
    },
    {
      seq: 4,
      does: (order, say) => {
        came.push(order.file);
        say(answer(order, 5));
      },
    },
  ]);
  await transport.open();
  await transport.call('import', '', { file });
  expect(came).toEqual([file, file]);
});

test('a room that reports is not taken for dead, however long it works', async () => {
  vi.useFakeTimers();
  try {
    const { transport, events } = over([
      {
        seq: 0,
        does: (order, say) => {
          for (let minute = 1; minute < 10; minute += 1)
            setTimeout(() => say({ kind: 'progress', done: minute, total: 10 }), minute * 50_000);
          setTimeout(() => say(answer(order, 1)), 510_000);
        },
      },
    ]);
    await transport.open();
    const heard: number[] = [];
    const call = transport.call('export', '', { progress: (done) => heard.push(done) });
    await vi.advanceTimersByTimeAsync(600_000);
    expect(await output(call)).toBe('export');
    expect([heard, events]).toEqual([[1, 2, 3, 4, 5, 6, 7, 8, 9], ['saved 1']]);
  } finally {
    vi.useRealTimers();
  }
});

test('a change that was kept is never made twice', async () => {
  const { transport } = over([
    { seq: 4, does: (_, __, die) => die() },
    { seq: 5, does: (order, say) => say(answer(order, 5)) },
  ]);
  await transport.open();
  const later = transport.call('read', '');
  const first = codeOf(later);
  expect(await first).toBe('answer_lost');
  expect(await output(transport.call('read', ''))).toBe('read');
});

test('a command that kills two rooms is given up, and the next one is answered', async () => {
  const { transport, events, started } = over([
    {
      seq: 0,
      does: (order, say, die) => (order.name === 'poison' ? die() : say(answer(order, 0))),
    },
  ]);
  await transport.open();
  const poison = codeOf(transport.call('poison', ''));
  const read = transport.call('read', '');
  expect(await poison).toBe('command_lost');
  expect(await output(read)).toBe('read');
  expect([events, started()]).toEqual([['replaced', 'replaced'], 3]);
});

test('what memory alone held is said to be lost', async () => {
  const { transport, events } = over([
    { seq: 0, does: (order, say, die) => (order.name === 'add' ? say(answer(order, 1)) : die()) },
    { seq: 0, does: (order, say) => say(answer(order, 0)) },
  ]);
  await transport.open();
  await transport.call('add', '');
  await transport.call('read', '');
  expect(events).toContain('replaced, lost');
});

test('another tab takes the base: every call says so until it is opened again', async () => {
  const { transport } = over([
    { seq: 0, does: (_, say) => say({ kind: 'taken' }) },
    { seq: 7, does: (order, say) => say(answer(order, 7)) },
  ]);
  await transport.open();
  expect(await codeOf(transport.call('add', ''))).toBe('other_tab');
  expect(await codeOf(transport.call('read', ''))).toBe('other_tab');
  await transport.open();
  expect(await output(transport.call('read', ''))).toBe('read');
});

test('a base that the engine refuses is refused with its reason, and no other room is tried', async () => {
  let started = 0;
  const refusing: MakePlace = (listener) => ({
    mortal: false,
    close: () => undefined,
    send: () => {
      started += 1;
      queueMicrotask(() =>
        listener.report({ kind: 'failed', error: '{"code":"newer_data","found":9,"known":2}' }),
      );
    },
  });
  const start = {
    kind: 'start' as const,
    wasm: new Uint8Array(0),
    database: '',
    owner: '',
    seed: 0,
    size: 0,
    ...unsaid,
  };
  const nothing = {
    ready() {},
    replaced() {},
    memoryOnly() {},
    rescued() {},
    taken() {},
    saved() {},
    carried() {},
    changed() {},
  };
  const transport = new WorkerTransport([refusing], () => start, nothing);
  await expect(transport.open()).rejects.toMatchObject({ code: 'newer_data' });
  expect(started).toBe(1);
});
