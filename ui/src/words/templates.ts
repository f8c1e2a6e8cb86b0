type Names = Record<string, string | null | undefined>;

/** Fills `{name}`; a piece between square brackets is left out when something it names is not known. */
export function fillTemplate(template: string, known: Names): string {
  return template
    .replace(/\[([^\]]*)\]/g, (_, piece: string) => filled(piece, known) ?? '')
    .replace(/\{(\w+)\}/g, (mark, name: string) => known[name] ?? mark);
}

function filled(piece: string, known: Names): string | null {
  const names = [...piece.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  if (names.some((name) => !known[name])) return null;
  return piece.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? '');
}
