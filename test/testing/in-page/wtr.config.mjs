/** `@web/test-runner` as a shop has it: the plugin, a launcher, and the sandbox. Started by in-page.test.ts. */
import { fileURLToPath } from 'node:url';
import { chromeLauncher } from '@web/test-runner-chrome';
import { startSandbox } from 'shoji-card/testing/sandbox';
import { shojiCardPlugin } from 'shoji-card/testing/web-test-runner';
import { CHROMIUM_ARGS, find } from '../../support/browsers.mjs';
import { plainReporter } from '../../support/wtr-plain-reporter.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const { fieldsOrigin, shopId, apiKey, publicKey } = await startSandbox(); // it ends with this process

export default {
  rootDir: root,
  files: [`${root}test/testing/in-page/*.wtr.js`],
  nodeResolve: true,
  plugins: [shojiCardPlugin()],
  testRunnerHtml: (framework) => `<!doctype html><html lang="ja"><meta charset="utf-8"><title>A shop’s component tests</title>
    <script src="${fieldsOrigin}/shoji-card.js"></script><script>globalThis.SHOP_ID = '${shopId}'; globalThis.V2 = 'gateway="gmo-v2" api-key="${apiKey}" public-key="${publicKey}"';</script>
    <script type="module" src="${framework}"></script></html>`,
  reporters: [plainReporter()],
  testFramework: { config: { timeout: 20_000 } },
  testsStartTimeout: 60_000,
  browsers: [chromeLauncher({ launchOptions: { executablePath: find('chromium'), args: CHROMIUM_ARGS } })],
};
