/**
 * `npm run verify`: all that a change has to pass. `npm test`, and what is known of the packages that reach a shopper: those that
 * are dependencies, and those that the build put into our own files although they are none.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { auditVerdict } from './audit-verdict.mjs';

const project = fileURLToPath(new URL('../../', import.meta.url));
const npm = (words, stdio) =>
  spawnSync('npm', words, { cwd: project, stdio, encoding: 'utf8', shell: process.platform === 'win32', maxBuffer: 2 ** 26 });
const ask = (...words) => npm(['audit', '--json', ...words], ['ignore', 'pipe', 'ignore']).stdout ?? '';

// it builds first: the bill of materials that is read next is this version's, unless the build failed, and then this fails, too
const { status } = npm(['test'], 'inherit');
const { components } = JSON.parse(readFileSync(new URL('../../dist/sbom.cdx.json', import.meta.url), 'utf8'));
const shipped = components.map(({ name }) => name);
const verdicts = {
  'npm audit --omit=dev': auditVerdict(ask('--omit=dev')),
  [`npm audit of ${shipped.join(', ')}`]: auditVerdict(ask(), shipped),
};
console.log(`\nnpm test: ${status === 0 ? 'passed' : 'FAILED'}`);
for (const [what, { kind, text }] of Object.entries(verdicts)) console.log(`${what}: ${kind === 'finding' ? 'FOUND ' : ''}${text}`);
process.exitCode = status === 0 && Object.values(verdicts).every(({ kind }) => kind !== 'finding') ? 0 : 1;
