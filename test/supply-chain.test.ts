/**
 * The papers that every build writes, each held against another way to the same answer: the hashes against the platform's own, the
 * bill of materials against `npm sbom` and against a walk through the imports, the scripts against the hosted document's policy.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { apps } from '../demo/frameworks/prepare.mjs';
import { scriptTags } from './strict-page/readme-recipes.ts';
import { openLock } from './support/bill-of-materials.mjs';
import { scriptInventory } from './support/script-inventory.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const json = (path: string): unknown => JSON.parse(read(path));

/** Every file in dist/. */
const FILES: ReadonlyMap<string, Buffer> = new Map(
  readdirSync(join(ROOT, 'dist'), { recursive: true })
    .map((file) => String(file).replaceAll('\\', '/'))
    .filter((file) => statSync(join(ROOT, 'dist', file)).isFile())
    .sort()
    .map((file) => [file, readFileSync(join(ROOT, 'dist', file))]),
);
const PACKAGE = json('package.json') as {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, unknown>>;
};

const integrityOf = async (content: Uint8Array<ArrayBuffer>) =>
  `sha384-${Buffer.from(await crypto.subtle.digest('SHA-384', content)).toString('base64')}`;

/** The names of files that are not what the list says, or that one of the two does not have. */
async function mismatches(list: Readonly<Record<string, string>>, files: ReadonlyMap<string, Uint8Array>): Promise<string[]> {
  const names = [...new Set([...Object.keys(list), ...files.keys()])].filter((name) => name !== 'integrity.json');
  const wrong = await Promise.all(
    names.map(async (name) => {
      const content = files.get(name);
      return content && (await integrityOf(new Uint8Array(content))) === list[name] ? [] : [name];
    }),
  );
  return wrong.flat();
}

describe('dist/integrity.json', () => {
  const list = json('dist/integrity.json') as Readonly<Record<string, string>>;

  it('has the SHA-384 of every other file in dist/', async () => {
    assert.ok(FILES.size > 20);
    assert.deepEqual(await mismatches(list, FILES), []);
  });

  it('is in an order that does not change, and leaves only itself out', () => {
    assert.deepEqual(Object.keys(list), [...FILES.keys()].filter((name) => name !== 'integrity.json').sort());
  });

  it('tells of a file with one more byte, of one that is gone and of one that was added', async () => {
    const changed = new Map<string, Uint8Array>(FILES);
    changed.set('hosted/index.html', Buffer.concat([FILES.get('hosted/index.html') ?? Buffer.alloc(0), Buffer.from(' ')]));
    changed.delete('locales/th.js');
    changed.set('extra.js', Buffer.from('//'));
    assert.deepEqual((await mismatches(list, changed)).sort(), ['extra.js', 'hosted/index.html', 'locales/th.js']);
  });

  it('is what the README’s script tags have', () => {
    const tags = scriptTags();
    assert.ok(tags.length > 0);
    for (const tag of tags) {
      const file = /\/([\w-]+\.js)"/.exec(tag)?.[1] ?? '';
      assert.ok(tag.includes(`integrity="${list[file] ?? 'unknown'}"`), tag);
    }
  });
});

interface Component {
  readonly type: string;
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly scope: string;
  readonly hashes: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses: readonly { readonly license?: { readonly id: string }; readonly expression?: string }[];
  readonly copyright?: string;
  readonly purl: string;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}
interface Bill {
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
  readonly [key: string]: unknown;
}

/** What CycloneDX 1.6 asks of the parts that are used here (bom-1.6.schema.json), and what we ask besides. */
function faultsOf(bill: Bill): string[] {
  const faults: string[] = [];
  const demand = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault);
  };
  const keys = ['$schema', 'bomFormat', 'specVersion', 'version', 'metadata', 'components', 'dependencies', 'compositions'];
  demand(Object.keys(bill).every((key) => keys.includes(key)), 'an unknown key, or one that differs from build to build');
  demand(bill['bomFormat'] === 'CycloneDX' && bill['specVersion'] === '1.6' && bill['version'] === 1, 'the head');
  const refs = bill.components.map((each) => each['bom-ref']);
  const root = `pkg:npm/${PACKAGE.name}@${PACKAGE.version}`;
  demand(new Set([...refs, root]).size === refs.length + 1, 'a bom-ref that is not unique');
  for (const { type, name, version, scope, hashes, licenses, purl } of bill.components) {
    demand(type === 'library' && ['required', 'excluded'].includes(scope), `${name}: type or scope`);
    demand(/^\d+\.\d+\.\d+/.test(version) && purl === `pkg:npm/${name.replace('@', '%40')}@${version}`, `${name}: version or purl`);
    demand(hashes.length > 0 && hashes.every(({ alg, content }) => alg === 'SHA-512' && /^[\da-f]{128}$/.test(content)), `${name}: hash`);
    demand(licenses.length === 1 && licenses.every((each) => Boolean(each.license?.id) !== Boolean(each.expression)), `${name}: licence`);
  }
  demand(bill.dependencies.length === refs.length + 1, 'a component without its line in dependencies');
  for (const { ref, dependsOn } of bill.dependencies) {
    demand([ref, ...dependsOn].every((each) => each === root || refs.includes(each)), `${ref}: depends on something unknown`);
  }
  demand(!/timestamp|serialNumber/.test(JSON.stringify(bill)), 'something that differs from build to build');
  return faults;
}

/** Finds the file that a browser's bundler takes, as Node's documentation describes conditional exports. */
function resolve(specifier: string, from: string): string {
  if (specifier.startsWith('.')) {
    const path = join(dirname(from), specifier);
    const tries = [path, path.replace(/\.js$/, '.ts'), `${path}.js`];
    const found = tries.find((each) => existsSync(each));
    assert.ok(found, `${specifier} from ${from}`);
    return found;
  }
  const [, name = '', rest = ''] = /^((?:@[^/]+\/)?[^/]+)(.*)$/.exec(specifier) ?? [];
  const folder = join(ROOT, 'node_modules', name);
  const { exports, main = 'index' } = json(`node_modules/${name}/package.json`) as { exports?: Conditions; main?: string };
  const entry = exports === undefined ? main : targetOf(typeof exports === 'object' ? exports[`.${rest}`] : exports);
  assert.ok(entry, `${specifier} is exported`);
  const path = join(folder, entry);
  return existsSync(path) ? path : `${path}.js`;
}

type Conditions = string | { readonly [condition: string]: Conditions };
const targetOf = (conditions: Conditions | undefined): string | undefined => {
  if (typeof conditions !== 'object') return conditions;
  const first = Object.keys(conditions).find((key) => ['browser', 'production', 'import', 'default'].includes(key));
  return first && targetOf(conditions[first]);
};

const packageOf = (path: string) => /[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(path)?.[1]?.replace('\\', '/');

const COMPILER = { verbatimModuleSyntax: true, target: ts.ScriptTarget.ESNext };

/** The packages whose code is reached from a file, through imports of values; TypeScript finds the imports. */
function packagesFrom(entry: string, alias: Readonly<Record<string, string>> = {}): Set<string> {
  const files = new Set([entry]);
  for (const file of files) {
    const source = readFileSync(file, 'utf8');
    // in our own sources, what only types are taken from vanishes; a package's files are JavaScript already
    const code = file.endsWith('.ts') ? ts.transpileModule(source, { compilerOptions: COMPILER }).outputText : source;
    for (const { fileName } of ts.preProcessFile(code, true, true).importedFiles) {
      if (!builtinModules.includes(fileName)) files.add(resolve(alias[fileName] ?? fileName, file));
    }
  }
  return new Set([...files].map(packageOf).filter((name) => name !== undefined));
}

/** The same question, asked of npm: every package that is installed here. */
function npmSbom(): Map<string, Component> {
  const { stdout, stderr } = spawnSync('npm', ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    shell: process.platform === 'win32',
  });
  assert.ok(stdout, stderr);
  const components = (JSON.parse(stdout) as Bill).components.map((component) => [component['bom-ref'], component] as const);
  return new Map(components);
}

const isForDevelopment = ({ properties = [] }: Component) => properties.some(({ name }) => name === 'cdx:npm:package:development');

describe('dist/sbom.cdx.json', () => {
  const bill = json('dist/sbom.cdx.json') as Bill;
  const names = bill.components.map(({ name }) => name);
  const inScope = (scope: string) => bill.components.filter((each) => each.scope === scope).map(({ name }) => name);
  const bundledInto = (file: string) =>
    bill.components.filter(({ properties = [] }) => properties.some(({ value }) => value === file)).map(({ name }) => name);

  /** The entry of each built file, and what the build takes instead. */
  const ENTRIES: Readonly<Record<string, readonly [entry: string, alias?: Readonly<Record<string, string>>]>> = {
    'shoji-card.js': ['src/script-tag.ts', { lit: '@lit/reactive-element' }],
    'shoji-members.js': ['src/members-tag.ts', { lit: '@lit/reactive-element' }],
    'hosted/romanise.js': ['src/romaniser.ts'],
    'hosted/index.html': ['src/hosted-page.ts'],
  };

  it('has the form of CycloneDX, and nothing that differs from build to build', () => {
    assert.deepEqual(faultsOf(bill), []);
  });

  const [first] = bill.components;
  const broken: readonly (readonly [what: string, change: object])[] = [
    ['a serial number', { serialNumber: 'urn:uuid:00000000-0000-4000-8000-000000000000' }],
    ['another version of the format', { specVersion: '1.0' }],
    ['a component that is there twice', { components: [...bill.components, first] }],
    ['a component without a hash', { components: [{ ...first, hashes: [] }, ...bill.components.slice(1)] }],
    ['a purl of another version', { components: [{ ...first, purl: 'pkg:npm/lit@0.0.0' }, ...bill.components.slice(1)] }],
    ['a component without a licence', { components: [{ ...first, licenses: [] }, ...bill.components.slice(1)] }],
    ['a dependency that is not there', { components: bill.components.slice(1) }],
  ];
  for (const [what, change] of broken) {
    it(`would not pass with ${what}`, () => {
      assert.notDeepEqual(faultsOf({ ...bill, ...change }), []);
    });
  }

  for (const [file, [entry, alias]] of Object.entries(ENTRIES)) {
    it(`names the packages in ${file}, as a walk through its imports finds them`, () => {
      assert.deepEqual(bundledInto(file), [...packagesFrom(join(ROOT, entry), alias)].sort());
    });
  }

  it('has every built file’s packages in it: no other file has any', () => {
    const files = bill.components.flatMap(({ properties = [] }) => properties.map(({ value }) => value));
    assert.deepEqual([...new Set(files)].sort(), ['hosted/romanise.js', 'shoji-card.js', 'shoji-members.js']);
  });

  it('finds in the built files what their packages leave there', () => {
    const version = (name: string) => bill.components.find((each) => each.name === name)?.version ?? '';
    const textOf = (file: string) => FILES.get(file)?.toString('utf8') ?? '';
    for (const file of ['shoji-card.js', 'shoji-members.js']) {
      assert.match(textOf(file), new RegExp(`reactiveElementVersions[^;]{0,40}"${version('@lit/reactive-element')}"`));
      assert.doesNotMatch(textOf(file), /litHtmlVersions|litElementVersions/);
    }
    assert.match(textOf('hosted/romanise.js'), new RegExp(`/\\*! hepburn ${version('hepburn')}, copyright `));
    assert.doesNotMatch(textOf('hosted/index.html'), /reactiveElementVersions|litHtmlVersions/);
  });

  it('has what the npm package’s files import, and what that needs in a browser', () => {
    const outside = [...FILES.keys()]
      .filter((file) => /^[\w-]+\.js$/.test(file) && !['shoji-card.js', 'shoji-members.js'].includes(file))
      .flatMap((file) => ts.preProcessFile(FILES.get(file)?.toString('utf8') ?? '', true, true).importedFiles)
      .map(({ fileName }) => fileName)
      .filter((specifier) => !specifier.startsWith('.') && !(specifier in PACKAGE.peerDependencies)); // what the shop itself brings
    assert.deepEqual([...new Set(outside)], Object.keys(PACKAGE.dependencies));
    const reached = outside.flatMap((specifier) => [...packagesFrom(resolve(specifier, ROOT))]);
    const bundled = Object.keys(ENTRIES).flatMap(bundledInto);
    assert.deepEqual(inScope('required'), [...new Set([...reached, ...bundled])].sort());
  });

  it('agrees with npm on versions, licences and hashes, and on what comes with an installation', () => {
    const theirs = npmSbom();
    for (const { name, version, licenses, hashes } of bill.components) {
      const their = theirs.get(`${name}@${version}`);
      assert.ok(their, name);
      assert.deepEqual(hashes, their.hashes, name);
      const { license, expression } = licenses[0] ?? {};
      const ids = expression?.split(' AND ') ?? [license?.id];
      assert.equal(ids[0], their.licenses[0]?.license?.id, name);
    }
    const installed = [...theirs.values()].filter((each) => !isForDevelopment(each)).map(({ name }) => name);
    assert.deepEqual(installed.filter((name) => !names.includes(name)), []);
    assert.deepEqual(inScope('excluded'), installed.filter((name) => !inScope('required').includes(name)).sort());
  });

  it('says that the romanisation has code of two licences', () => {
    const hepburn = bill.components.find(({ name }) => name === 'hepburn');
    assert.equal(hepburn?.licenses[0]?.expression, 'Apache-2.0 AND MIT');
    assert.match(hepburn.copyright ?? '', /Lovell Fuller.*John Resig|John Resig.*Lovell Fuller/);
  });

  it('goes with the licences of all that is in the files', () => {
    const notices = FILES.get('THIRD-PARTY-NOTICES.txt')?.toString('utf8') ?? '';
    for (const { name, version, properties = [] } of bill.components) {
      if (!properties.length) continue;
      assert.ok(notices.includes(`${name} ${version}, in ${properties.map(({ value }) => value).join(', ')}\n`), name);
      assert.ok(notices.includes(read(`node_modules/${name}/LICENSE`).trim()), name);
    }
    assert.match(notices, /Copyright 2013 John Resig \(MIT\)[^]*Permission is hereby granted, free of charge/);
  });

  it('is explained by the README: one line for each package that is bundled or depended on', () => {
    const row = /^\| `([^`]+)` \| (dependency|in `[^`]+`)[^|]*\| [^|]{20,} \|$/gm;
    const rows = [...read('README.md').matchAll(row)].map(([, name, where]) => [name, where]);
    const expected = [
      ...Object.keys(PACKAGE.dependencies).map((name) => [name, 'dependency']),
      ...Object.keys(ENTRIES).flatMap((file) => bundledInto(file).map((name) => [name, `in \`${file}\``])),
    ];
    assert.deepEqual(rows, expected);
  });
});

describe('the apps of demo/frameworks, which npm installs from whatever registry it is set to', () => {
  interface Locked {
    readonly resolved?: string;
    readonly integrity?: string;
    readonly inBundle?: boolean;
  }
  for (const app of [...apps(), 'node']) {
    it(`${app}: exact versions, a hash of every package but ours, and no address`, () => {
      const { dependencies, devDependencies, optionalDependencies } = json(`demo/frameworks/${app}/package.json`) as Record<string, Record<string, string>>;
      const ranges = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
      assert.deepEqual(ranges, app === 'node' ? [] : [['shoji-card', 'file:../../..']]);
      const { packages } = json(`demo/frameworks/${app}/package-lock.json`) as { packages: Record<string, Locked> };
      const places = Object.keys(packages).filter((place) => place !== '' && place !== 'node_modules/shoji-card');
      assert.ok(places.length > 0);
      assert.deepEqual(places.filter((place) => packages[place]?.resolved ?? !(packages[place]?.integrity ?? packages[place]?.inBundle)), []);
    });
  }
});

describe('a package that lies in two places', () => {
  const inner = 'node_modules/@b/c/node_modules/a';
  const lock = openLock({
    'node_modules/a': { integrity: 'sha512-outer' },
    'node_modules/@b/c': { integrity: 'sha512-c', dependencies: { a: '2', d: '1' } },
    [inner]: { integrity: 'sha512-inner', dependencies: { d: '1' } },
    'node_modules/d': { integrity: 'sha512-d' },
    'node_modules/unpinned': {},
  });

  it('is the one whose folder the module is in', () => {
    assert.equal(lock.placeOf(`/shop/${inner}/src/index.js`), inner);
    assert.equal(lock.placeOf(`C:\\shop\\${inner.replaceAll('/', '\\')}\\index.js`), inner);
    assert.equal(lock.placeOf('/shop/node_modules/a/index.js'), 'node_modules/a');
    assert.equal(lock.placeOf('/somebody/node_modules/shop/node_modules/a/index.js'), 'node_modules/a');
  });

  it('is the nearest to who needs it', () => {
    assert.deepEqual(lock.needs('node_modules/@b/c'), [inner, 'node_modules/d']);
    assert.deepEqual(lock.needs(inner), ['node_modules/d']);
    assert.equal(lock.find('', 'a'), 'node_modules/a');
    assert.equal(lock.find('node_modules/d', 'a'), 'node_modules/a');
  });

  it('is none for our own files, and for what the bundler makes', () => {
    assert.equal(lock.placeOf('/shop/src/index.ts'), undefined);
    assert.equal(lock.placeOf('\0/shop/node_modules/a/index.js'), undefined);
  });

  it('has to be pinned', () => {
    assert.throws(() => lock.entryOf('node_modules/unpinned'), /does not pin node_modules\/unpinned/);
    assert.throws(() => lock.entryOf('node_modules/gone'), /does not pin node_modules\/gone/);
  });
});

describe('dist/script-inventory.json', () => {
  const inventory = json('dist/script-inventory.json') as ReturnType<typeof scriptInventory>;
  const ofOurs = inventory.scripts.filter(({ file }) => file !== undefined);

  it('has every script in dist/, once, with its hash', async () => {
    const scripts = [...FILES.keys()].filter((file) => /\.(?:js|html)$/.test(file));
    assert.deepEqual(ofOurs.map(({ file }) => file), scripts);
    for (const { file = '', integrity } of ofOurs) {
      assert.equal(integrity, await integrityOf(new Uint8Array(FILES.get(file) ?? [])), file);
    }
  });

  for (const document of ['hosted/index.html', 'hosted/gmo-v2.html', 'hosted/gateway-fields.html']) {
    it(`has exactly the scripts that the policy of ${document} lets run in the frame`, () => {
      const sources = /script-src ([^;]*)/.exec(FILES.get(document)?.toString('utf8') ?? '')?.[1]?.split(' ') ?? [];
      const inFrame = inventory.scripts.filter(({ documents }) => documents?.includes(document));
      const allowed = inFrame.map(({ cspHash, address }) => (cspHash ? `'${cspHash}'` : new URL(address ?? '').origin));
      assert.deepEqual(allowed.sort(), sources.sort());
      assert.ok(sources.length > 4);
    });
  }

  it('says of each why it is needed, who answers for it, what allows it and what holds it to its text', () => {
    for (const script of inventory.scripts) {
      for (const text of [script.runsIn, script.responsible, script.justification, script.authorised, script.integrityAssured]) {
        assert.ok(text.length > 10 && !text.includes('\n'), JSON.stringify(script));
      }
      assert.equal(script.integrity === null, script.address !== undefined, 'only the gateway’s scripts cannot be pinned');
    }
  });

  it('is not written for a script, or a host, that nobody described', () => {
    const extra = new Map(FILES).set('extra.js', Buffer.from('//'));
    assert.throws(() => scriptInventory(extra, PACKAGE), /extra\.js is missing/);
    const page = FILES.get('hosted/index.html')?.toString('utf8') ?? '';
    const another = page.replace('script-src ', 'script-src https://elsewhere.example ');
    const open = new Map(FILES).set('hosted/index.html', Buffer.from(another));
    assert.throws(() => scriptInventory(open, PACKAGE), /elsewhere\.example is missing/);
  });
});

describe('package.json', () => {
  it('hands the papers out', () => {
    for (const file of ['integrity.json', 'sbom.cdx.json', 'script-inventory.json']) {
      assert.equal(PACKAGE.exports[`./${file}`], `./dist/${file}`);
      assert.ok(FILES.has(file));
    }
  });
});
