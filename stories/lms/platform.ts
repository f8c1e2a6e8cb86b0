// What every platform of our own does: take a package in, serve its files, keep one record per learner.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Platform {
  launchAddress(learner: number): string;
  /** What is kept of a learner, where the platform's own shape lets it be told. */
  row?(learner: number): { status: string; location: string; suspend: string };
  close(): Promise<void>;
}

export type Answer = (request: IncomingMessage, address: URL, response: ServerResponse) => Promise<void> | void;

/** A server on a free loopback port. */
export async function serve(answer: Answer): Promise<{ origin: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const address = new URL(request.url ?? '/', 'http://platform');
    if (address.pathname === '/favicon.ico') return response.writeHead(204).end();
    Promise.resolve(answer(request, address, response)).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

export async function body(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
