/// <reference types="node" />
// The one-file build: everything inside one page that works by double click and in an LMS frame.
//
// The entry runs as a classic script. Lazy chunks, the worker's source and the engine lie in inert elements:
// the browser neither parses nor compiles them before they are asked for, which is most of the start on a slow PC.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'vite';

const GLUE = 'virtual:engine-glue';
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Gives the engine's JavaScript side to the build of the one file, and nothing to the others. */
export function engineGlue(single: boolean): Plugin {
  const file = here('src/engine/wasm/engine.js');
  return {
    name: 'engine-glue',
    enforce: 'pre',
    resolveId: (id) => (id === GLUE ? (single ? file : `\0${GLUE}`) : null),
    load: (id) =>
      id === `\0${GLUE}`
        ? 'export default null; export const Door = null, __wbg_reset_state = null;'
        : null,
    // The engine is handed its bytes; it must never look for a file beside the page.
    transform: (code, id) =>
      id === file ? code.replace("new URL('engine_bg.wasm', import.meta.url)", 'undefined') : null,
  };
}

export function singleFile(browsers: string[]): Plugin {
  return {
    name: 'single-file',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('no page was built');
        const styles: string[] = [];
        const chunks: string[] = [];
        let entry = '';
        for (const [name, output] of Object.entries(bundle)) {
          if (output.type === 'chunk') {
            if (output.isEntry)
              entry = `__waiting=${JSON.stringify(name)};\n__run(function(require,module,exports){${output.code}\n})`;
            else chunks.push(inert('text/x-chunk', `chunk:${name}`, output.code));
          } else if (name.endsWith('.css')) {
            styles.push(
              `<style>${String(output.source).replaceAll('</style', '<\\/style')}</style>`,
            );
          } else if (output !== page) {
            throw new Error(`${name} is not inlined: one file means one file`);
          }
          if (output !== page) delete bundle[name];
        }
        const body = [
          inert('application/octet-stream', 'engine-wasm', packedEngine()),
          inert('text/x-worker', 'engine-worker', await workerSource(browsers)),
          ...schoolBase(process.env['SCHOOL_BASE']),
          ...chunks,
          `<script>${safe(REQUIRE)}\n${safe(entry)}</script>`,
        ].join('\n');
        page.source = String(page.source)
          .replace(/\s*<script type="module"[^>]*><\/script>/g, '')
          .replace(/\s*<link rel="(?:stylesheet|modulepreload)"[^>]*>/g, '')
          .replace('</head>', () => `${styles.join('\n')}\n</head>`)
          .replace('</body>', () => `${body}\n</body>`);
      },
    },
  };
}

/** What stands for Node's `require` in the page: runs an inert chunk, once. A script element, since a policy may refuse eval. */
const REQUIRE = `
var __modules = {}, __waiting;
function __run(body) {
  var module = { exports: {} };
  __modules[__waiting] = module;
  body(__require, module, module.exports);
}
function __require(path) {
  var name = path.replace(/^.*\\//, '');
  if (!__modules[name]) {
    var before = __waiting, script = document.createElement('script');
    __waiting = name;
    script.textContent = '__run(function(require,module,exports){' + document.getElementById('chunk:' + name).textContent + '\\n})';
    document.head.appendChild(script).remove();
    __waiting = before;
  }
  return __modules[name].exports;
}`;

function inert(type: string, id: string, text: string): string {
  return `<script type="${type}" id="${id}">${safe(text)}</script>`;
}

/** Inside a script element of a page: nothing may end it, nor look like a plug-in that a platform rewrites. */
function safe(code: string): string {
  return code.replace(/<(?=\/script|!--|embed)/gi, '\\x3c');
}

function packedEngine(): string {
  return gzipSync(readFileSync(here('src/engine/wasm/engine_bg.wasm')), { level: 9 }).toString(
    'base64',
  );
}

/** A trainer's workbook, with a mark that tells it from others: pages of two bases keep their work apart. */
function schoolBase(path: string | undefined): string[] {
  if (!path) return [];
  const workbook = readFileSync(path);
  const mark = createHash('sha256').update(workbook).digest('hex').slice(0, 16);
  const packed = gzipSync(workbook, { level: 9 }).toString('base64');
  return [
    `<script type="application/octet-stream" id="school-base" data-mark="${mark}">${packed}</script>`,
  ];
}

/** The worker is a classic script made of a blob: module workers of a blob are refused on file:// by Chromium. */
async function workerSource(browsers: string[]): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [engineGlue(true)],
    build: {
      write: false,
      target: browsers,
      lib: { entry: here('src/engine/worker-main.ts'), formats: ['iife'], name: 'engineWorker' },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (first === undefined || !('output' in first)) throw new Error('the worker was not built');
  return first.output[0].code;
}
