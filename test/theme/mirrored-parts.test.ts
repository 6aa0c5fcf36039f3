import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isSafeValue, MIRRORED } from '../../src/theme/mirrored-parts.js';

const EVIL = 'https://evil.example/';

/** Ways to make a style value ask for an address, open a rule or run something. */
const MALICIOUS: readonly (readonly [value: string, why: string])[] = [
  [`url(${EVIL})`, 'an address'],
  [`url("${EVIL}")`, 'an address in quotes'],
  [`URL(${EVIL})`, 'an address in capitals'],
  ['url(//evil.example/a)', 'an address without a scheme'],
  ['url(evil.png)', 'an address without a host'],
  ['url (evil.png)', 'a space before the parenthesis'],
  ['u\\72l(evil.png)', 'a letter of url as an escape'],
  ['\\75\\72\\6c(evil.png)', 'all of url as escapes'],
  [`red; background: url(${EVIL})`, 'a second declaration'],
  [`red } * { background: url(${EVIL}) } a {`, 'a way out of the rule'],
  [`red } @import "${EVIL}";`, 'an import'],
  [`red } @font-face { font-family: a; src: url(${EVIL}) }`, 'a font'],
  [`image-set("${EVIL}" 1x)`, 'an image set'],
  ['-webkit-image-set(evil.png 1x)', 'a prefixed image set'],
  ['cross-fade(evil.png, red)', 'a cross-fade'],
  ['element(#number)', 'a picture of an element'],
  ['paint(evil)', 'a worklet'],
  ['expression(alert(1))', 'an expression'],
  ['var(--evil)', 'a custom property'],
  ['env(evil)', 'a value of the environment'],
  ['attr(value)', 'an attribute'],
  ['src(evil.png)', 'an address by src()'],
  ['color-mix(in srgb, url(evil.png), red)', 'an address inside a function'],
  ['linear-gradient(red, url(evil.png))', 'an address inside a gradient'],
  ['calc(1px + env(evil))', 'a value of the environment inside a sum'],
  ['rgb(url(evil.png))', 'an address inside a colour'],
  ['rgb(0, 0, 0)(evil)', 'a parenthesis without a name'],
  ['(evil)', 'a parenthesis alone'],
  ['red/**/url(evil.png)', 'a comment in between'],
  ['red /* a */', 'a comment'],
  ['red !important', 'a mark of importance'],
  ['javascript:alert(1)', 'a script address'],
  ['<style>', 'markup'],
  ['red\nblue', 'a line break'],
  ['red\u0000', 'a null character'],
  ['ｕｒｌ（evil）', 'full-width parentheses'],
  ['', 'nothing'],
  ['a'.repeat(501), 'more than any list needs'],
];

const GOOD: readonly string[] = [
  'red',
  'currentcolor',
  '#1a2b3c80',
  'rgb(0, 0, 0)',
  'rgba(26, 43, 60, 0.5)',
  'rgb(26 43 60 / 50%)',
  'hsl(210 40% 17%)',
  'oklch(0.7 0.1 200)',
  'lab(50% -20 30)',
  'color(display-p3 1 0.5 0)',
  'light-dark(rgb(0, 0, 0), rgb(255, 255, 255))',
  'light dark',
  'normal',
  'auto',
  'system-ui, sans-serif',
  '"Noto Sans JP", "Hiragino Sans", sans-serif',
  "'Helvetica Neue', Arial",
  '"游ゴシック体", YuGothic, "ＭＳ Ｐゴシック"',
  '-apple-system, BlinkMacSystemFont',
  'calc(50% - 8px)',
  'minmax(0px, 1fr) repeat(2, 1fr)',
  'color-mix(in srgb, currentcolor 48%, transparent)',
  'linear-gradient(rgb(255, 255, 255), rgb(240, 240, 240) 50%)',
  'cubic-bezier(0.4, 0, 0.2, 1), steps(4, jump-end)',
  'rgb(0, 0, 0) 0px 0px 0px 2px inset, rgba(0, 0, 0, 0.1) 0px 1px 2px 0px',
];

describe('isSafeValue', () => {
  for (const [value, why] of MALICIOUS) {
    it(`never accepts ${why}: ${JSON.stringify(value.slice(0, 60))}`, () => {
      assert.equal(isSafeValue(value), false);
    });
  }

  for (const value of GOOD) {
    it(`accepts ${value}`, () => {
      assert.equal(isSafeValue(value), true);
    });
  }

  it('never accepts a character that ends a value, a text or a rule, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...GOOD),
        fc.constantFrom(...Array.from(';{}:\\@!<>*=&$^|~`[]?\n\r\f\t\u0000')),
        fc.nat(),
        (value, character, pick) => {
          const at = pick % (value.length + 1);
          return !isSafeValue(value.slice(0, at) + character + value.slice(at));
        },
      ),
    );
  });

  it('never accepts a function that is not known: colours, sums, gradients, tracks and timings', () => {
    const known = /^(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|light-dark|color-mix|calc|min|max|clamp|minmax|fit-content|repeat|cubic-bezier|steps|linear|(?:repeating-)?(?:linear|radial|conic)-gradient)$/;
    const name = fc.stringMatching(/^[a-z-]{0,12}$/).filter((found) => !known.test(found));
    fc.assert(fc.property(name, (found) => !isSafeValue(`${found}(0 0 0)`)));
  });
});

describe('what crosses', () => {
  const all = Object.values(MIRRORED).flat();

  it('are longhands by name: none is a custom property, a shorthand that hides others, or empty', () => {
    for (const property of all) assert.match(property, /^[a-z]+(?:-[a-z]+)*$/, property);
    for (const shorthand of ['background', 'border', 'font', 'margin', 'padding', 'outline', 'transition', 'all', 'grid', 'inset']) {
      assert.equal((all as readonly string[]).includes(shorthand), false, shorthand);
    }
  });

  it('never holds a property that loads, generates text or leaves its place', () => {
    const never = /content|cursor|filter|mask|clip|list-style|border-image|shape|position|inset|z-index|^transform|animation|visibility|display|pointer|user-|src/;
    assert.deepEqual(all.filter((property) => never.test(property)), []);
  });

  it('names each property once in a part', () => {
    for (const [part, properties] of Object.entries(MIRRORED)) assert.equal(new Set(properties).size, properties.length, part);
  });
});
