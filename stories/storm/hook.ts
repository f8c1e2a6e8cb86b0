// Our way in beside the page's: runs in the worker of the engine, and speaks to its room as the page does.

export interface StormScope {
  storm(name: string, text: string): Promise<{ ok: boolean; text: string; trapped: boolean }>;
}

interface Answer {
  kind: string;
  id?: number;
  ok?: boolean;
  output?: string;
  error?: string;
  file?: { bytes: Uint8Array } | null;
}

/** Self-contained: its text is sent to the worker. */
export function hook(): void {
  interface Scope extends StormScope {
    postMessage: (report: unknown, moved?: Transferable[]) => void;
    onmessage: (event: unknown) => void;
  }
  const scope = self as unknown as Scope;
  if (scope.storm !== undefined) return;
  const told = scope.postMessage.bind(scope);
  const waiting = new Map<number, (answer: { ok: boolean; text: string; trapped: boolean }) => void>();
  let last = 0;
  let file: Uint8Array | null = null;
  scope.postMessage = (report, moved) => {
    const answer = report as Answer;
    if (answer.kind === 'trapped') for (const done of waiting.values()) done({ ok: false, text: '', trapped: true });
    const done = answer.kind === 'answer' ? waiting.get(answer.id ?? 0) : undefined;
    if (!done) return told(report, moved);
    waiting.delete(answer.id ?? 0);
    if (answer.file) file = answer.file.bytes;
    done({ ok: answer.ok === true, text: answer.output ?? answer.error ?? '', trapped: false });
  };
  scope.storm = (name, text) =>
    new Promise((done) => {
      last -= 1;
      waiting.set(last, done);
      const order = { kind: 'call', id: last, name, input: text, file: name === 'workbook.import' ? file : null };
      scope.onmessage({ data: order });
    });
}
