/** The manifest says what the docblock and the code say, and the reference has it all, in both languages. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readManifest } from '../../demo/playground/manifest.ts';
import { JAPANESE } from '../../demo/playground/reference-ja.ts';
import { GROUPS, referenceOf } from '../../demo/playground/reference.ts';

const project = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, project), 'utf8');

const element = read('src/elements/shoji-card.ts');
const docblock = (/\/\*\*(?:(?!\*\/)[^])*@summary[^]*?\*\//.exec(element) ?? [''])[0];

/** Names behind a tag, as they stand in the docblock. A slot without a name is the default one. */
const tagged = (tag: string): string[] =>
  [...docblock.matchAll(new RegExp(`^ \\* @${tag}(?: \\{\\w+\\})?(?: \\[?([\\w-]+)(?:=[^\\]]*\\])?)? - `, 'gm'))].map(([, name = '']) => name);

const names = (list: readonly { readonly name: string }[] = []): string[] => list.map(({ name }) => name).sort();
const sorted = (list: Iterable<string>): string[] => [...list].sort();

const manifest = await readManifest();

describe('dist/custom-elements.json', () => {
  const { element: card, eventClasses } = manifest;

  const TAGS = {
    attr: card.attributes,
    slot: card.slots,
    fires: card.events,
    csspart: card.cssParts,
    cssprop: card.cssProperties,
    cssstate: card.cssStates,
  };

  for (const [tag, listed] of Object.entries(TAGS)) {
    it(`has every @${tag} of the docblock, described, and no other`, () => {
      const expected = tagged(tag);
      assert.ok(expected.length > 0, `the docblock has no @${tag}`);
      assert.equal(expected.length, docblock.split(`* @${tag} `).length - 1, `a line of @${tag} that is written in another way`);
      assert.deepEqual(names(listed), sorted(expected));
      assert.deepEqual((listed ?? []).filter(({ description }) => !description), []);
    });
  }

  it('has every attribute of the code', () => {
    const properties = /static override readonly properties = \{([^]*?)\n {2}\};/.exec(element)?.[1] ?? '';
    const observed = [...properties.matchAll(/^ {4}(\w+): \{(.*)\}/gm)].map(([, name = '', options = '']) => /attribute: '([\w-]+)'/.exec(options)?.[1] ?? name);
    assert.ok(observed.length > 8);
    assert.deepEqual(observed.filter((name) => !names(card.attributes).includes(name)), []);
  });

  it('has every event of the code, each with its class and its fields', () => {
    const map = [...read('src/elements/events.ts').matchAll(/'(shoji-\w+)': (\w+);/g)].map(([, type = '', name = '']) => [type, name]);
    assert.ok(map.length > 5);
    assert.deepEqual(sorted(card.events.map(({ name, type }) => `${name} ${type?.text ?? ''}`)), sorted(map.map((pair) => pair.join(' '))));
    assert.deepEqual(names(eventClasses.get('ShojiChangeEvent')?.members), ['brand', 'complete', 'empty', 'fields']);
  });

  it('has the public methods and properties, and nothing private or of the platform’s', () => {
    const members = names(card.members);
    for (const name of ['tokenize', 'authenticate', 'clear', 'focus', 'checkValidity', 'reportValidity', 'complete', 'empty', 'brand', 'state', 'form', 'validity']) {
      assert.ok(members.includes(name), name);
    }
    assert.deepEqual(members.filter((name) => /^[#_]|Callback$|^(?:update|updated|willUpdate|createRenderRoot|properties|formAssociated)$/.test(name)), []);
  });

  it('is for the tag, and names built files only', () => {
    assert.equal(card.tagName, 'shoji-card');
    const paths = [...read('dist/custom-elements.json').matchAll(/"(?:path|module)": "([^"]+)"/g)].map(([, path = '']) => path);
    assert.deepEqual(sorted(new Set(paths)), ['dist/define.js', 'dist/index.js', 'dist/members.js', 'dist/members/define.js']);
  });
});

describe('the reference', () => {
  const japanese = referenceOf(manifest, 'ja', '');
  const english = referenceOf(manifest, 'en', 'as it is elsewhere');
  const keys = [...english.values()].flat().map(({ key }) => key);

  it('has every group', () => {
    assert.deepEqual([...english.keys()], GROUPS);
    assert.deepEqual(GROUPS.filter((group) => !english.get(group)?.length), []);
  });

  it('has Japanese for everything, and for nothing that is not there', () => {
    assert.deepEqual(sorted(Object.keys(JAPANESE)), sorted(keys));
    const isJapanese = (text = '') => /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
    assert.deepEqual(Object.entries(JAPANESE).filter(([, text]) => !isJapanese(text)), []);
    assert.deepEqual([...japanese.values()].flat().map(({ key, description }) => [key, description]), keys.map((key) => [key, JAPANESE[key]]));
  });

  it('has a sentence in English for everything', () => {
    assert.deepEqual([...english.values()].flat().filter(({ description }) => !description).map(({ key }) => key), []);
  });
});
