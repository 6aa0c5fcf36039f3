/** The package as npm hands it out: packed, installed into an empty project, and used from there. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const project = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);
const bin = (name: string) => join(project, 'node_modules/.bin', name);

describe('the npm package', () => {
  let shop: string;
  let packed: { readonly filename: string; readonly files: readonly { readonly path: string }[] };

  before(async () => {
    shop = await mkdtemp(join(tmpdir(), 'shoji-shop-'));
    const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', shop], { cwd: project });
    const told = JSON.parse(stdout) as (typeof packed)[] | Record<string, typeof packed>;
    packed = Object.values(told)[0] as typeof packed;
    await writeFile(join(shop, 'package.json'), '{ "private": true, "type": "module" }');
    await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', join(shop, packed.filename)], { cwd: shop });
  }, { timeout: 180_000 });
  after(() => rm(shop, { recursive: true, force: true }));

  const inShop = (script: string) => run(process.execPath, ['--input-type=module', '--eval', script], { cwd: shop });

  it('has what users need, and nothing else', () => {
    const top = new Set(packed.files.map(({ path }) => path.split('/')[0]));
    assert.deepEqual([...top].sort(), ['CHANGELOG.md', 'LICENSE', 'README.ja.md', 'README.md', 'dist', 'package.json']);
    for (const file of ['dist/shoji-card.js', 'dist/hosted/index.html', 'dist/web-types.json', 'dist/html-custom-data.json', 'dist/types/frameworks/vue.d.ts']) {
      assert.ok(packed.files.some(({ path }) => path === file), file);
    }
    assert.deepEqual(packed.files.filter(({ path }) => /(?:^|\/)(?:test|demo|node_modules)\/|\.test\.|\.ts$/.test(path) && !path.endsWith('.d.ts')), []);
  });

  it('is right by publint', async () => {
    const { stdout } = await run(bin('publint'), ['--strict'], { cwd: project });
    assert.match(stdout, /All good/);
  });

  it('has types that every resolution finds, by are-the-types-wrong', async () => {
    const { stdout } = await run(bin('attw'), ['--format', 'json', '--config-path', join(project, '.attw.json'), join(shop, packed.filename)], { cwd: project });
    const { analysis, problems } = JSON.parse(stdout) as { analysis: { entrypoints: Record<string, unknown> }; problems?: unknown };
    assert.ok(Object.keys(analysis.entrypoints).length > 5);
    assert.deepEqual(Object.keys(problems ?? {}).filter((kind) => !['NoResolution', 'CJSResolvesToESM'].includes(kind)), []); // Node 10, and require()
  });

  it('can be imported where there is no page: nothing of it is touched, and nothing is asked for', async () => {
    const { stdout, stderr } = await inShop(`
      const asked = [];
      globalThis.fetch = (address) => { asked.push(String(address)); throw new Error('no'); };
      for (const name of ['document', 'window']) Object.defineProperty(globalThis, name, { get() { asked.push(name); } });
      const all = await import('shoji-card');
      const { ShojiCard } = await import('shoji-card/define');
      console.log(JSON.stringify({ names: Object.keys(all), same: all.ShojiCard === ShojiCard, tag: typeof ShojiCard, asked: asked.filter((name) => name.includes(':')) }));`);
    const { names, same, tag, asked } = JSON.parse(stdout) as { names: string[]; same: boolean; tag: string; asked: string[] };
    assert.ok(names.includes('ShojiCard') && names.includes('ShojiError'));
    assert.deepEqual({ same, tag, asked, stderr }, { same: true, tag: 'function', asked: [], stderr: '' });
  });

  it('renders on a server with React, as the plain tag', async () => {
    const react = JSON.parse(await readFile(join(project, 'package.json'), 'utf8')) as { devDependencies: Record<string, string> };
    const version = react.devDependencies['react'] ?? '';
    await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', `react@${version}`, `react-dom@${version}`], { cwd: shop });
    const { stdout } = await inShop(`
      import { createElement } from 'react';
      import { renderToString } from 'react-dom/server';
      import { ShojiCard } from 'shoji-card/react';
      console.log(renderToString(createElement(ShojiCard, { name: 'token', shopId: 'tshop00000001', environment: 'test', tokenCount: 2, consent: true, disabled: false, onToken() {} })));`);
    assert.equal(stdout.trim(), '<shoji-card name="token" environment="test" consent="" shop-id="tshop00000001" token-count="2"></shoji-card>');
  });
});
