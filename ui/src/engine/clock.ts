const two = (number: number): string => String(number).padStart(2, '0');

export function civilDate(at: Date): string {
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Local civil time as the engine reads it; `chosen` is a day of use that replaces today. */
export function civilNow(chosen: string | null, at: Date = new Date()): string {
  return `${chosen ?? civilDate(at)}T${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

/** A day that exists, or null. */
export function readDate(text: string | null): string | null {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const at = new Date(`${text}T12:00:00`);
  return !Number.isNaN(at.getTime()) && civilDate(at) === text ? text : null;
}

/** 64 bits of chance. `getRandomValues` needs no secure context, unlike its neighbours. */
export function drawChance(): bigint {
  return crypto.getRandomValues(new BigUint64Array(1))[0] ?? 0n;
}
