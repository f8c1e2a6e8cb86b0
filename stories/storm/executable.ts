// The executable as prey: killed with SIGKILL, found again on its folder of data.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { executable as program } from '../doors/shipped.ts';
import { Gone, type Prey, Refused } from './prey.ts';

const DAY = '2026-11-24';

export async function executablePrey(): Promise<Prey> {
  const data = await mkdtemp(join(tmpdir(), 'storm-data-'));
  let child: ChildProcess | undefined;
  let file: ArrayBuffer | null = null;

  const launch = () => {
    child = spawn(program(), ['--data', data, '--date', DAY, '--no-browser'], { stdio: ['ignore', 'pipe', 'ignore'] });
    return child;
  };
  const dead = async () => {
    if (child && child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };

  return {
    async start() {
      await dead();
      const lines = createInterface({ input: launch().stdout! });
      const address = await new Promise<string>((found, lost) => {
        lines.on('line', (line) => {
          const match = /http:\S+/.exec(line);
          if (match) found(match[0]);
          if (/abîmé|disparu/.test(line)) lost(new Error(line));
        });
        lines.once('close', () => lost(new Gone()));
      });
      const { origin } = new URL(address);
      const welcome = await fetch(address, { redirect: 'manual' });
      const cookie = welcome.headers.get('set-cookie')?.split(';')[0] ?? '';
      const headers = { Origin: origin, Cookie: cookie };
      const send = async (path: string, type: string, body: string | ArrayBuffer, more = {}) => {
        const request = { method: 'POST', body, headers: { ...headers, ...more, 'Content-Type': type } };
        try {
          const answer = await fetch(origin + path, request);
          return { answer, text: await answer.text() };
        } catch {
          throw new Gone();
        }
      };
      return async (name, input) => {
        const given = name === 'workbook.import' && file ? await send('/file', 'application/octet-stream', file) : null;
        const { answer, text } = await send(`/api/${name}`, 'application/json', JSON.stringify(input), given ? { 'X-File': given.text } : {});
        const made = answer.headers.get('x-file');
        if (made) file = await fetch(`${origin}/file/${made}`, { headers }).then((answer) => answer.arrayBuffer(), () => file);
        if (!answer.ok) throw new Refused((JSON.parse(text) as { code: string }).code, text);
        return JSON.parse(text) as unknown;
      };
    },
    kill: () => void child?.kill('SIGKILL'),
    async killAtStart(after) {
      await dead();
      const started = launch();
      setTimeout(() => started.kill('SIGKILL'), after);
      await dead();
    },
    async examine() {
      await dead();
      const { code, told } = await new Promise<{ code: number | null; told: string }>((done) => {
        const verifying = execFile(program(), ['verifier', join(data, 'simulateur.db')], (_, out, err) => done({ code: verifying.exitCode, told: out + err }));
      });
      return code === 0 ? null : told;
    },
    async leave() {
      child?.kill('SIGKILL');
      await dead();
      await rm(data, { recursive: true, force: true });
    },
  };
}
