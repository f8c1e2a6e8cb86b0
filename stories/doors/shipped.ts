// The shipped files, as a person receives them.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const DIST = join(import.meta.dirname, '../../dist');

function shipped(name: string): string {
  const path = join(DIST, name);
  if (!existsSync(path)) throw new Error(`${path} is absent: run cargo xtask dist`);
  return path;
}

export const executable = () => shipped('simulateur-crm');
export const windowsExecutable = () => shipped('simulateur-crm.exe');
export const singlePage = () => shipped('simulateur-crm.html');

const zip = (kind: string) =>
  shipped(readdirSync(DIST).find((file) => file.startsWith(`simulateur-crm-${kind}-`)) ?? `simulateur-crm-${kind}-<version>.zip`);

export const scormPackage = () => zip('scorm');
/** What is said of the shipped files, and what the workbooks among them were made from. */
export const manifest = () =>
  JSON.parse(readFileSync(shipped('manifest.json'), 'utf8')) as { base: { day: string; seed: number; size: number } };

export const shippedBase = () => shipped(`base-ecole-${manifest().base.day}.xlsx`);

export const scorm2004Package = () => zip('scorm2004');
