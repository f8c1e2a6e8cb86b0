// A correct platform: SCORM 1.2 by scorm-again in its strict form, with a server that keeps what is committed.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { importPackage } from './package.ts';
import { body, serve, type Platform } from './platform.ts';

const KINDS: Record<string, string> = { '.htm': 'text/html; charset=utf-8', '.xml': 'text/xml' };

export interface Again extends Platform {
  /** The last committed data model of a learner, as JSON. */
  committed(learner: number): unknown;
}

export async function again(packagePath: string): Promise<Again> {
  const course = await importPackage(packagePath);
  const records = new Map<number, string>();
  const library = dirname(createRequire(import.meta.url).resolve('scorm-again'));
  const script = await readFile(join(library, 'scorm12.min.js'));

  const server = await serve(async (request, address, response) => {
    const learner = Number(address.searchParams.get('learner'));
    if (address.pathname === '/play') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(player(learner, `/lesson/${course.page}`, records.get(learner) ?? 'null'));
    } else if (address.pathname === '/scorm12.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
    } else if (address.pathname === '/commit') {
      records.set(learner, await body(request));
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"result":true,"errorCode":0}');
    } else {
      const file = course.files.get(address.pathname.replace('/lesson/', ''));
      const kind = KINDS[extname(address.pathname)] ?? 'application/octet-stream';
      response.writeHead(file ? 200 : 404, { 'content-type': kind }).end(file);
    }
  });

  return {
    launchAddress: (learner) => `${server.origin}/play?learner=${learner}`,
    close: server.close,
    committed: (learner) => JSON.parse(records.get(learner) ?? 'null') as unknown,
  };
}

/** The learner's page; what was committed last comes back, with a `<` that cannot close the script. */
function player(learner: number, page: string, record: string): string {
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>Plateforme</title><script src="/scorm12.js"></script></head>
<body style="margin:0">
<script>
  window.API = new Scorm12API({ lmsCommitUrl: '/commit?learner=${learner}', logLevel: 5 });
  var kept = ${record.replaceAll('<', '\\u003c')};
  if (kept && kept.cmi) API.loadFromJSON(kept.cmi, 'cmi');
  API.cmi.core.student_id = 'stagiaire-${learner}';
  API.cmi.core.student_name = 'Stagiaire ${learner}';
</script>
<iframe id="content_id" title="Leçon" width="1366" height="768" style="border:0" src="${page}"></iframe>
</body></html>`;
}
