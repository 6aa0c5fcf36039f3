/**
 * Whose code reaches a shopper: dist/sbom.cdx.json (CycloneDX 1.6, which is ECMA-424) and the licences that go with it. Neither a
 * time nor a serial number, both of which the format leaves open: the same sources make the same file. The few lines that the
 * bundler writes itself are its output, not a component.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Installed with Lit, but of no use to a browser. CycloneDX: "not reachable within a call graph at runtime". */
const NOT_IN_BROWSERS = new Set(['@lit-labs/ssr-dom-shim', '@types/trusted-types']);

/** The licence that a file of a package names where it is not the package's own, and its text where the package has none. */
const LICENCES = { 'MIT License': 'MIT' };
const MIT_TEXT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software
is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES
OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE
LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN
CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** The package that a module belongs to; undefined for our own and for what the bundler makes. */
const packageOf = (module) => /^(?!\0).*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(module)?.[1]?.replace('\\', '/');

const purlOf = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;
const byName = ([a], [b]) => (a < b ? -1 : 1);

/** @param contents - of each build, `bundled`: by file, the modules whose code is in it; `imported`: what the shop's bundler adds */
export function writeBillOfMaterials(project, contents) {
  const bundled = Object.fromEntries(contents.flatMap((each) => Object.entries(each.bundled)));
  const imported = [...new Set(contents.flatMap((each) => each.imported).map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)[0]))];
  const read = (...path) => readFileSync(join(project, ...path), 'utf8');
  const ours = JSON.parse(read('package.json'));
  const locked = JSON.parse(read('package-lock.json')).packages;
  const entryOf = (name) => {
    const entry = locked[`node_modules/${name}`];
    if (!entry?.integrity) throw new Error(`package-lock.json does not pin ${name}, which is shipped`);
    return entry;
  };

  /** By package: the files that it is in, and the modules that are. */
  const shipped = new Map();
  const noteOf = (name) => shipped.get(name) ?? shipped.set(name, { files: new Set(), modules: new Set() }).get(name);
  for (const [chunk, modules] of Object.entries(bundled)) {
    for (const module of modules) {
      const file = chunk === 'hosted/hosted.js' ? 'hosted/index.html' : chunk; // inlined
      const name = packageOf(module);
      if (name) noteOf(name).files.add(file) && noteOf(name).modules.add(module);
    }
  }
  const needs = (name) => Object.keys(entryOf(name).dependencies ?? {}).sort();
  const reached = new Set(imported);
  for (const name of reached) needs(name).forEach((each) => reached.add(each));
  for (const name of reached) noteOf(name);

  const parts = [...shipped].sort(byName).map(([name, { files, modules }]) => {
    const { version, license, integrity } = entryOf(name);
    const [, algorithm, digest] = /^(sha\d+)-(\S+)$/.exec(integrity) ?? [];
    const headers = [...modules].sort().map((module) => headerOf(readFileSync(module, 'utf8'))).filter(Boolean);
    const licences = [...new Set([license, ...headers.map((header) => header.licence)])];
    return { name, version, license, licences, algorithm, digest, headers, files: [...files].sort() };
  });
  const refs = new Map(parts.map(({ name, version }) => [name, purlOf(name, version)]));
  const refsOf = (names) => names.filter((name) => refs.has(name)).map((name) => refs.get(name));
  const root = purlOf(ours.name, ours.version);
  const written = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: {
        type: 'library',
        'bom-ref': root,
        name: ours.name,
        version: ours.version,
        description: ours.description,
        licenses: [{ license: { id: ours.license } }],
        purl: root,
      },
    },
    components: parts.map(({ name, version, licences, algorithm, digest, headers, files }) => ({
      type: 'library',
      'bom-ref': refs.get(name),
      name,
      version,
      scope: NOT_IN_BROWSERS.has(name) ? 'excluded' : 'required',
      hashes: [{ alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') }],
      licenses: licences.length > 1 ? [{ expression: licences.join(' AND ') }] : [{ license: { id: licences[0] } }],
      ...(headers.length && { copyright: [...new Set(headers.map(({ copyright }) => copyright))].join('; ') }),
      purl: refs.get(name),
      // where its code is: in these files, or, without one, in what the shop's bundler makes of the npm package
      ...(files.length && { properties: files.map((value) => ({ name: 'shoji-card:bundled-into', value })) }),
    })),
    dependencies: [
      { ref: root, dependsOn: refsOf(parts.filter(({ name, files }) => files.length || imported.includes(name)).map(({ name }) => name)) },
      ...parts.map(({ name }) => ({ ref: refs.get(name), dependsOn: refsOf(needs(name)) })),
    ],
    compositions: [{ aggregate: 'complete', dependencies: [root] }],
  };
  writeFileSync(join(project, 'dist/sbom.cdx.json'), `${JSON.stringify(written, null, 2)}\n`);

  const notices = parts.filter(({ files }) => files.length).map((part) => noticeOf(part, read('node_modules', part.name, 'LICENSE')));
  const rule = `\n\n${'-'.repeat(120)}\n\n`;
  const title = 'Code of others in the files of this folder. Keep this file with them.';
  writeFileSync(join(project, 'dist/THIRD-PARTY-NOTICES.txt'), `${[title, ...notices].join(rule)}\n`);
}

/** What a module says of itself, in the form that SPDX gives it. */
function headerOf(code) {
  const [, copyright, named] = /(Copyright [^\r\n]*)\r?\n\W*SPDX-License-Identifier: ([^\r\n]*)/.exec(code) ?? [];
  return copyright && { copyright: copyright.trim(), licence: LICENCES[named.trim()] ?? named.trim() };
}

function noticeOf({ name, version, license, licences, headers, files }, text) {
  const others = licences.filter((licence) => licence !== license);
  if (others.some((licence) => licence !== 'MIT')) throw new Error(`${name}: the text of ${others.join(', ')} is needed`);
  const said = [...new Set(headers.map(({ copyright, licence }) => `${copyright} (${licence})`))];
  const about = [`${name} ${version}, in ${files.join(', ')}`, ...said].join('\n');
  return [about, text.replace(/^\n+/, '').trimEnd(), ...(others.length ? [`MIT License\n\n${MIT_TEXT}`] : [])].join('\n\n');
}
