/**
 * WebKitGTK for tests: finds, starts and drives Debian's WebKitWebDriver + MiniBrowser,
 * with no npm dependency (classic WebDriver over fetch).
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export function findWebKit(env = process.env) {
  const driver = [env.WEBKIT_DRIVER_PATH, '/usr/bin/WebKitWebDriver'].find((p) => p && existsSync(p));
  const roots = ['/usr/lib', '/usr/libexec'].flatMap((r) =>
    existsSync(r) ? [r, ...readdirSync(r).filter((d) => d.endsWith('-linux-gnu')).map((d) => `${r}/${d}`)] : []);
  const browser = [env.WEBKIT_PATH, ...roots.flatMap((r) => ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((v) => `${r}/${v}/MiniBrowser`))]
    .find((p) => p && existsSync(p));
  return driver && browser ? { driver, browser } : undefined;
}

const freePort = () => new Promise((ok, no) => {
  const s = createServer().once('error', no).listen(0, '127.0.0.1', () => { const { port } = s.address(); s.close(() => ok(port)); });
});

/** A display: the one there is, or a private Xvfb. */
async function startDisplay(children) {
  if (process.env.DISPLAY || process.env.WAYLAND_DISPLAY) return {};
  const x = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  children.push(x);
  const n = await new Promise((ok, no) => {
    x.once('error', () => no(new Error('Xvfb is not installed (apt-get install xvfb)')));
    x.once('exit', () => no(new Error('Xvfb stopped')));
    x.stdio[3].once('data', (d) => ok(String(d).trim()));
  });
  return { DISPLAY: `:${n}` };
}

/** Nothing survives a session: the browser keeps no profile. */
export async function startWebKit({ acceptInsecureCerts = false, proxy } = {}) {
  const found = findWebKit();
  if (!found) throw new Error('WebKitGTK is not installed (apt-get install webkit2gtk-driver xvfb)');
  const children = [];
  const end = () => {
    process.off('exit', end);
    children.splice(0).reverse().forEach((c) => c.kill());
  };
  process.once('exit', end);
  const env = { ...process.env, ...(await startDisplay(children)), LANG: 'en_US.UTF-8', NO_AT_BRIDGE: '1' };
  const port = await freePort();
  children.push(spawn(found.driver, [`--port=${port}`], { stdio: 'ignore', env }));
  const base = `http://127.0.0.1:${port}`;
  const call = async (method, path, body) => {
    const content = method === 'POST' ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}) } : {};
    const r = await fetch(base + path, { method, ...content });
    const { value } = await r.json();
    if (!r.ok) throw Object.assign(new Error(`${value.error}: ${value.message}`), { code: value.error });
    return value;
  };
  for (let i = 0; ; i++) {
    try { await call('GET', '/status'); break; } catch (e) { if (i > 100) throw e; await sleep(50); }
  }
  const alwaysMatch = {
    browserName: 'MiniBrowser',
    acceptInsecureCerts,
    ...(proxy ? { proxy } : {}),
    'webkitgtk:browserOptions': { binary: found.browser, args: ['--automation'] },
  };
  const { sessionId, capabilities } = await call('POST', '/session', { capabilities: { alwaysMatch } }).catch((e) => { end(); throw e; });
  const s = `/session/${sessionId}`;
  return {
    capabilities,
    get: (p) => call('GET', s + p),
    post: (p, b) => call('POST', s + p, b),
    del: (p) => call('DELETE', s + p),
    goto: (url) => call('POST', s + '/url', { url }),
    run: (script, ...args) => call('POST', s + '/execute/sync', { script, args }),
    async close() { await call('DELETE', s).catch(() => {}); end(); },
  };
}

/** A launcher for @web/test-runner. */
export function webkitGtkLauncher() {
  let driver; let starting; const active = new Map();
  const up = () => (starting ??= startWebKit().then((d) => (driver = d)));
  return {
    name: 'WebKitGTK', type: 'webdriver', concurrency: 1,
    async startSession(id, url) { active.set(id, url); await (await up()).goto(url); },
    isActive: (id) => active.has(id),
    getBrowserUrl: (id) => active.get(id),
    async stopSession(id) { active.delete(id); await driver.goto('about:blank'); return {}; },
    async startDebugSession(_id, url) { await (await up()).goto(url); },
    async stop() { await driver?.close(); driver = starting = undefined; },
  };
}
