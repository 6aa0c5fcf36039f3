/** The two halves for tests that run in the page, under `@web/test-runner` itself. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { it } from 'node:test';
import { promisify } from 'node:util';

const WTR = fileURLToPath(new URL('../../node_modules/@web/test-runner/dist/bin.js', import.meta.url));
const CONFIG = fileURLToPath(new URL('in-page/wtr.config.mjs', import.meta.url));

it('a test in the page fills the fields through the plugin, in Chromium', { timeout: 120_000 }, async () => {
  const { stdout } = await promisify(execFile)(process.execPath, [WTR, '--config', CONFIG]).catch((error: unknown) => error as { stdout: string });
  assert.match(stdout, /^6 passed, 0 failed$/m, stdout);
});
