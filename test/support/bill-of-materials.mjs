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

const purlOf = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;
const nameIn = (specifier) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)[0];
const ascending = (a, b) => (a < b ? -1 : 1);

/**
 * @param contents - of each build: `bundled`, by file the modules whose code is in it; `imported`, what a shop's bundler adds
 * @param forDevelopers - the same of what no shopper gets: not in the bill, but its licences go with it as well
 */
export function writeBillOfMaterials(project, contents, forDevelopers) {
  const read = (...path) => readFileSync(join(project, ...path), 'utf8');
  const lock = openLock(JSON.parse(read('package-lock.json')).packages);
  const ours = JSON.parse(read('package.json'));
  // a shop that uses `shoji-card/react` brings React itself
  const names = contents.flatMap((each) => each.imported).map(nameIn).filter((name) => !(name in ours.peerDependencies));
  const imported = names.map((name) => lock.find('', name));
  const bundledIn = (builds) => packagesIn(Object.assign({}, ...builds.map((each) => each.bundled)), lock);
  const partsOf = (found) => [...found].sort(([a], [b]) => ascending(a, b)).map(([place, each]) => partOf(place, each, lock));
  const parts = partsOf(addReached(imported, lock, bundledIn(contents)));
  const refs = new Map(parts.map(({ place, purl }) => [place, purl]));
  if (new Set(refs.values()).size < refs.size) throw new Error(`a package is shipped twice: ${[...refs.keys()].join(', ')}`);

  const root = purlOf(ours.name, ours.version);
  const refsOf = (places) => places.filter((place) => refs.has(place)).map((place) => refs.get(place));
  const direct = parts.filter(({ place, files }) => files.length || imported.includes(place)).map(({ place }) => place);
  const dependencies = [
    { ref: root, dependsOn: refsOf(direct) },
    ...parts.map(({ place, purl }) => ({ ref: purl, dependsOn: refsOf(lock.needs(place)) })),
  ];
  const bill = billOf(ours, root, parts.map(componentOf), dependencies);
  writeFileSync(join(project, 'dist/sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
  const bundled = [...parts.filter(({ files }) => files.length), ...partsOf(bundledIn(forDevelopers))];
  const notices = bundled.map((part) => noticeOf(part, read(part.place, 'LICENSE')));
  writeFileSync(join(project, 'dist/THIRD-PARTY-NOTICES.txt'), noticesOf(notices));
}

/** package-lock.json has packages by their places. One may lie in several: `node_modules/a`, `node_modules/b/node_modules/a`. */
export function openLock(packages) {
  const entryOf = (place) => {
    if (!packages[place]?.integrity) throw new Error(`package-lock.json does not pin ${place}, which is shipped`);
    return packages[place];
  };
  /** Where a package that lies in `place` gets this one from: its own node_modules, or the next one outwards. */
  const find = (place, name) => {
    const inside = `${place && `${place}/`}node_modules/${name}`;
    return inside in packages || !place ? inside : find(place.replace(/\/?node_modules\/(?:@[^/]+\/)?[^/]+$/, ''), name);
  };
  return {
    entryOf,
    find,
    needs: (place) => Object.keys(entryOf(place).dependencies ?? {}).sort().map((name) => find(place, name)),
    /** Of the package that a module belongs to; undefined for our own and for what the bundler makes. */
    placeOf(module) {
      const folder = /^(?!\0).*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/.exec(module)?.[0].replaceAll('\\', '/');
      if (folder === undefined) return undefined;
      // the longest that is locked: the project itself may lie in a node_modules
      const places = [...folder.matchAll(/(?<=\/)node_modules\//g)].map(({ index }) => folder.slice(index));
      return places.find((place) => place in packages) ?? places[0];
    },
  };
}

/** Into a document. */
const INLINED = {
  'hosted/hosted.js': 'hosted/index.html',
  'hosted/gmo-v2-hosted.js': 'hosted/gmo-v2.html',
  'hosted/gateway-fields-hosted.js': 'hosted/gateway-fields.html',
};

/** By place: the files that a package is in, and its modules that are. */
function packagesIn(bundled, lock) {
  const shipped = new Map();
  for (const [chunk, modules] of Object.entries(bundled)) {
    const file = INLINED[chunk] ?? chunk;
    for (const module of modules) {
      const place = lock.placeOf(module);
      if (place === undefined) continue;
      const found = foundAt(shipped, place);
      found.files.add(file);
      found.modules.add(module);
    }
  }
  return shipped;
}

/** And what the shop's bundler adds, with all that it needs. */
function addReached(imported, lock, shipped) {
  const reached = new Set(imported);
  for (const place of reached) {
    foundAt(shipped, place);
    for (const each of lock.needs(place)) reached.add(each);
  }
  return shipped;
}

function foundAt(shipped, place) {
  if (!shipped.has(place)) shipped.set(place, { files: new Set(), modules: new Set() });
  return shipped.get(place);
}

function partOf(place, { files, modules }, lock) {
  const { name = place.split('node_modules/').at(-1), version, license, integrity } = lock.entryOf(place); // a name: of an alias
  const [, algorithm, digest] = /^(sha\d+)-(\S+)$/.exec(integrity) ?? [];
  const headers = [...modules].sort().map((module) => headerOf(readFileSync(module, 'utf8'))).filter(Boolean);
  const licences = [...new Set([license, ...headers.map((header) => header.licence)])];
  const purl = purlOf(name, version);
  return { place, name, version, purl, license, licences, algorithm, digest, headers, files: [...files].sort() };
}

const billOf = (ours, root, components, dependencies) => ({
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
  components,
  dependencies,
  compositions: [{ aggregate: 'complete', dependencies: [root] }],
});

const componentOf = ({ name, version, purl, licences, algorithm, digest, headers, files }) => ({
  type: 'library',
  'bom-ref': purl,
  name,
  version,
  scope: NOT_IN_BROWSERS.has(name) ? 'excluded' : 'required',
  hashes: [{ alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') }],
  licenses: licences.length > 1 ? [{ expression: licences.join(' AND ') }] : [{ license: { id: licences[0] } }],
  ...(headers.length && { copyright: [...new Set(headers.map(({ copyright }) => copyright))].join('; ') }),
  purl,
  // where its code is: in these files, or, without one, in what the shop's bundler makes of the npm package
  ...(files.length && { properties: files.map((value) => ({ name: 'shoji-card:bundled-into', value })) }),
});

function noticesOf(notices) {
  const title = 'Code of others in the files of this folder. Keep this file with them.';
  return `${[title, ...notices].join(`\n\n${'-'.repeat(120)}\n\n`)}\n`;
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
