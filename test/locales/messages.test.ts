import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { FIELD_NAMES, type Reason } from '../../src/card/verification.js';
import { ERROR_CODES, errorTypeOf } from '../../src/errors.js';
import { en } from '../../src/locales/en.js';
import { FIRST_WORDS } from '../../src/locales/first-words.js';
import { importLocale } from '../../src/locales/import-locale.js';
import { ja } from '../../src/locales/ja.js';
import {
  errorText, LOCALE_NAMES, localeFor, type Messages, type LocaleName,
} from '../../src/locales/messages.js';
import { threeDs as enThreeDs } from '../../src/locales/three-ds/en.js';
import { threeDs as jaThreeDs, type ThreeDsWords } from '../../src/locales/three-ds/ja.js';

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

type Whole = Messages & { readonly threeDs: ThreeDsWords };
/** Japanese and English leave the words of 3-D Secure to the code that shows them. */
const THREE_DS: Readonly<Partial<Record<LocaleName, ThreeDsWords>>> = { ja: jaThreeDs, en: enThreeDs };

const all: [LocaleName, Whole][] = [];
for (const name of LOCALE_NAMES) {
  const messages = await importLocale(name);
  const threeDs = messages.threeDs ?? THREE_DS[name];
  assert.ok(threeDs, name);
  all.push([name, { ...messages, threeDs }]);
}
const textsIn = (name: LocaleName) => new Map(textsOf(all.find(([each]) => each === name)?.[1]));
const japanese = textsIn('ja');
const english = textsIn('en');

describe('the first words', () => {
  for (const [language, whole] of [['ja', ja], ['en', en]] as const) {
    it(`are those of the locale ${language}, and one sentence for what is wrong with a field`, () => {
      const first = textsOf(FIRST_WORDS[language]);
      const texts = new Map(textsOf(whole));
      const others = first.filter(([path, text]) => texts.get(path) !== text);
      assert.deepEqual(others.map(([path]) => path), ['frame check']);
      assert.deepEqual(placeholdersOf(FIRST_WORDS[language].frame.check), ['{label}']);
    });

    it(`show an empty form whole in ${language}`, () => {
      const shown = Object.keys(whole.frame).filter((key) => /^(?:frame-title|label-|placeholder-|hint-cvc$)/.test(key));
      assert.ok(shown.length >= 8);
      for (const key of shown) assert.ok(key in FIRST_WORDS[language].frame, key);
    });
  }
});

describe('the locales', () => {
  it('are a file each', () => {
    const files = readdirSync(new URL('../../src/locales/', import.meta.url)).map((file) => file.replace(/\.ts$/, ''));
    assert.deepEqual(LOCALE_NAMES.filter((name) => !files.includes(name)), []);
    assert.equal(new Set(all.map(([, messages]) => messages)).size, LOCALE_NAMES.length);
  });

  it('are named as BCP 47 writes them', () => {
    assert.deepEqual(LOCALE_NAMES.map((name) => new Intl.Locale(name).toString()), [...LOCALE_NAMES]);
  });

  it('know themselves by their own name', () => {
    assert.deepEqual(LOCALE_NAMES.map(localeFor), [...LOCALE_NAMES]);
  });

  it('have words of their own', () => {
    for (const [name, messages] of all) {
      if (name === 'en') continue;
      const same = textsOf(messages).filter(([path, text]) => !/placeholder|test-badge/.test(path) && english.get(path) === text);
      assert.deepEqual(same, [], name);
    }
  });
});

for (const [language, messages] of all) {
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

    it('has a sentence for every error: at its field, at the consent, or for the whole form', () => {
      for (const code of ERROR_CODES) {
        if (code === 'consent-missing') {
          assert.ok(messages.threeDs[code]);
          continue;
        }
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

describe('localeFor', () => {
  const table: readonly (readonly [language: string, locale: LocaleName, why: string])[] = [
    ['ja', 'ja', 'the subtag alone'],
    ['ja-JP', 'ja', 'a region'],
    ['JA-jp', 'ja', 'letters of any case'],
    ['ja-Hira-JP-x-shop', 'ja', 'a script and a private subtag'],
    ['en', 'en', 'the subtag alone'],
    ['en-GB', 'en', 'a region'],
    ['zh', 'zh-Hans', 'no script and no region'],
    ['zh-CN', 'zh-Hans', 'a region that writes simplified'],
    ['zh-SG', 'zh-Hans', 'a region that writes simplified'],
    ['zh-Hans-HK', 'zh-Hans', 'the script before the region'],
    ['zh-TW', 'zh-Hant', 'a region that writes traditional'],
    ['zh-HK', 'zh-Hant', 'a region that writes traditional'],
    ['zh-MO', 'zh-Hant', 'a region that writes traditional'],
    ['ZH-hant', 'zh-Hant', 'letters of any case'],
    ['zh-Hant-CN', 'zh-Hant', 'the script before the region'],
    ['zh-yue-HK', 'zh-Hant', 'a region behind an extended subtag'],
    ['zh-x-tw', 'zh-Hans', 'a private subtag that looks like a region'],
    ['zh-CN-u-sd-tw', 'zh-Hans', 'an extension that looks like a region'],
    ['pt-BR', 'pt', 'a region'],
    ['pt-PT', 'pt', 'a region'],
    ['es-419', 'es', 'a region in digits'],
    ['fr-CA', 'fr', 'a region'],
    ['de-CH-1996', 'de', 'a variant'],
    ['ko-KR', 'ko', 'a region'],
    ['vi-VN', 'vi', 'a region'],
    ['th-TH-u-nu-thai', 'th', 'an extension'],
    ['id-ID', 'id', 'a region'],
    ['it', 'en', 'a language that is not there'],
    ['jav', 'en', 'another subtag that begins alike'],
    ['zha-TW', 'en', 'another subtag that begins alike'],
    ['x-ja', 'en', 'a private tag'],
    ['', 'en', 'no language'],
    ['-', 'en', 'only a hyphen'],
    ['__proto__', 'en', 'a property of every object'],
    ['constructor', 'en', 'a property of every object'],
    ['toString', 'en', 'a property of every object'],
    ['hasOwnProperty-JP', 'en', 'a property of every object, with a region'],
    ['length', 'en', 'a property of every list'],
    ['0', 'en', 'an index'],
  ];
  for (const [language, locale, why] of table) {
    it(`takes ${language || 'nothing'} for ${locale}: ${why}`, () => {
      assert.equal(localeFor(language), locale);
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

  it('says in general what it does not know', () => {
    assert.equal(errorText(en, 'unheard-of', 'nobody'), en.errors.internal.replace('{code}', 'unheard-of'));
  });

  it('says in general what the first words have no sentence for', () => {
    assert.match(errorText(FIRST_WORDS.ja, 'gateway-timeout', 'network'), /gateway-timeout/);
  });
});
