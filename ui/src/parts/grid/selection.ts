/** Rows chosen: those listed, or all but those listed. */
export interface Selection {
  all: boolean;
  refs: ReadonlySet<string>;
}

export const nobody: Selection = { all: false, refs: new Set() };
export const everybody: Selection = { all: true, refs: new Set() };

export function isSelected(selection: Selection, ref: string): boolean {
  return selection.all !== selection.refs.has(ref);
}

export function toggled(selection: Selection, ref: string): Selection {
  const refs = new Set(selection.refs);
  if (!refs.delete(ref)) refs.add(ref);
  return { all: selection.all, refs };
}

export function withRows(selection: Selection, rows: string[]): Selection {
  const refs = new Set(selection.refs);
  for (const ref of rows) {
    if (selection.all) refs.delete(ref);
    else refs.add(ref);
  }
  return { all: selection.all, refs };
}

export function countSelected(selection: Selection, total: number): number {
  return selection.all ? Math.max(0, total - selection.refs.size) : selection.refs.size;
}
