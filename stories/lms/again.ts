// A correct platform: scorm-again in its strict form, SCORM 1.2 or 2004, with a server that keeps what is committed.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { importPackage } from './package.ts';
import { body, serve, type Platform } from './platform.ts';

const KINDS: Record<string, string> = { '.htm': 'text/html; charset=utf-8', '.xml': 'text/xml' };

interface Edition {
  file: string;
  /** Where the committed data model keeps what a lesson says. */
  row(cmi: Committed): { status: string; location: string; suspend: string };
  /** Puts the platform's object where a lesson looks for it, with who learns. */
  script(learner: number, record: string): string;
}

/** The data model as it is committed, of either edition. */
interface Committed {
  suspend_data: string;
  core?: { lesson_status: string; lesson_location: string };
  completion_status?: string;
  location?: string;
}

const SCORM12: Edition = {
  file: 'scorm12.min.js',
  row: ({ core, suspend_data: suspend }) => ({
    status: core?.lesson_status ?? '',
    location: core?.lesson_location ?? '',
    suspend,
  }),
  script: (learner, record) => `
  window.API = new Scorm12API({ lmsCommitUrl: '/commit?learner=${learner}', logLevel: 5 });
  var kept = ${record};
  if (kept && kept.cmi) API.loadFromJSON(kept.cmi, 'cmi');
  API.cmi.core.student_id = 'stagiaire-${learner}';
  API.cmi.core.student_name = 'Stagiaire ${learner}';`,
};

const SCORM2004: Edition = {
  file: 'scorm2004.min.js',
  row: ({ completion_status: status = '', location = '', suspend_data: suspend }) => ({ status, location, suspend }),
  script: (learner, record) => `
  window.API_1484_11 = new Scorm2004API({ lmsCommitUrl: '/commit?learner=${learner}', logLevel: 5 });
  var kept = ${record};
  if (kept && kept.cmi) API_1484_11.loadFromJSON(kept.cmi, 'cmi');
  API_1484_11.cmi.learner_id = 'stagiaire-${learner}';
  API_1484_11.cmi.learner_name = 'Stagiaire ${learner}';`,
};

export const again = (packagePath: string) => play(packagePath, SCORM12);
export const again2004 = (packagePath: string) => play(packagePath, SCORM2004);

async function play(packagePath: string, edition: Edition): Promise<Platform> {
  const course = await importPackage(packagePath);
  const records = new Map<number, string>();
  const library = dirname(createRequire(import.meta.url).resolve('scorm-again'));
  const script = await readFile(join(library, edition.file));

  const server = await serve(async (request, address, response) => {
    const learner = Number(address.searchParams.get('learner'));
    if (address.pathname === '/play') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(player(edition, learner, `/lesson/${course.page}`, records.get(learner) ?? 'null'));
    } else if (address.pathname === '/scorm.js') {
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
    row(learner) {
      const kept = JSON.parse(records.get(learner) ?? '{}') as { cmi?: Committed };
      return kept.cmi ? edition.row(kept.cmi) : { status: '', location: '', suspend: '' };
    },
  };
}

/** The learner's page; what was committed last comes back, with a `<` that cannot close the script. */
function player(edition: Edition, learner: number, page: string, record: string): string {
  return `<!doctype html>
<html lang="fr"><head><meta charset="utf-8"><title>Plateforme</title><script src="/scorm.js"></script></head>
<body style="margin:0">
<script>${edition.script(learner, record.replaceAll('<', '\\u003c'))}
</script>
<iframe id="content_id" title="Leçon" width="1366" height="768" style="border:0" src="${page}"></iframe>
</body></html>`;
}
