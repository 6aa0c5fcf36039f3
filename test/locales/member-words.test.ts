import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memberWords } from '../../src/locales/member-words.js';
import { LOCALE_NAMES } from '../../src/locales/messages.js';
import { members as en } from '../../src/locales/members/en.js';
import { members as ja, type MemberWords } from '../../src/locales/members/ja.js';

const placeholdersOf = (text: string): string[] => [...text.matchAll(/\{[^}]*\}/g)].map(([hole]) => hole).sort();
const textsOf = (words: MemberWords) => Object.entries(words) as [keyof MemberWords, string][];

describe('the words of saved cards and of ways to pay', () => {
  it('are at hand in Japanese and English', () => {
    assert.deepEqual([...memberWords.loaded.keys()], ['ja', 'en']);
    assert.equal(memberWords.first.en, en);
  });

  for (const name of LOCALE_NAMES) {
    it(`are whole in ${name}: the keys of the Japanese ones, a text for each, the same holes`, async () => {
      const words = memberWords.loaded.get(name) ?? (await memberWords.load(name));
      assert.deepEqual(Object.keys(words), Object.keys(ja));
      for (const [key, text] of textsOf(words)) {
        assert.ok(text.trim() === text && text !== '', key);
        assert.deepEqual(placeholdersOf(text), placeholdersOf(ja[key]), key);
        if (name !== 'en') assert.ok(text !== en[key] || /^[^a-z]*$/i.test(text.replace(/\{\w+\}/g, '')), `${key} is English`);
      }
    });
  }
});
