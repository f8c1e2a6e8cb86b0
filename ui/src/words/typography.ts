const NO_BREAK = '\u00a0';

/** Puts the non-breaking spaces that French punctuation asks for. */
export function fr(text: string): string {
  return text
    .replace(/ ([?!:;»%€])/g, `${NO_BREAK}$1`)
    .replace(/« /g, `«${NO_BREAK}`)
    .replace(/(\d) (km|ans|mois|jours|caractères)\b/g, `$1${NO_BREAK}$2`);
}

/** `plural(2, 'fiche', 'fiches')` is « 2 fiches »; French counts 0 and 1 as one. */
export function plural(count: number, one: string, many: string): string {
  return `${formatCount(count)}${NO_BREAK}${Math.abs(count) < 2 ? one : many}`;
}

/**
 * How a number is written. The narrow space that Intl puts between groups of three is a seventh of an em in our letters, two
 * points on a classroom's screen: « 1765 » is read. A whole one shows.
 */
export function numbers(options?: Intl.NumberFormatOptions): (value: number) => string {
  const format = new Intl.NumberFormat('fr-FR', options);
  return (value) => format.format(value).replaceAll('\u202f', NO_BREAK);
}

export const formatCount = numbers();
