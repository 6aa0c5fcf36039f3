/**
 * The last step of the build: dist/script-inventory.json, then dist/integrity.json, which has the hash of every file in dist/ but
 * itself, in the form of Subresource Integrity; and those of the script tags in the README's examples.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { scriptInventory } from './script-inventory.mjs';

const project = fileURLToPath(new URL('../../', import.meta.url));
const dist = join(project, 'dist');
const integrityOf = (content) => `sha384-${createHash('sha384').update(content).digest('base64')}`;
const write = (file, value) => writeFileSync(join(dist, file), `${JSON.stringify(value, null, 2)}\n`);

/** By path with `/`, in an order that no locale changes. */
function builtFiles() {
  const files = readdirSync(dist, { recursive: true }).map(String).filter((file) => statSync(join(dist, file)).isFile());
  const paths = files.map((file) => file.replaceAll('\\', '/')).filter((file) => file !== 'integrity.json').sort();
  return new Map(paths.map((file) => [file, readFileSync(join(dist, file))]));
}

write('script-inventory.json', scriptInventory(builtFiles(), JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'))));
const files = builtFiles();
write('integrity.json', Object.fromEntries([...files].map(([file, content]) => [file, integrityOf(content)])));

const readme = join(project, 'README.md');
const before = readFileSync(readme, 'utf8');
const TAG = /(\/(shoji-card|shoji-members|return)\.js"[^>]*\bintegrity=")[^"]*/g;
const after = before.replace(TAG, (_, start, name) => start + integrityOf(files.get(`${name}.js`)));
if (before.match(TAG)?.length !== 3) throw new Error('README.md does not show the three script tags with their integrity');
if (after !== before) writeFileSync(readme, after);
