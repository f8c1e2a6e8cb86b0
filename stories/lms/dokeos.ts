// A hostile platform: Dokeos Community 3.0, the worst of those that must play the package, as observed on a
// running one. What it does wrong is done here on purpose; each oddity is named where it stands.
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { importPackage, type Course } from './package.ts';
import { body, serve, type Platform } from './platform.ts';

/** What the platform's database holds of one learner in this lesson. */
export interface Row {
  status: string;
  score: number;
  location: string;
  suspend: string;
  totalSeconds: number;
}

/** The item as PHP's session holds it: wiped at launch, written whole at each commit. */
interface Session extends Row {
  launched: boolean;
}

const FINISHED = ['completed', 'passed', 'failed'];

/** Anything else goes out as octet-stream, wasm, mjs, json and woff2 included. */
const KINDS: Record<string, string> = {
  '.htm': 'text/html',
  '.html': 'text/html',
  '.js': 'application/x-javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.xml': 'text/xml',
  '.txt': 'text/plain',
};

export interface Dokeos extends Platform {
  row(learner: number): Row;
  /** Addresses asked of the platform besides the player's own. */
  readonly asked: string[];
}

export async function dokeos(packagePath: string): Promise<Dokeos> {
  const course = await importPackage(packagePath);
  const rows = new Map<number, Row>();
  const sessions = new Map<number, Session>();
  const asked: string[] = [];
  const row = (learner: number): Row =>
    rows.get(learner) ?? { status: 'not attempted', score: 0, location: '', suspend: '', totalSeconds: 0 };
  const player = await readFile(join(import.meta.dirname, 'dokeos-player.html'), 'utf8');

  const server = await serve(async (request, address, response) => {
    const learner = Number(address.searchParams.get('learner') ?? /learner=(\d+)/.exec(request.headers.cookie ?? '')?.[1]);
    if (address.pathname === '/main/newscorm/lp_controller.php') {
      rewriteEntryPage(course);
      const session = launch(row(learner));
      sessions.set(learner, session);
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'set-cookie': `learner=${learner}; path=/` });
      response.end(fillPlayer(player, course, learner, session));
    } else if (address.pathname === '/main/newscorm/lp_ajax_save_item.php') {
      const session = sessions.get(learner);
      if (!session) throw new Error('no session');
      keep(session, JSON.parse(await body(request)) as Partial<Row>);
      rows.set(learner, { ...session });
      response.writeHead(200, { 'content-type': 'text/html' }).end('');
    } else if (address.pathname === '/main/glossary/glossary_ajax_request.php') {
      // Behind PHP and one session lock, the terms come when the lesson is already on screen.
      await new Promise((later) => setTimeout(later, 5000));
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(['client', 'véhicule', 'Accueil']));
    } else {
      asked.push(address.pathname);
      sendFile(course, address.pathname, sessions.has(learner), response);
    }
  });

  return {
    launchAddress: (learner) => `${server.origin}/main/newscorm/lp_controller.php?action=view&learner=${learner}`,
    close: server.close,
    row,
    asked,
  };
}

/** `restart()` with prevent_reinit: the score always, suspend_data unless finished. lesson_location survives. */
function launch(row: Row): Session {
  const suspend = FINISHED.includes(row.status) ? row.suspend : '';
  return { ...row, suspend, score: 0, launched: true };
}

/** `!empty()`: nothing, '' and 0 do not overwrite; the wiped item is then written whole. */
function keep(session: Session, sent: Partial<Row>): void {
  if (sent.status) session.status = sent.status.slice(0, 32);
  if (sent.score && sent.score <= 100) session.score = sent.score;
  if (sent.location) session.location = sent.location;
  if (sent.suspend) session.suspend = sent.suspend;
  if (sent.totalSeconds) session.totalSeconds += sent.totalSeconds;
}

/** Values are printed into the script between single quotes; only the ends of line are escaped. */
function fillPlayer(player: string, course: Course, learner: number, session: Session): string {
  const raw = (text: string) => text.replaceAll('\r', '\\r').replaceAll('\n', '\\n');
  const values: Record<string, string> = {
    title: course.title,
    student: String(learner),
    page: `/courses/SIMCRM/scorm/${course.folder}/${course.page}`,
    suspend: raw(session.suspend),
    location: raw(session.location),
    status: session.status,
  };
  return player.replace(/%(\w+)%/g, (_, name: string) => values[name] ?? '');
}

/** At every launch an entry page named `*.html` is searched for `<embed` and written again. */
function rewriteEntryPage(course: Course): void {
  if (!course.page.endsWith('.html')) return;
  const text = course.files.get(course.page)?.toString('utf8') ?? '';
  course.files.set(course.page, Buffer.from(text.replaceAll('<embed', '<embed wmode="opaque" ')));
}

/** Every file goes through a script that wants an open lesson, and forbids the browser to keep anything. */
function sendFile(course: Course, path: string, opened: boolean, response: import('node:http').ServerResponse): void {
  const start = `/courses/SIMCRM/scorm/${course.folder}/`;
  const file = path.startsWith(start) ? course.files.get(decodeURIComponent(path.slice(start.length))) : undefined;
  if (!opened || !file) {
    response.writeHead(opened ? 404 : 403).end();
    return;
  }
  response.writeHead(200, {
    'content-type': KINDS[extname(path)] ?? 'application/octet-stream',
    expires: 'Wed, 01 Jan 1990 00:00:00 GMT',
    'cache-control': 'public',
    pragma: '',
  });
  response.end(file);
}
