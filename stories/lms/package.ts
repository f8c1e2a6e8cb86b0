// Taking a SCORM package in as Dokeos 3.0 does: the zip's entries, then literal tag names in the manifest.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { inflateRawSync } from 'node:zlib';

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
  if (!resource.includes('adlcp:scormtype="sco"')) throw new Error('adlcp:scormtype="sco" is absent');
  const page = /href="([^"]+)"/.exec(resource)?.[1] ?? '';
  if (!files.has(page)) throw new Error(`${page} is not in the package`);
  return { title: inside(organization, 'title').replaceAll("'", ' '), page };
}

function inside(text: string, tag: string): string {
  const match = new RegExp(`<${tag}(?: [^>]*)?>([\\s\\S]*?)</${tag}>`).exec(text);
  if (!match?.[1]) throw new Error(`<${tag}> is absent`);
  return match[1];
}

/** Entries of a zip made of stored or deflated files. */
function unzip(bytes: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')) + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const method = bytes.readUInt16LE(at + 10);
    const size = bytes.readUInt32LE(at + 20);
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.toString('utf8', at + 46, at + 46 + (nameLength ?? 0));
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + size);
    if (!name.endsWith('/')) files.set(name, method === 0 ? packed : inflateRawSync(packed));
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (noteLength ?? 0);
  }
  return files;
}
