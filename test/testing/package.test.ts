/** The package as npm packs it, in an empty project: its commands are there, and its sandbox takes a payment. */
import assert from 'node:assert/strict';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type * as testing from 'shoji-card/testing';
import type { SandboxAddresses } from 'shoji-card/testing/sandbox';
import { CARD, CHALLENGED, inPage, launch } from './chromium.ts';
import { openSmallShop } from './small-shop.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const shell = process.platform === 'win32';

describe('the package', { timeout: 180_000 }, () => {
  let project: string;
  const installed = (path: string) => join(project, 'node_modules/shoji-card', path);

  before(() => {
    project = mkdtempSync(join(tmpdir(), 'shoji-package-'));
    const said = execFileSync('npm', ['pack', '--json', '--pack-destination', project], { cwd: ROOT, encoding: 'utf8', shell });
    const [packed] = JSON.parse(said) as [{ filename: string }];
    writeFileSync(join(project, 'package.json'), '{ "name": "a-shop", "private": true, "type": "module" }');
    const words = ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts', join(project, packed.filename)];
    execFileSync('npm', words, { cwd: project, stdio: ['ignore', 'ignore', 'inherit'], shell });
  });
  after(() => {
    rmSync(project, { recursive: true, force: true });
  });

  it('has every file that it exports, and every type', () => {
    const { exports, bin } = JSON.parse(readFileSync(installed('package.json'), 'utf8')) as Record<'exports' | 'bin', object>;
    const targets = JSON.stringify([exports, bin]).match(/(?:\.\/)?dist\/[^"]+/g) ?? [];
    assert.ok(targets.length > 15);
    assert.deepEqual(targets.filter((path) => !existsSync(installed(path))), []);
  });

  it('depends on Lit alone', () => {
    const names = execFileSync('npm', ['ls', '--parseable', '--all'], { cwd: project, encoding: 'utf8', shell });
    assert.match(names, /node_modules.lit$/m);
    assert.doesNotMatch(names, /hono|iconv|playwright|web.test-runner/);
    const { dependencies } = JSON.parse(readFileSync(installed('package.json'), 'utf8')) as { dependencies: object };
    assert.deepEqual(Object.keys(dependencies), ['lit']);
  });

  it('helps', () => {
    const said = execFileSync('npx', ['--no-install', 'shoji-sandbox', '--help'], { cwd: project, encoding: 'utf8', shell });
    assert.match(said, /^shoji-sandbox \[--port 3001\]/);
    assert.match(said, /getToken +ok drop silent/);
  });

  it('prints a tag for each version of the token script', async () => {
    const command = spawn(process.execPath, [installed('dist/sandbox/shoji-sandbox.js'), '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      let said = '';
      for await (const line of createInterface({ input: command.stdout })) {
        said += `${line}\n`;
        if (line.startsWith('faults')) break;
      }
      assert.match(said, /^<shoji-card name="token" shop-id="tshop\d+" environment="test">/m);
      assert.match(said, /^<shoji-card name="token" gateway="gmo-v2" api-key="[!-~]+" public-key="MI[\w+/]+=*" environment="test">/m);
    } finally {
      const ended = once(command, 'exit');
      command.kill();
      await ended;
    }
  });

  it('does not start the sandbox by being imported', () => {
    const code = `import { startSandbox } from 'shoji-card/testing/sandbox'; import 'shoji-card/testing'; console.log(typeof startSandbox);`;
    writeFileSync(join(project, 'imports.js'), code);
    assert.equal(execFileSync(process.execPath, ['imports.js'], { cwd: project, encoding: 'utf8' }), 'function\n');
  });

  it('refuses a fault and a port that there are not', () => {
    for (const [words, complaint] of [[['--fault', 'getToken=nonsense'], /no such fault/], [['--port', 'x'], /--port is a number/], [['--nonsense'], /nonsense/]] as const) {
      assert.throws(() => execFileSync(process.execPath, [installed('dist/sandbox/shoji-sandbox.js'), ...words], { stdio: 'pipe' }), complaint);
    }
  });

  describe('with its sandbox running', () => {
    let command: ChildProcess;
    let addresses: SandboxAddresses;

    before(async () => {
      const words = [installed('dist/sandbox/shoji-sandbox.js'), '--json', '--port', '0', '--fault', 'getToken'];
      command = spawn(process.execPath, words, { cwd: project, stdio: ['ignore', 'pipe', 'inherit'] });
      assert.ok(command.stdout);
      const [line] = (await once(createInterface({ input: command.stdout }), 'line')) as [string];
      addresses = JSON.parse(line) as SandboxAddresses;
    });
    after(async () => {
      const ended = once(command, 'exit');
      command.kill();
      await ended;
    });

    it('goes wrong from the start, then takes a payment end to end', async (t) => {
      const { cardOf, answerChallenge } = (await import(pathToFileURL(installed('dist/testing.js')).href)) as typeof testing;
      const shop = await openSmallShop(addresses);
      const browser = await launch();
      t.after(() => Promise.all([shop.close(), browser.close()]));
      await inPage(browser, shop.origin, async (page) => {
        const errors = page.evaluate(
          () => new Promise<string>((resolve) => addEventListener('shoji-error', (event) => resolve((event as unknown as { error: { code: string } }).error.code))),
        );
        const card = await cardOf(page.locator('shoji-card'));
        await card.fill(CARD);
        await page.getByRole('button').click();
        assert.equal(await errors, 'gateway-unreachable');

        const answer = await fetch(`${addresses.gatewayUrl}/sandbox/faults`, { method: 'POST', body: '{"reset":true}' });
        assert.equal(((await answer.json()) as { getToken: string }).getToken, 'ok');
        await card.fill(CHALLENGED);
        await page.getByRole('button').click();
        await answerChallenge(page);
        await page.getByRole('heading', { name: 'ありがとうございました' }).waitFor();
      });
      const state = (await (await fetch(`${addresses.gatewayUrl}/sandbox/state`)).json()) as { transactions: { status: string }[] };
      assert.deepEqual(state.transactions.map(({ status }) => status), ['AUTH']);
    });

    it('serves the package’s own files at both addresses', async () => {
      const served = await (await fetch(`${addresses.fieldsUrl}/shoji-card.js`)).text();
      assert.equal(served, readFileSync(installed('dist/shoji-card.js'), 'utf8'));
      assert.match(addresses.fieldsOrigin, /^http:\/\/fields\.localhost:\d+$/);
    });
  });
});
