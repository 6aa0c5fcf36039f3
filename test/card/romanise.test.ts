import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { normaliseCardholderName, verifyCardholderName } from '../../src/card/cardholder-name.js';
import { romanise } from '../../src/card/romanise.js';

describe('a name in kana', () => {
  const table: readonly (readonly [kana: string, sent: string, why: string])[] = [
    ['やまだ たろう', 'YAMADA TARO', 'OU is written O'],
    ['ヤマダ　タロウ', 'YAMADA TARO', 'katakana, ideographic space'],
    ['ﾔﾏﾀﾞ ﾀﾛｳ', 'YAMADA TARO', 'half-width katakana, sonant marks apart'],
    ['か\u3099', 'GA', 'a combining sonant mark'],
    ['おおの ゆうこ', 'ONO YUKO', 'OO is written O, UU is written U'],
    ['おおうち', 'OUCHI', 'only the long vowel is shortened'],
    ['おおおか', 'OOKA', 'OO, then O'],
    ['よこお', 'YOKOO', 'OO at the end is kept'],
    ['さとう', 'SATO', 'OU at the end is not'],
    ['いのうえ', 'INOUE', 'う begins うえ'],
    ['まつうら', 'MATSUURA', 'う begins うら'],
    ['にいがた', 'NIIGATA', 'II is kept'],
    ['コーヘイ', 'KOHEI', 'no long-vowel mark'],
    ['ジョー', 'JO', 'none at the end'],
    ['なんば', 'NAMBA', 'M before B'],
    ['ほんま', 'HOMMA', 'M before M'],
    ['さんぺい', 'SAMPEI', 'M before P'],
    ['しんいち', 'SHINICHI', 'no apostrophe'],
    ['じゅんや', 'JUNYA', 'no apostrophe before Y'],
    ['べっぷ', 'BEPPU', 'doubled consonant'],
    ['はっちょう', 'HATCHO', 'TCH'],
    ['ホッチ', 'HOTCHI', 'TCH in katakana'],
    ['ちづる', 'CHIZURU', 'づ as ず'],
    ['ぢ', 'JI', 'ぢ as じ'],
    ['を ゑ ゐ', 'O E I', 'as passports have them'],
    ['ファン ティナ', 'FAN TINA', 'sounds of other languages'],
    ['ふぁん てぃな', 'FAN TINA', 'the same in hiragana'],
    ['ヴィオラ ゔぃおら', 'VIORA VIORA', 'V in both kana'],
    ['ウィリアム', 'WIRIAMU', 'W'],
    ['クァク', 'KUAKU', 'a small vowel without a sound of its own'],
    ['キム・ヨナ', 'KIMU YONA', 'a middle dot parts names'],
    ['Anna やまだ', 'ANNA YAMADA', 'two scripts'],
    ['ANNAーK', 'ANNA-K', 'a mark that no kana precedes is a dash'],
    ['あっ', 'A', 'nothing to double'],
  ];
  for (const [kana, sent, why] of table) {
    it(`is sent ${kana} as ${sent}: ${why}`, () => {
      assert.equal(normaliseCardholderName(kana, romanise), sent);
      assert.equal(verifyCardholderName(kana, romanise).isValid, true);
    });
  }

  const refused: readonly (readonly [text: string, reason: string, why: string])[] = [
    ['やまだ太郎', 'name-kanji', 'kana and kanji'],
    ['たろう|やまだ', 'name-characters', "GMO's separator"],
    ['きゃ'.repeat(16), '', '48 letters'],
    ['きゃ'.repeat(17), 'name-too-long', '51 letters after conversion'],
    ['たろう 4111111111111111', 'name-is-number', 'a card number'],
  ];
  for (const [text, reason, why] of refused) {
    it(`is ${reason || 'valid'}: ${why}`, () => {
      assert.equal(verifyCardholderName(text, romanise).reason ?? '', reason);
    });
  }

  it('becomes the characters that GMO takes, whatever the kana', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ぁ-ゔァ-ヴヵヶー・ ]{0,24}$/u), (text) => {
        assert.match(normaliseCardholderName(text, romanise), /^[A-Z \-]*$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('changes nothing in Roman letters, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        assert.equal(typeof romanise(text), 'string');
        const roman = text.replace(/[^ -~]/g, '');
        assert.equal(romanise(roman), roman);
      }),
    );
    assert.equal(typeof romanise('あ'.repeat(5000)), 'string');
  });
});
