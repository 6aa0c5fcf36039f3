/** The ready themes are what a merchant could write: short, with public names only, in light and in dark. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readManifest } from '../../demo/playground/manifest.ts';
import { readThemes } from '../../demo/playground/themes.ts';

/** Part tokens besides the parts themselves: whose box it is, and how it is. */
const FIELDS = ['number', 'expiry', 'cvc', 'name'];
const STATES = ['focused', 'invalid', 'complete', 'empty', 'disabled'];

const { element } = await readManifest();
const parts = [...element.cssParts.map(({ name }) => name), ...FIELDS, ...STATES];
const tokens = (element.cssProperties ?? []).map(({ name }) => name);
const states = element.cssStates.map(({ name }) => name);

for (const [theme, css] of Object.entries(await readThemes())) {
  if (theme === 'none') continue;
  describe(`the theme ${theme}`, () => {
    it('has less than 30 lines, none of them long', () => {
      const lines = css.trimEnd().split('\n');
      assert.ok(lines.length > 3 && lines.length < 30, String(lines.length));
      assert.deepEqual(lines.filter((line) => line.length > 120), []);
    });

    it('uses public names only', () => {
      const used = [...css.matchAll(/::part\(([^)]*)\)/g)].flatMap(([, names = '']) => names.split(' '));
      assert.ok(used.length > 0);
      assert.deepEqual(used.filter((name) => !parts.includes(name)), []);
      assert.deepEqual((css.match(/--shoji-[\w-]+/g) ?? []).filter((name) => !tokens.includes(name)), []);
      assert.deepEqual([...css.matchAll(/:state\(([^)]*)\)/g)].map(([, name = '']) => name).filter((name) => !states.includes(name)), []);
      assert.deepEqual((css.match(/(?<!shoji)--(?!shoji-)[\w-]+/g) ?? []), [], 'a custom property that is not of the element');
    });

    it('styles nothing but the element, and asks for nothing elsewhere', () => {
      const selectors = css.replaceAll(/\/\*[^]*?\*\//g, '').match(/[^{}]+(?=\{)/g) ?? [];
      const alien = selectors.map((each) => each.trim()).filter((each) => !each.startsWith('@') && !each.split(/,(?![^(]*\))/).every((one) => one.trim().startsWith('shoji-card')));
      assert.deepEqual(alien, []);
      assert.doesNotMatch(css, /url\(|@import|!important/);
    });

    it('has colours for light and dark', () => {
      assert.match(css, /light-dark\(|prefers-color-scheme/);
    });
  });
}
