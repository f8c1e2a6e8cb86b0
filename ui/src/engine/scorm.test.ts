import { beforeEach, expect, test, vi } from 'vitest';
import { Lesson, findApi } from './scorm';

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
      expect(value).toMatch(/^[A-Za-z0-9._:-]{0,255}$/);
      log.push(`${element.replace(/^cmi\.(core\.)?/, '')}=${value}`);
      return 'true';
    },
  };
  return { api, log };
}

test('a lesson begins incomplete, said at once, with what the last opening left', () => {
  const { api, log } = hostile('1.2026.520.2026-11-23.5');
  const lesson = Lesson.begin(api);
  expect(lesson).toMatchObject({ student: '42', resume: '1.2026.520.2026-11-23.5' });
  expect(log[0]).toBe('initialize');
  expect(log).toContain('lesson_status=incomplete');
  expect(log.at(-1)).toBe('commit');
});

test('a status is never lowered', () => {
  const { api, log } = hostile('', 'passed');
  Lesson.begin(api);
  expect(log).toContain('lesson_status=passed');
});

test('every commit says everything, when the page is hidden and only if something is new', () => {
  const { api, log } = hostile();
  const lesson = Lesson.begin(api);
  log.length = 0;
  hidden.get('visibilitychange')?.(new Event('visibilitychange'));
  expect(log).toEqual([]);
  lesson?.leave('1.2026.520.2026-11-23.6');
  hidden.get('visibilitychange')?.(new Event('visibilitychange'));
  expect(log.map((line) => line.split('=')[0])).toEqual([
    'lesson_status',
    'lesson_location',
    'suspend_data',
    'exit',
    'session_time',
    'commit',
  ]);
  expect(log).toContain('lesson_location=1.2026.520.2026-11-23.6');
});

test('a lesson ends once', () => {
  const { api, log } = hostile();
  const lesson = Lesson.begin(api);
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
  expect(findApi({ parent: closed } as unknown as Window)).toBe(api);

  const alone = { opener: { API: api, parent: null } } as unknown as Window;
  Object.assign(alone, { parent: alone, top: alone });
  expect(findApi(alone)).toBe(api);

  const nobody = {} as unknown as Window;
  Object.assign(nobody, { parent: nobody, top: nobody, opener: null });
  expect(findApi(nobody)).toBeNull();
});

test('without a platform, or with one that refuses to begin, the page stands alone', () => {
  expect(Lesson.begin(null)).toBeNull();
  expect(Lesson.begin({ ...hostile().api, LMSInitialize: () => 'false' })).toBeNull();
});
