/**
 * Installs and builds the apps: `node demo/frameworks/prepare.mjs react vue`, or all of them. What is installed stays while the app's
 * lock is the same, but for our own package, which is packed anew on every run, as npm would publish it.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** Builders take what is in node_modules for unchanging, so what they keep goes with it. */
const BUILT = ['build', 'dist', '.next', '.nuxt', '.output', '.svelte-kit', '.angular', '.astro', 'node_modules/.cache', 'node_modules/.vite', 'node_modules/.astro'];

export const folderOf = (name) => join(HERE, name);
export const manifestOf = (name) => JSON.parse(readFileSync(join(folderOf(name), 'package.json'), 'utf8'));

/** Not an app: a newer Node, for those that name one under `engines`. */
const NODE = 'node';

/** Every app there is. */
export const apps = () => readdirSync(HERE).filter((name) => name !== NODE && existsSync(join(HERE, name, 'package.json')));

const wantsNewerNode = (name) => Number(process.versions.node.split('.')[0]) < 24 && Boolean(manifestOf(name).engines);

/** What the scripts of an app run with. */
export const environmentOf = (name) => ({
  ...process.env,
  ...(wantsNewerNode(name) && { PATH: join(folderOf(NODE), 'node_modules/.bin') + delimiter + process.env.PATH }),
  NEXT_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  NG_CLI_ANALYTICS: 'false',
});

function npm(folder, words, env = process.env) {
  return execFileSync('npm', words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], shell: process.platform === 'win32', env });
}

function install(name) {
  const folder = folderOf(name);
  const installed = join(folder, 'node_modules/.installed-lock.json');
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  if (!existsSync(installed) || readFileSync(installed, 'utf8') !== lock) {
    npm(folder, ['ci', '--ignore-scripts', '--prefer-offline', '--fetch-retries=5', '--no-audit', '--no-fund', '--loglevel=error']);
    writeFileSync(installed, lock);
  }
}

function build(name) {
  const folder = folderOf(name);
  for (const built of BUILT) rmSync(join(folder, built), { recursive: true, force: true });
  npm(folder, ['run', '--silent', '--if-present', 'build'], environmentOf(name));
}

function installOurs(name, tarball) {
  const ours = join(folderOf(name), 'node_modules/shoji-card');
  rmSync(ours, { recursive: true, force: true });
  mkdirSync(ours);
  execFileSync('tar', ['-xzf', tarball, '-C', ours, '--strip-components=1']);
}

/**
 * @param {readonly string[]} names
 * @returns what became of each, the others of an app that cannot be built all the same
 */
export function prepare(names) {
  const prepared = new Map();
  const packed = mkdtempSync(join(tmpdir(), 'shoji-packed-'));
  try {
    const [{ filename }] = JSON.parse(npm(PROJECT, ['pack', '--json', '--silent', '--pack-destination', packed]));
    for (const name of names) {
      const started = Date.now();
      let isReady = true;
      try {
        if (wantsNewerNode(name)) install(NODE);
        install(name);
        installOurs(name, join(packed, filename));
        build(name);
      } catch (error) {
        isReady = false;
        console.error(error.stdout || error.message); // builders say there what is wrong
      }
      const seconds = (Date.now() - started) / 1000;
      prepared.set(name, { isReady, seconds });
      console.log(`${name}: ${isReady ? 'ready' : 'FAILED'}, ${seconds.toFixed(1)} s`);
    }
    return prepared;
  } finally {
    rmSync(packed, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = process.argv.slice(2);
  const prepared = prepare(names.length ? names : apps());
  process.exitCode = [...prepared.values()].every(({ isReady }) => isReady) ? 0 : 1;
}
