/**
 * The cardholder name as GMO takes it: half-width letters, digits and a few symbols (code 131), at most 50 characters (code
 * 132). People may type kana and full-width letters: what is sent is made from it, what is typed stays.
 */
import { digitsOf, toAsciiDigits } from './digits.js';
import { unfinished, VALID, wrong } from './verification.js';
import type { Verification } from './verification.js';

const MOST_CHARACTERS = 50;

/** No name has ten digits, and GMO's shortest card number has: it was typed into the wrong field. */
const FEWEST_CARD_DIGITS = 10;

/**
 * Assumption: GMO says "some symbols" without listing them in public; these are the ones that a production shop allows. Whatever
 * the list may become, `|` must never pass: GMO's script joins the card details with it.
 */
const CHARACTERS = /^[A-Z0-9 ,.\-/]*$/;
const LETTER = /[A-Z]/;
const DASHES = /[\p{Pd}−ーｰ]/gu;
const SPACES = /\s+/g;

/** Kana to Roman capitals; see romanise.ts, which is loaded when there is kana. */
export type Romanise = (text: string) => string;

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const KANJI = /\p{Script=Han}/u;

/** Is there kana of any width: `'ﾔﾏﾀﾞ'` yes, `'ANNAーK'` no. */
export const hasKana = (text: string): boolean => KANA.test(text);

/** The exact text that is sent: `' ｔａｒｏ　 Yamada '` → `'TARO YAMADA'`, and kana as `romanise` writes it. */
export const normaliseCardholderName = (text: string, romanise: Romanise = (kana) => kana): string =>
  romanise(toAsciiDigits(text).normalize('NFKC')).replace(DASHES, '-').replace(SPACES, ' ').trim().toUpperCase();

/** Judges a typed name by what would be sent: `'Ｔａｒｏ Yamada'` → valid, `'山田太郎'` → name-kanji. */
export function verifyCardholderName(text: string, romanise?: Romanise): Verification {
  const name = normaliseCardholderName(text, romanise);
  if (!name) return unfinished('name-missing');
  if (digitsOf(name).length >= FEWEST_CARD_DIGITS) return wrong('name-is-number');
  if (KANJI.test(name)) return wrong('name-kanji');
  if (!CHARACTERS.test(name)) return wrong('name-characters');
  if (name.length > MOST_CHARACTERS) return wrong('name-too-long');
  return LETTER.test(name) ? VALID : unfinished('name-characters');
}
