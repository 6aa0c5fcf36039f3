import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FIELD_NAMES, type Reason } from '../../src/card/verification.js';
import { ERROR_CODES, errorTypeOf } from '../../src/errors.js';
import { en } from '../../src/locales/en.js';
import { ja } from '../../src/locales/ja.js';
import { errorText, fill, LOCALES, messagesFor, type Messages } from '../../src/locales/messages.js';

/** The type asks for a new one when a field learns a new reason. */
const REASONS: Readonly<Record<Reason, true>> = {
  'number-missing': true, 'number-incomplete': true, 'number-invalid': true, 'number-too-long': true, 'number-brand': true,
  'expiry-missing': true, 'expiry-incomplete': true, 'expiry-invalid': true, 'expiry-month': true, 'expiry-past': true,
  'expiry-far': true,
  'cvc-missing': true, 'cvc-incomplete': true, 'cvc-invalid': true,
  'name-missing': true, 'name-characters': true, 'name-kanji': true, 'name-too-long': true, 'name-is-number': true,
};

/** Every text with the path of keys that leads to it. */
function textsOf(value: unknown, path = ''): [path: string, text: unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, path ? `${path} ${key}` : key));
}

const placeholdersOf = (text: string): string[] => [...text.matchAll(/\{[^}]*\}/g)].map(([hole]) => hole).sort();
const isFieldCode = (code: string): code is Reason => (FIELD_NAMES as readonly string[]).includes(code.split('-', 1)[0] ?? '');

const japanese = new Map(textsOf(ja));

for (const [language, messages] of Object.entries(LOCALES)) {
  describe(`locale ${language}`, () => {
    it('has exactly the keys of the Japanese one', () => {
      assert.deepEqual(textsOf(messages).map(([path]) => path).sort(), [...japanese.keys()].sort());
    });

    it('has a text for each', () => {
      for (const [path, text] of textsOf(messages)) {
        assert.ok(typeof text === 'string' && text.trim() === text && text !== '', path);
      }
    });

    it('leaves the same holes to be filled', () => {
      for (const [path, text] of textsOf(messages)) {
        assert.deepEqual(placeholdersOf(String(text)), placeholdersOf(String(japanese.get(path))), path);
      }
    });

    it('has a sentence for every reason that a field gives', () => {
      for (const reason of Object.keys(REASONS) as Reason[]) assert.ok(messages.frame[reason], reason);
    });

    it('has a sentence for every error: at its field, or for the whole form', () => {
      for (const code of ERROR_CODES) {
        const text = isFieldCode(code) ? messages.frame[code] : errorText(messages, code, errorTypeOf(code));
        assert.ok(text, code);
        assert.deepEqual(placeholdersOf(text), [], code);
      }
    });

    it('tells the code where the shop has to act', () => {
      assert.match(errorText(messages, 'gmo-180', 'merchant'), /gmo-180/);
    });

    it('fits into a message of the channel', () => {
      for (const [path, text] of textsOf(messages.frame)) assert.ok(String(text).length <= 500, path);
    });
  });
}

describe('messagesFor', () => {
  const table: readonly (readonly [language: string, messages: Messages, why: string])[] = [
    ['ja', ja, 'the subtag alone'],
    ['ja-JP', ja, 'a region'],
    ['JA-jp', ja, 'letters of any case'],
    ['ja-Hira-JP-x-shop', ja, 'a script and a private subtag'],
    ['en', en, 'the subtag alone'],
    ['en-GB', en, 'a region'],
    ['fr', en, 'a language that is not there'],
    ['jav', en, 'another subtag that begins alike'],
    ['x-ja', en, 'a private tag'],
    ['', en, 'no language'],
    ['-', en, 'only a hyphen'],
    ['__proto__', en, 'a property of every object'],
    ['constructor', en, 'a property of every object'],
    ['toString', en, 'a property of every object'],
    ['hasOwnProperty-JP', en, 'a property of every object, with a region'],
  ];
  for (const [language, messages, why] of table) {
    it(`takes ${language || 'nothing'} for ${messages === ja ? 'Japanese' : 'English'}: ${why}`, () => {
      assert.equal(messagesFor(language), messages);
    });
  }
});

describe('errorText', () => {
  it('prefers the sentence of the code', () => {
    assert.equal(errorText(en, 'hosted-unavailable', 'network'), en.errors['hosted-unavailable']);
  });

  it('falls back to who must act', () => {
    assert.equal(errorText(en, 'gateway-timeout', 'network'), en.errors.network);
  });

  it('says nothing for what it does not know', () => {
    assert.equal(errorText(en, 'unheard-of', 'nobody'), '');
  });
});

describe('fill', () => {
  it('puts a value in wherever its name stands', () => {
    assert.equal(fill('{a} and {b} and {a}', { a: '1', b: '2' }), '1 and 2 and 1');
  });

  it('leaves a hole without a value as it is', () => {
    assert.equal(fill('{a} and {c}', { a: '1' }), '1 and {c}');
  });

  it('puts a value in as it is, also one that looks like a pattern or a hole', () => {
    assert.equal(fill('{a}', { a: '$& {a}' }), '$& {a}');
  });
});
