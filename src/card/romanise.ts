/**
 * Kana in Roman capitals as Japanese passports have them (Hepburn without marks for long vowels, Ordinance on Passports). The
 * letters come from the `hepburn` package; here is only what passports write in another way. Loaded on the first kana only, in a
 * file of its own: nothing else may import it.
 */
import { fromKana } from 'hepburn';

const RUN = /[ぁ-ゖァ-ヺ][ぁ-ゖァ-ヺー]*/g;
const HIRAGANA = /[ぁ-ゖ]/g;
const SMALL_VOWEL = /[ァィゥェォャュョヮ]/g;

/** Kana that passports write like others. */
const SAME: Readonly<Record<string, string>> = { ヂ: 'ジ', ヅ: 'ズ', ヰ: 'イ', ヱ: 'エ', ヲ: 'オ', ヵ: 'カ', ヶ: 'ケ', ー: '' };
const SAME_AS_OTHERS = /[ヂヅヰヱヲヵヶー]/g;

/** Kana becomes capitals, a middle dot a space, everything else stays: `'やまだ たろう'` → `'YAMADA TARO'`. */
export const romanise = (text: string): string => text.replace(RUN, romaniseRun).replace(/[・゠]/g, ' ');

function romaniseRun(run: string): string {
  const katakana = run
    .replace(HIRAGANA, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replace(SAME_AS_OTHERS, (kana) => SAME[kana] ?? '');
  return fromKana(fromKana(katakana).replace(SMALL_VOWEL, (kana) => String.fromCharCode(kana.charCodeAt(0) + 1)))
    .replace(/[ッ']/g, '')
    .replace(/N(?=[BMP])/g, 'M') // なんば NAMBA
    // おおの ONO, さとう SATO; but よこお YOKOO at the end, and いのうえ INOUE, where う begins うえ
    .replace(/O(?:O(?!$)|U(?!E$))/g, 'O')
    .replace(/UU(?!RA$)/g, 'U'); // ゆうこ YUKO; but まつうら MATSUURA
}
