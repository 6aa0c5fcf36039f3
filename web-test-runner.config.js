/** Component tests in every browser that is installed: `npx wtr`. `ONLY=chromium,webkit` leaves the others out. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { adapterAtSandbox } from './demo/point-at-sandbox.mjs';
import { CHROMIUM_ARGS, find } from './test/support/browsers.mjs';
import { hostedDocument, startStubOrigin } from './test/support/stub-origin.mjs';
import { webkitGtkLauncher } from './test/support/webkitgtk.mjs';
import { plainReporter } from './test/support/wtr-plain-reporter.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));
const only = process.env.ONLY?.split(',');
const wanted = (kind) => (!only || only.includes(kind)) && find(kind);

/** The second origin: the fields origin and the gateway at once. It ends with this process. */
const stub = await startStubOrigin();

/** A shop in a page of its own, as `?head` and `?attributes` have it. `?script` is where the script tag's files are. */
const shop = ({ head = '', attributes = '', script = '/dist/shoji-card.js' }) => `<!doctype html><html lang="en"><meta charset="utf-8" />
  <meta name="viewport" content="width=device-width, initial-scale=1" />${head}<title>A shop</title><script src="${script}"></script>
  <shoji-card shop-id="tshop00000001" environment="test" ${attributes}></shoji-card>`;

/**
 * What else the shop's origin has: a shop, the page at the return URL of 3-D Secure, a page that a form is sent to, and the hosted document on this origin, with its response header
 * and, a merchant's mistake, without; with what it loads. As built: the tool's own transformations never see them.
 */
const shopPages = async (context, next) => {
  const pages = {
    '/submitted': () => '<!doctype html><title>Submitted</title>',
    '/shop': () => shop(context.query),
    '/returned': () => '<!doctype html><title>Returned</title><script src="/dist/return.js" data-next="/submitted"></script>',
    '/hosted-on-this-origin.html': () => hostedDocument(stub.origin),
    '/opaque-on-this-origin.html': () => hostedDocument(stub.origin),
    '/gmo.js': () => adapterAtSandbox(stub.origin),
    '/romanise.js': () => readFile(`${root}dist/hosted/romanise.js`, 'utf8'),
  };
  if (!Object.hasOwn(pages, context.path)) return next();
  context.type = context.path.endsWith('.js') ? 'js' : 'html';
  if (context.path.startsWith('/opaque')) context.set('Content-Security-Policy', 'sandbox allow-scripts allow-forms');
  context.set('Access-Control-Allow-Origin', '*'); // an opaque origin loads what lies beside it across origins
  context.body = await pages[context.path]();
};

/** The script tag alone, as of a shop that did not upload what lies beside it. */
const loneScript = (context, next) => {
  if (context.path === '/lone/shoji-card.js') context.url = '/dist/shoji-card.js';
  return next();
};

/** The script tag's files under an address where a locale comes at the second attempt only. */
const asked = new Set();
const flakyLocales = (context, next) => {
  const found = /^\/flaky(?<run>-[\w-]+)(?<file>\/.+)$/.exec(context.path);
  if (!found) return next();
  const { run, file } = found.groups;
  if (file.startsWith('/locales/') && !asked.has(run + file)) {
    asked.add(run + file);
    context.status = 404;
    return undefined;
  }
  context.url = `/dist${file}`;
  return next();
};

export default {
  rootDir: root,
  files: ['elements', 'hosted', 'vault'].map((folder) => `${root}test/${folder}/**/*.test.ts`),
  nodeResolve: { exportConditions: ['production'] },
  middleware: [shopPages, loneScript, flakyLocales],
  plugins: [esbuildPlugin({ ts: true, tsconfig: `${root}tsconfig.json`, target: 'es2022' })],
  testRunnerHtml: (framework) => `<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Component tests</title>
        <script>globalThis.STUB_ORIGINS = ${JSON.stringify([stub.origin, stub.otherOrigin])};</script>
      </head>
      <body>
        <script type="module" src="${framework}"></script>
      </body>
    </html>`,
  // a test makes the element fail in its constructor on purpose
  filterBrowserLogs: ({ args }) => !args.some((text) => String(text).includes('already hosts a shadow tree')),
  reporters: [defaultReporter(), plainReporter()],
  concurrency: 1, // a page in the background gets no focus events
  concurrentBrowsers: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 240_000,
  testFramework: { config: { timeout: 20_000 } },
  browsers: [
    wanted('chromium') && chromeLauncher({ launchOptions: { executablePath: find('chromium'), args: CHROMIUM_ARGS } }),
    wanted('firefox') &&
      chromeLauncher({ puppeteer: puppeteerCore, launchOptions: { browser: 'firefox', executablePath: find('firefox') } }),
    wanted('webkit') && webkitGtkLauncher(),
  ].filter(Boolean),
};
