/**
 * Who may import whom. Two bans carry the security design: page-realm code never takes a value from the card engine, a gateway
 * or the hosted document, and the hosted document takes none from the page side. Sources are parsed, built files searched.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';

type LitUse = 'never' | 'types' | 'values';

interface Layer {
  /** Folders and root files whose values it may use, and their types with them. */
  readonly values: readonly string[];
  /** Those of which it may use types only. */
  readonly types: readonly string[];
  readonly lit: LitUse;
}

const layer = (values: string[], types: string[] = [], lit: LitUse = 'never'): Layer => ({ values, types, lit });

/** The import table. A folder may always import itself. */
const LAYERS: Readonly<Record<string, Layer>> = {
  errors: layer([]),
  pristine: layer([]),
  'in-time': layer([]),
  'script-address': layer([]),
  'import-beside': layer(['script-address']),
  card: layer([]),
  locales: layer(['import-beside'], [], 'types'),
  theme: layer([], ['card']),
  channel: layer(['errors', 'pristine'], ['card']),
  gateway: layer(['errors'], ['card']),
  choice: layer([], ['card']),
  hosted: layer(['card', 'gateway', 'channel', 'theme', 'errors']),
  // loaded later, as `three-ds`
  mirror: layer(['channel', 'theme', 'import-beside'], ['pristine']),
  vault: layer(['channel', 'errors', 'pristine', 'script-address']),
  // loaded later: what captures the platform, or stands in the eager code, is handed over instead of imported
  'three-ds': layer(['channel', 'locales', 'import-beside'], ['pristine']),
  // loaded later, as `three-ds`
  doctor: layer(['import-beside'], ['pristine']),
  payment: layer(['vault', 'three-ds', 'errors', 'in-time'], ['channel', 'card']),
  elements: layer(['choice', 'payment', 'mirror', 'doctor', 'locales', 'theme', 'errors', 'pristine', 'in-time'], ['channel', 'card', 'three-ds'], 'values'),
  testing: layer([]),
  // entry files
  index: layer(['elements', 'errors', 'three-ds'], ['payment', 'doctor']),
  register: layer(['elements', 'vault']),
  define: layer(['elements', 'register']),
  members: layer(['elements', 'choice']),
  'members-define': layer(['elements']),
  'members-tag': layer(['members-define']),
  frameworks: layer(['register'], ['elements', 'three-ds', 'choice']),
  'script-tag': layer(['define']),
  romaniser: layer(['card']),
  'gmo-gateway': layer(['gateway']),
  'gmo-v2-gateway': layer(['gateway']),
  'hosted-page': layer(['hosted']),
  'gmo-v2-page': layer(['hosted', 'gateway']),
  'gateway-fields-page': layer(['hosted', 'gateway', 'channel'], ['card']),
  'challenge-page': layer(['hosted', 'channel']),
  'return-page': layer(['three-ds']),
};

/** What code that starts at these files must never reach through imports of values. */
const BANS: readonly { readonly entry: string; readonly never: readonly string[] }[] = [
  ...['script-tag.ts', 'define.ts', 'index.ts', 'frameworks/react.ts'].map((entry) => ({ entry, never: ['card', 'gateway', 'hosted', 'hosted-page', 'gmo-v2-page', 'gateway-fields-page'] })),
  // they may stand in pages that have no card fields, and are nobody's secret
  ...['members.ts', 'members-tag.ts'].map((entry) => ({
    entry,
    never: ['card', 'gateway', 'hosted', 'vault', 'payment', 'three-ds', 'mirror', 'doctor', 'pristine', 'errors'],
  })),
  {
    entry: 'challenge-page.ts',
    never: ['card', 'gateway', 'elements', 'vault', 'payment', 'three-ds', 'locales', 'pristine'],
  },
  {
    // it would capture the platform when others had time to change it
    entry: 'three-ds/three-ds.ts',
    never: ['pristine', 'errors', 'card', 'gateway', 'hosted', 'vault', 'payment', 'elements'],
  },
  {
    entry: 'mirror/part-mirror.ts',
    never: ['pristine', 'errors', 'card', 'gateway', 'hosted', 'vault', 'payment', 'elements', 'locales', 'three-ds'],
  },
  {
    entry: 'doctor/doctor.ts',
    never: ['pristine', 'errors', 'card', 'gateway', 'hosted', 'channel', 'vault', 'payment', 'elements', 'three-ds', 'mirror'],
  },
  ...['gmo-gateway.ts', 'gmo-v2-gateway.ts'].map((entry) => ({
    entry,
    never: ['elements', 'vault', 'payment', 'three-ds', 'mirror', 'locales', 'hosted'],
  })),
  ...['hosted-page.ts', 'gmo-v2-page.ts', 'gateway-fields-page.ts'].map((entry) => ({
    entry,
    never: ['elements', 'vault', 'payment', 'three-ds', 'mirror', 'locales', 'define', 'index', 'script-tag'],
  })),
];

/** The one package besides Lit, and the one file that may use it: it is loaded when a name has kana. */
const PACKAGES: Readonly<Record<string, string>> = { hepburn: 'card/romanise.ts' };
/** The shop's own framework: each is named in one file, and only React's is more than types. */
const FRAMEWORKS: Readonly<Record<string, string>> = {
  react: 'frameworks/react.ts',
  preact: 'frameworks/preact.ts',
  'solid-js': 'frameworks/solid.ts',
  vue: 'frameworks/vue.ts',
  'svelte/elements': 'frameworks/svelte.ts',
};

/** They gather what belongs nowhere. */
const NO_PLACE = new Set(['utils', 'helpers', 'common', 'shared', 'types', 'constants']);

/** The one import whose address is known at run time only: of what lies beside the script. */
const BESIDE = 'import-beside.ts';
const BESIDE_CALL = 'import(/* @vite-ignore */ address)';

interface Import {
  readonly from: string;
  /** A path inside src, or the name of a package. */
  readonly to: string;
  readonly isType: boolean;
}

type Sources = Readonly<Record<string, string>>;

/** The folder, or the name of a file that lies in none. */
const layerOf = (path: string): string => path.split('/', 1)[0]?.replace(/\.ts$/, '') ?? '';

/**
 * With verbatimModuleSyntax only `import type` and `export type` vanish: `import { type A } from` still runs the module, so it
 * counts as an import of values, as do side effects, re-exports and import().
 */
function importsOf(path: string, code: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, isType: boolean) => {
    assert.ok(specifier && ts.isStringLiteralLike(specifier), `${path}: an import whose address is not a plain text`);
    const { text } = specifier;
    const to = text.startsWith('.') ? posix.join(posix.dirname(path), text).replace(/\.js$/, '.ts') : text;
    found.push({ from: path, to, isType });
  };
  const visit = (node: ts.Node): void => {
    if (path === BESIDE && ts.isCallExpression(node) && node.getText(file) === BESIDE_CALL) return;
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], false);
    else if (ts.isImportTypeNode(node)) add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
    ts.forEachChild(node, visit);
  };
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest);
  visit(file);
  return found;
}

const allImports = (sources: Sources): Import[] => Object.entries(sources).flatMap(([path, code]) => importsOf(path, code));

/** Every import that the table does not allow, one sentence each. */
function trespasses(sources: Sources): string[] {
  return allImports(sources).flatMap(({ from, to, isType }) => {
    const rule = LAYERS[layerOf(from)];
    if (!rule) return [`${from}: unknown layer`];
    const sentence = `${from} imports ${isType ? 'types' : 'values'} of ${to}`;
    if (/^(?:lit|@lit)(?:\/|$)/.test(to)) return rule.lit === 'values' || (rule.lit === 'types' && isType) ? [] : [sentence];
    if (PACKAGES[to] === from) return [];
    if (FRAMEWORKS[to] === from && (isType || to === 'react')) return [];
    if (Object.values(PACKAGES).includes(to) && from !== 'romaniser.ts') return [`${sentence}, which would load a package`];
    if (!(to in sources)) return [`${sentence}, which is no file of ours`];
    const target = layerOf(to);
    const isAllowed = target === layerOf(from) || rule.values.includes(target) || (isType && rule.types.includes(target));
    return isAllowed ? [] : [sentence];
  });
}

/** The ways from an entry to a forbidden layer through values, each as the chain of files. */
function forbiddenWays(sources: Sources, entry: string, never: readonly string[]): string[] {
  assert.ok(entry in sources, `${entry} is missing`);
  const imports = allImports(sources);
  const ways = new Map([[entry, entry]]);
  for (const [path, way] of ways) {
    for (const { from, to, isType } of imports) {
      if (from === path && !isType && to in sources && !ways.has(to)) ways.set(to, `${way} → ${to}`);
    }
  }
  return [...ways].filter(([path]) => never.includes(layerOf(path))).map(([, way]) => way);
}

const ROOT = new URL('../', import.meta.url);
const list = (folder: string) =>
  readdirSync(new URL(folder, ROOT), { recursive: true }).map((file) => String(file).replaceAll('\\', '/'));

const SOURCES: Sources = Object.fromEntries(
  list('src/')
    .filter((file) => file.endsWith('.ts'))
    .map((file) => [file, readFileSync(new URL(`src/${file}`, ROOT), 'utf8')]),
);

describe('layers of the sources', () => {
  it('are the ones of the table', () => {
    assert.deepEqual([...new Set(Object.keys(SOURCES).map(layerOf))].filter((name) => !(name in LAYERS)), []);
  });

  it('import only what the table allows', () => {
    assert.ok(Object.keys(SOURCES).length > 30);
    assert.deepEqual(trespasses(SOURCES), []);
  });

  it('have no folder or file for things without a place', () => {
    const own = ['src/', 'demo/', 'test/'].flatMap(list).filter((path) => !/(?:^|\/)(?:node_modules|build|\.[^/]+)\//.test(path)); // of the bench and the apps
    const names = own.flatMap((path) => path.replace(/\.[^/]*$/, '').split('/'));
    assert.deepEqual(names.filter((name) => NO_PLACE.has(name)), []);
  });

  for (const { entry, never } of BANS) {
    it(`never lead from ${entry} to ${never.slice(0, 3).join(', ')}`, () => {
      assert.deepEqual(forbiddenWays(SOURCES, entry, never), []);
    });
  }
});

describe('the checker of layers', () => {
  const forbidden: readonly (readonly [path: string, code: string, why: string])[] = [
    ['elements/made-up.ts', "import { brandOf } from '../card/brands.js';", 'values where types are allowed'],
    ['elements/made-up.ts', "import { type Brand } from '../card/brands.js';", 'an import that only looks like one of types'],
    ['elements/made-up.ts', "import '../card/brands.js';", 'a side effect'],
    ['elements/made-up.ts', "export * from '../card/brands.js';", 'a re-export'],
    ['elements/made-up.ts', "const a = () => import('../hosted/card-form.js');", 'an import at run time'],
    ['elements/made-up.ts', "import type { Gateway } from '../gateway/gateway.js';", 'types of what the table does not name'],
    ['elements/made-up.ts', "let a: import('../gateway/gateway.js').Gateway;", 'types of what the table does not name, in place'],
    ['hosted/made-up.ts', "import { ja } from '../locales/ja.js';", 'page side from the frame'],
    ['vault/made-up.ts', "import { css } from 'lit';", 'Lit in the vault'],
    ['payment/made-up.ts', "import { css } from 'lit';", 'values of Lit where types are allowed'],
    ['card/made-up.ts', "import { ShojiError } from '../errors.js';", 'anything from the card engine'],
    ['card/made-up.ts', "import { readFileSync } from 'node:fs';", 'a package that is not named'],
    ['elements/made-up.ts', "import { gone } from './gone.js';", 'a file that is not there'],
    ['card/made-up.ts', "import { fromKana } from 'hepburn';", 'the romanisation package outside its file'],
    ['hosted/made-up.ts', "import { romanise } from '../card/romanise.js';", 'the romaniser inside the hosted document'],
    ['elements/made-up.ts', "import { useState } from 'react';", 'a framework outside its file'],
    ['tools/made-up.ts', "import '../errors.js';", 'a folder that the table does not know'],
  ];
  for (const [path, code, why] of forbidden) {
    it(`reports ${why}`, () => {
      assert.equal(trespasses({ ...SOURCES, [path]: code }).filter((sentence) => sentence.startsWith(path)).length, 1);
    });
  }

  const allowed: readonly (readonly [path: string, code: string, why: string])[] = [
    ['elements/made-up.ts', "import type { Brand } from '../card/brands.js';", 'types where types are allowed'],
    ['elements/made-up.ts', "export type { Brand } from '../card/brands.js';", 'types passed on'],
    ['elements/made-up.ts', "import { css } from 'lit';", 'Lit in an element'],
    ['hosted/made-up.ts', "import { brandOf, type Brand } from '../card/brands.js';", 'values and types in one'],
  ];
  for (const [path, code, why] of allowed) {
    it(`lets pass ${why}`, () => {
      assert.deepEqual(trespasses({ ...SOURCES, [path]: code }).filter((sentence) => sentence.startsWith(path)), []);
    });
  }

  it('finds a forbidden layer behind several files', () => {
    const sources: Sources = {
      ...SOURCES,
      'define.ts': "import './elements/first.js';",
      'elements/first.ts': "export * from './second.js';",
      'elements/second.ts': "import '../gateway/gateway.js';",
    };
    const way = 'script-tag.ts → define.ts → elements/first.ts → elements/second.ts → gateway/gateway.ts';
    assert.deepEqual(forbiddenWays(sources, 'script-tag.ts', ['gateway']), [way]);
  });

  it('does not follow types', () => {
    const sources: Sources = { ...SOURCES, 'define.ts': "import type { Gateway } from './gateway/gateway.js';" };
    assert.deepEqual(forbiddenWays(sources, 'script-tag.ts', ['gateway']), []);
  });
});

describe('the built files', () => {
  const HOSTED = ['index.html', 'gmo.js', 'gmo-v2.html', 'gmo-v2.js'].map((file) => `dist/hosted/${file}`);
  /** Bounds of rows of the IIN table, as `card/brands.ts` writes them, and the gateway. */
  const SIGNS: readonly (readonly [what: string, sign: RegExp])[] = [
    ['the gateway’s host', /mul-pay/],
    ['the gateway’s global', /Multipayment/],
    ['IINs of Mastercard', /2221\s*,\s*2720/],
    ['IINs of JCB', /3528\s*,\s*3589/],
    ['IINs that two brands share', /622126\s*,\s*622925/],
    ['IINs of Maestro', /6012\s*,\s*61\b/],
  ];
  const page = list('dist/')
    .filter((file) => file.endsWith('.js') && !/^(?:hosted|sandbox)\//.test(file))
    .map((file) => `dist/${file}`);
  const read = (file: string) => readFileSync(new URL(file, ROOT), 'utf8');

  it('are there', () => {
    for (const file of ['dist/shoji-card.js', 'dist/index.js', 'dist/define.js']) assert.ok(page.includes(file), file);
  });

  for (const file of ['three-ds.js', 'part-mirror.js', 'doctor.js', 'hosted/gmo.js', 'hosted/gmo-v2.js', 'locales/ja.js', 'locales/members/ko.js']) {
    it(`stand alone where they are loaded later: dist/${file} takes nothing from another file`, () => {
      assert.deepEqual(importsOf(file, read(`dist/${file}`)), []);
    });
  }

  for (const [what, sign] of SIGNS) {
    it(`have ${what} in the hosted document or what it loads, where the search finds it`, () => {
      assert.match(HOSTED.map(read).join('\n'), sign);
    });
    it(`never have ${what} on the page side`, () => {
      assert.deepEqual(page.filter((file) => sign.test(read(file))), []);
    });
  }
});
