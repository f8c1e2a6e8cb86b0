// The shipped files, as a person receives them.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const DIST = join(import.meta.dirname, '../../dist');

function shipped(name: string): string {
  const path = join(DIST, name);
  if (!existsSync(path)) throw new Error(`${path} is absent: run cargo xtask dist`);
  return path;
}

export const executable = () => shipped(process.platform === 'win32' ? 'simulateur-crm.exe' : 'simulateur-crm');
export const singlePage = () => shipped('simulateur-crm.html');

const zip = (kind: string) =>
  shipped(readdirSync(DIST).find((file) => file.startsWith(`simulateur-crm-${kind}-`)) ?? `simulateur-crm-${kind}-<version>.zip`);

export const scormPackage = () => zip('scorm');
export const scorm2004Package = () => zip('scorm2004');
