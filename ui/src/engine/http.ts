import { EngineFailure, failureFrom } from './failure';
import type { Transport } from './transport';

/** The way to the executable that served this page. */
export const http: Transport = {
  async call(name, input) {
    const response = await send(name, input);
    const text = await response.text();
    if (response.ok) return text;
    if (response.status === 401 || response.status === 403)
      throw new EngineFailure({ code: 'refused' });
    throw failureFrom(text);
  },
};

async function send(name: string, input: string): Promise<Response> {
  try {
    return await fetch(`/api/${name}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: input,
      credentials: 'same-origin',
      cache: 'no-store',
    });
  } catch {
    throw new EngineFailure({ code: 'unreachable' });
  }
}
