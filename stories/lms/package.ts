// Taking a SCORM package in as Dokeos 3.0 does: the zip's entries, then literal tag names in the manifest.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { unzip } from '../files/zip.ts';

export interface Course {
  /** Folder on the platform: the zip's name, sanitised. */
  folder: string;
  title: string;
  /** Entry page, from the folder. */
  page: string;
  files: Map<string, Buffer>;
}

export async function importPackage(path: string): Promise<Course> {
  const name = basename(path);
  if (!/^[\x20-\x7e]+$/.test(name) || /php/i.test(name)) throw new Error(`${name}: the platform would rename it`);
  const files = unzip(await readFile(path));
  for (const file of files.keys()) {
    if (!/^[\w./-]+$/.test(file) || /\.(php.*|phtml)/i.test(file)) throw new Error(`${file}: refused name`);
  }
  const manifest = files.get('imsmanifest.xml')?.toString('utf8');
  if (!manifest) throw new Error('no imsmanifest.xml: not a SCORM package');
  return { folder: name.replace(/\.zip$/, '').replace(/[ -]+/g, ''), files, ...readManifest(manifest, files) };
}

/** Unprefixed tags and the exact prefix `adlcp`, as the platform's literal comparisons want them. */
function readManifest(text: string, files: Map<string, Buffer>): { title: string; page: string } {
  const organization = inside(text, 'organization');
  const items = text.match(/<item /g)?.length ?? 0;
  const resources = [...text.matchAll(/<resource ([^>]*)>/g)].map((match) => match[1] ?? '');
  if (items !== 1 || resources.length !== 1) throw new Error('one item and one resource are expected');
  if (/adlcp:(masteryscore|datafromlms|prerequisites)/.test(text)) throw new Error('a rule that acts by itself');
  const resource = resources[0] ?? '';
  const kind = text.includes('<schemaversion>1.2<') ? 'adlcp:scormtype="sco"' : 'adlcp:scormType="sco"';
  if (!resource.includes(kind)) throw new Error(`${kind} is absent`);
  const page = /href="([^"]+)"/.exec(resource)?.[1] ?? '';
  if (!files.has(page)) throw new Error(`${page} is not in the package`);
  return { title: inside(organization, 'title').replaceAll("'", ' '), page };
}

function inside(text: string, tag: string): string {
  const match = new RegExp(`<${tag}(?: [^>]*)?>([\\s\\S]*?)</${tag}>`).exec(text);
  if (!match?.[1]) throw new Error(`<${tag}> is absent`);
  return match[1];
}
