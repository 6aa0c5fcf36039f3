/**
 * dist/ is committed, because storefronts pin it: it must be what a fresh build makes, and a build must not depend on its folder.
 * So must the integrity of the script tag in the README, which the build writes there.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = [
  'src', 'test/support',
  ...['built-files.mjs', 'fields.ts', 'listen.ts', 'point-at-sandbox.mjs', 'sandbox-command', 'sandbox-gateway', 'tsconfig.json'].map((name) => `demo/${name}`),
  'README.md', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.dts.json', 'vite.config.ts',
];

/** File contents by path. */
function read(folder) {
  const files = readdirSync(folder, { recursive: true }).map(String).filter((file) => statSync(join(folder, file)).isFile());
  return new Map(files.sort().map((file) => [file, readFileSync(join(folder, file))]));
}

function differences(a, b) {
  const names = new Set([...a.keys(), ...b.keys()]);
  return [...names].filter((name) => !a.get(name)?.equals(b.get(name) ?? Buffer.alloc(0)) || !b.has(name));
}

const pinsIn = (readme) => readme.match(/sha384-[\w+/=]{64}/g)?.join(' ');

const git = (...words) => execFileSync('git', words, { cwd: project, maxBuffer: 2 ** 26 });

/** Without its history there is nothing to compare with but what lies here. Any other failure of git is one of this check. */
const hasHistory = existsSync(join(project, '.git'));

const committedReadme = () => (hasHistory ? git('show', 'HEAD:README.md') : readFileSync(join(project, 'README.md'))).toString();

function committedDist() {
  if (!hasHistory) return read(join(project, 'dist'));
  const names = git('ls-tree', '-r', '--name-only', 'HEAD', 'dist').toString().split('\n').filter(Boolean);
  return new Map(names.map((name) => [name.slice('dist/'.length), git('show', `HEAD:${name}`)]));
}

const folders = ['first', 'second place'].map((name) => join(mkdtempSync(join(tmpdir(), 'shoji-dist-')), name));
try {
  const builds = folders.map((folder) => {
    for (const source of SOURCES) cpSync(join(project, source), join(folder, source), { recursive: true });
    symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'), 'junction');
    execFileSync('npm', ['run', '--silent', 'build'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
    return read(join(folder, 'dist'));
  });
  const unstable = differences(builds[0], builds[1]);
  const stale = differences(committedDist(), builds[0]);
  for (const file of unstable) console.error(`dist/${file} depends on where it is built`);
  for (const file of stale) console.error(`dist/${file} is not what a fresh build makes: run \`npm run build\` and commit it`);
  const isReadmeStale = pinsIn(readFileSync(join(folders[0], 'README.md'), 'utf8')) !== pinsIn(committedReadme());
  if (isReadmeStale) console.error('README.md has the integrity of another script: run `npm run build` and commit it');
  if (isReadmeStale || unstable.length || stale.length) process.exitCode = 1;
  else {
    const here = hasHistory ? 'in the repository' : 'in dist/ (there is no .git to compare with)';
    console.log(`dist/: ${builds[0].size} files, the same in two folders and ${here}`);
  }
} finally {
  for (const folder of folders) rmSync(join(folder, '..'), { recursive: true, force: true });
}
