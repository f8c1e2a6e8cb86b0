/** The learning platform's object, found and spoken to in its own dialect: SCORM 1.2, or SCORM 2004. */

export type Status = 'incomplete' | 'completed' | 'passed' | 'failed';

/** What a lesson says and asks; every method may throw, since the platform's own code runs. */
export interface Platform {
  begin(): unknown;
  end(): unknown;
  commit(): unknown;
  /** What the platform knows of the learner and of the last opening. */
  status(): string;
  student(): string;
  location(): string;
  suspended(): string;
  /** Everything that a commit says besides the token; `spent` in milliseconds since this opening. */
  vector(status: Status, spent: number): [string, string][];
  /** The elements that keep a token, and how long a one may be offered to each. */
  places: { location: Place; suspended: Place };
  set(element: string, value: string): unknown;
}

export interface Place {
  element: string;
  most: number;
}

interface Api12 {
  LMSInitialize(parameter: ''): unknown;
  LMSFinish(parameter: ''): unknown;
  LMSGetValue(element: string): unknown;
  LMSSetValue(element: string, value: string): unknown;
  LMSCommit(parameter: ''): unknown;
}

interface Api2004 {
  Initialize(parameter: ''): unknown;
  Terminate(parameter: ''): unknown;
  GetValue(element: string): unknown;
  SetValue(element: string, value: string): unknown;
  Commit(parameter: ''): unknown;
}

interface Holder {
  API?: Api12;
  API_1484_11?: Api2004;
}

const FARTHEST = 10;

/** Looks for the platform's object in the frames above, then in the window that opened this one. */
export function findPlatform(from: Window = window): Platform | null {
  return (
    above(from) ??
    above(reach(() => from.opener as Window | null)) ??
    above(reach(() => from.top?.opener as Window | null))
  );
}

/** Where both stand side by side, 1.2 is taken: Dokeos shows an `API_1484_11` that keeps nothing. */
function above(start: Window | null): Platform | null {
  let window = start;
  for (let depth = 0; window !== null && depth <= FARTHEST; depth += 1) {
    const here = window as unknown as Holder & { parent: Window };
    const old = reach(() => here.API ?? null);
    if (old) return scorm12(old);
    const recent = reach(() => here.API_1484_11 ?? null);
    if (recent) return scorm2004(recent);
    const parent = reach(() => here.parent);
    window = parent === window ? null : parent;
  }
  return null;
}

/** A frame of another site throws on touch. */
export function reach<T>(read: () => T | null): T | null {
  try {
    return read() ?? null;
  } catch {
    return null;
  }
}

const text = (value: unknown): string => String(value ?? '');

export function scorm12(api: Api12): Platform {
  return {
    begin: () => api.LMSInitialize(''),
    end: () => api.LMSFinish(''),
    commit: () => api.LMSCommit(''),
    status: () => text(api.LMSGetValue('cmi.core.lesson_status')),
    student: () => text(api.LMSGetValue('cmi.core.student_id')),
    location: () => text(api.LMSGetValue('cmi.core.lesson_location')),
    suspended: () => text(api.LMSGetValue('cmi.suspend_data')),
    // The letter of 1.2 gives 255 and 4,096 signs; Dokeos and Moodle give more (18,003 signs came back from Dokeos), stricter ones say no.
    places: {
      location: { element: 'cmi.core.lesson_location', most: 18_000 },
      suspended: { element: 'cmi.suspend_data', most: 64_000 },
    },
    vector: (status, spent) => [
      ['cmi.core.lesson_status', status],
      ['cmi.core.exit', 'suspend'],
      ['cmi.core.session_time', sessionTime(spent)],
    ],
    set: (element, value) => api.LMSSetValue(element, value),
  };
}

/** One status of 1.2 is two of 2004: is it finished, is it successful. */
export function scorm2004(api: Api2004): Platform {
  return {
    begin: () => api.Initialize(''),
    end: () => api.Terminate(''),
    commit: () => api.Commit(''),
    status() {
      const success = text(api.GetValue('cmi.success_status'));
      if (success === 'passed' || success === 'failed') return success;
      return text(api.GetValue('cmi.completion_status'));
    },
    student: () => text(api.GetValue('cmi.learner_id')),
    location: () => text(api.GetValue('cmi.location')),
    suspended: () => text(api.GetValue('cmi.suspend_data')),
    places: {
      location: { element: 'cmi.location', most: 1_000 },
      suspended: { element: 'cmi.suspend_data', most: 64_000 },
    },
    vector: (status, spent) => [
      ['cmi.completion_status', status === 'incomplete' ? 'incomplete' : 'completed'],
      ['cmi.success_status', status === 'passed' || status === 'failed' ? status : 'unknown'],
      ['cmi.exit', 'suspend'],
      ['cmi.session_time', isoTime(spent)],
    ],
    set: (element, value) => api.SetValue(element, value),
  };
}

/** `HHHH:MM:SS.ss`, as SCORM 1.2 writes a duration. */
export function sessionTime(milliseconds: number): string {
  const hundredths = Math.floor(milliseconds / 10);
  const part = (value: number, width: number): string =>
    String(Math.floor(value)).padStart(width, '0');
  const hours = Math.min(hundredths / 360_000, 9999);
  return `${part(hours, 4)}:${part((hundredths / 6000) % 60, 2)}:${part((hundredths / 100) % 60, 2)}.${part(hundredths % 100, 2)}`;
}

/** `PT1H2M3.45S`, as SCORM 2004 writes a duration. */
export function isoTime(milliseconds: number): string {
  const hundredths = Math.floor(milliseconds / 10);
  const hours = Math.floor(hundredths / 360_000);
  const minutes = Math.floor(hundredths / 6000) % 60;
  const seconds = (hundredths % 6000) / 100;
  return `PT${hours}H${minutes}M${seconds}S`;
}
