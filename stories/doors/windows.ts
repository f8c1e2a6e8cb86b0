// The Windows executable, under Wine: on a stick whose name has spaces and accents, its data beside it.
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWine, type Wine } from '../wine/wine.ts';
import type { Door } from './door.ts';
import { visitProgram } from './program.ts';
import { windowsExecutable } from './shipped.ts';

let wine: Promise<Wine> | undefined;

export const windows: Door = {
  name: 'Windows',
  inBrowser: false,
  milder: 'windows',
  async arrive() {
    wine ??= openWine();
    const system = await wine;
    const top = await mkdtemp(join(tmpdir(), 'stories-stick-'));
    const folder = join(top, 'Clé USB de Zoé', 'Élève nº 1');
    await mkdir(folder, { recursive: true });
    const program = join(folder, 'Simulateur à l’école.exe');
    await copyFile(windowsExecutable(), program);
    const visit = await visitProgram(
      (words, stdio) => system.start(program, words, folder, stdio),
      folder,
      () => rm(top, { recursive: true, force: true, maxRetries: 5 }),
    );
    if (visit.program) visit.program.shown = system.shown;
    return visit;
  },
  async close() {
    await (await wine)?.close();
    wine = undefined;
  },
};
