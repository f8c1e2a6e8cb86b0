import { beforeEach, expect, test, vi } from 'vitest';
import { findPlatform, isoTime, scorm12, scorm2004 } from './platform';
import { Lesson } from './scorm';

const hidden = new Map<string, (event: Event) => void>();
beforeEach(() => {
  hidden.clear();
  const listen = (kind: string, listener: (event: Event) => void) =>
    void hidden.set(kind, listener);
  vi.stubGlobal('document', { addEventListener: listen, visibilityState: 'hidden' });
  vi.stubGlobal('addEventListener', listen);
});

/** A platform that forgets between two openings all but the location, answers nothing after a commit, and chokes on quotes. */
function hostile(location = '', status = 'not attempted') {
  const log: string[] = [];
  let committed = false;
  const api = {
    LMSInitialize: () => {
      log.push('initialize');
      return 'true';
    },
    LMSFinish: () => {
      log.push('finish');
      return 'true';
    },
    LMSCommit: () => {
      log.push('commit');
      committed = true;
      return 'true';
    },
    LMSGetValue(element: string) {
      if (committed) return '';
      const values: Record<string, string> = {
        'cmi.core.lesson_location': location,
        'cmi.core.lesson_status': status,
        'cmi.core.student_id': '42',
      };
      return values[element] ?? '';
    },
    LMSSetValue(element: string, value: string) {
      expect(value).toMatch(/^[A-Za-z0-9._:-]{0,18000}$/);
      log.push(`${element.replace(/^cmi\.(core\.)?/, '')}=${value}`);
      return 'true';
    },
  };
  return { api, log };
}

test('a lesson begins incomplete, said at once, with what the last opening left', () => {
  const { api, log } = hostile('1.2026.520.2026-11-23.5');
  const lesson = Lesson.begin(scorm12(api));
  expect(lesson).toMatchObject({ student: '42', resume: ['1.2026.520.2026-11-23.5', ''] });
  expect(log[0]).toBe('initialize');
  expect(log).toContain('lesson_status=incomplete');
  expect(log.at(-1)).toBe('commit');
});

test('a status is never lowered', () => {
  const { api, log } = hostile('', 'passed');
  Lesson.begin(scorm12(api));
  expect(log).toContain('lesson_status=passed');
});

test('every commit says everything, when the page is hidden and only if something is new', () => {
  const { api, log } = hostile();
  const lesson = Lesson.begin(scorm12(api));
  log.length = 0;
  hidden.get('visibilitychange')?.(new Event('visibilitychange'));
  expect(log).toEqual([]);
  lesson?.leave('1.2026.520.2026-11-23.6', null);
  hidden.get('visibilitychange')?.(new Event('visibilitychange'));
  expect(log.map((line) => line.split('=')[0])).toEqual([
    'lesson_status',
    'exit',
    'session_time',
    'lesson_location',
    'suspend_data',
    'commit',
  ]);
  expect(log).toContain('lesson_location=1.2026.520.2026-11-23.6');
});

test('a lesson ends once', () => {
  const { api, log } = hostile();
  const lesson = Lesson.begin(scorm12(api));
  expect([lesson?.finish(), lesson?.finish()]).toEqual([true, true]);
  hidden.get('pagehide')?.(new Event('pagehide'));
  expect(log.filter((line) => line === 'finish')).toHaveLength(1);
});

test('the platform is found above, or in the window that opened ours, past frames that refuse to be touched', () => {
  const { api } = hostile();
  const top = { API: api } as unknown as Window;
  Object.assign(top, { parent: top });
  const closed = Object.defineProperty({}, 'API', {
    get() {
      throw new Error('SecurityError');
    },
  });
  Object.assign(closed, { parent: top });
  expect(findPlatform({ parent: closed } as unknown as Window)?.student()).toBe('42');

  const alone = { opener: { API: api, parent: null } } as unknown as Window;
  Object.assign(alone, { parent: alone, top: alone });
  expect(findPlatform(alone)?.student()).toBe('42');

  const nobody = {} as unknown as Window;
  Object.assign(nobody, { parent: nobody, top: nobody, opener: null });
  expect(findPlatform(nobody)).toBeNull();
});

test('without a platform, or with one that refuses to begin, the page stands alone', () => {
  expect(Lesson.begin(null)).toBeNull();
  expect(Lesson.begin(scorm12({ ...hostile().api, LMSInitialize: () => 'false' }))).toBeNull();
});

test('the other dialect says the same things by its own names, and is taken where it stands alone', () => {
  const said = new Map<string, string>();
  const recent = {
    Initialize: () => 'true',
    Terminate: () => 'true',
    Commit: () => 'true',
    GetValue: (element: string) => (element === 'cmi.learner_id' ? 'a7' : ''),
    SetValue: (element: string, value: string) => {
      said.set(element, value);
      return 'true';
    },
  };
  const lesson = Lesson.begin(scorm2004(recent));
  expect(lesson?.student).toBe('a7');
  lesson?.leave('1.2026.520.2026-11-23.6', null);
  expect(lesson?.finish()).toBe(true);
  expect([...said.keys()].sort()).toEqual([
    'cmi.completion_status',
    'cmi.exit',
    'cmi.location',
    'cmi.session_time',
    'cmi.success_status',
    'cmi.suspend_data',
  ]);
  expect(said.get('cmi.completion_status')).toBe('incomplete');
  expect(said.get('cmi.success_status')).toBe('unknown');
  expect(said.get('cmi.session_time')).toMatch(/^PT0H0M[\d.]+S$/);
  expect(isoTime(3_723_450)).toBe('PT1H2M3.45S');

  const beside = { API: hostile().api, API_1484_11: recent } as unknown as Window;
  Object.assign(beside, { parent: beside });
  expect(findPlatform(beside)?.student()).toBe('42');
  const only = { API_1484_11: recent } as unknown as Window;
  Object.assign(only, { parent: only });
  expect(findPlatform(only)?.student()).toBe('a7');
});

test('a lesson that was passed under the other dialect stays passed', () => {
  const said = new Map<string, string>();
  const lesson = Lesson.begin(
    scorm2004({
      Initialize: () => true,
      Terminate: () => true,
      Commit: () => true,
      GetValue: (element) => (element === 'cmi.success_status' ? 'passed' : 'incomplete'),
      SetValue: (element, value) => said.set(element, value) && 'true',
    }),
  );
  expect(lesson).not.toBeNull();
  expect(said.get('cmi.success_status')).toBe('passed');
  expect(said.get('cmi.completion_status')).toBe('completed');
});

test('the work goes where there is room for it, the short token where there is none', () => {
  const short = '1.2026.520.2026-11-23.6';
  const long = `${short}.6.900.${'a'.repeat(900)}`;
  const { api, log } = hostile();
  const strict = (element: string, value: string) =>
    element === 'cmi.core.lesson_location' && value.length > 255
      ? 'false'
      : api.LMSSetValue(element, value);
  for (const [LMSSetValue, location] of [
    [api.LMSSetValue, long],
    [strict, short],
  ] as const) {
    log.length = 0;
    const lesson = Lesson.begin(scorm12({ ...api, LMSSetValue }));
    lesson?.leave(short, long);
    expect(lesson?.finish()).toBe(true);
    expect(log).toContain(`lesson_location=${location}`);
    expect(log).toContain(`suspend_data=${long}`);
    expect(lesson?.hasRoomFor(long)).toBe(true);
    // What Dokeos suspends, it forgets: only its location counts, and only a strict platform keeps more elsewhere.
    expect(lesson?.hasRoomFor('a'.repeat(19_000))).toBe(location === short);
    expect(lesson?.hasRoomFor('a'.repeat(70_000))).toBe(false);
  }
});
