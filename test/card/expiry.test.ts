import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { digitsOf } from '../../src/card/digits.js';
import { formatExpiry, verifyExpiry } from '../../src/card/expiry.js';
import type { MonthOfYear, Reason } from '../../src/card/verification.js';

const TODAY: MonthOfYear = { month: 11, year: 2025 };

type Verdict = MonthOfYear | readonly ['unfinished' | 'wrong', Reason];
const on = (month: number, year: number): MonthOfYear => ({ month, year });

/** As it is printed on a card. */
const written = ({ month, year }: MonthOfYear): string =>
  `${String(month).padStart(2, '0')}/${String(year % 100).padStart(2, '0')}`;

/** Every way in which a date may be written, as typed. */
const spellings = ({ month, year }: MonthOfYear): string[] => {
  const mm = String(month).padStart(2, '0');
  const yy = String(year % 100).padStart(2, '0');
  const forms = [`${mm}${yy}`, `${mm}/${yy}`, `${month}/${yy}`, `${mm}${year}`, `${mm}/${year}`, `${month}/${year}`];
  forms.push(`${year}/${mm}`, `${year}/${month}`, `${year}${mm}`, `20/${yy}/${mm}`);
  if (Number(yy) > 12) forms.push(`${yy}/${mm}`, `${yy}${mm}`);
  return forms;
};

describe('expiry', () => {
  const table: readonly (readonly [input: string, verdict: Verdict, why: string])[] = [
    ['11/25', on(11, 2025), 'this month is still good'],
    ['10/25', ['wrong', 'expiry-past'], 'last month'],
    ['12/25', on(12, 2025), 'next month'],
    ['12/24', ['wrong', 'expiry-past'], 'last year'],
    ['12/45', on(12, 2045), 'twenty years ahead'],
    ['01/46', ['wrong', 'expiry-far'], 'more than twenty years ahead'],
    ['01/99', ['wrong', 'expiry-past'], '1999 is nearer than 2099'],
    ['00/30', ['wrong', 'expiry-month'], 'month 00'],
    ['13/30', ['wrong', 'expiry-month'], 'month 13: GMO 113'],
    ['13', ['wrong', 'expiry-month'], 'neither a month nor a year ahead'],
    ['0/', ['wrong', 'expiry-month'], 'month 0'],
    ['', ['unfinished', 'expiry-missing'], 'nothing'],
    [' / ', ['unfinished', 'expiry-missing'], 'separators only'],
    ['0', ['unfinished', 'expiry-incomplete'], '0…'],
    ['1', ['unfinished', 'expiry-incomplete'], '1…'],
    ['5', ['unfinished', 'expiry-incomplete'], '5/…'],
    ['12', ['unfinished', 'expiry-incomplete'], '12…'],
    ['12/', ['unfinished', 'expiry-incomplete'], '12/…'],
    ['12/3', ['unfinished', 'expiry-incomplete'], '12/3…'],
    ['12/1', ['wrong', 'expiry-invalid'], 'no year ahead begins like this'],
    ['12/20', ['unfinished', 'expiry-past'], '12/20… may become 12/2030'],
    ['12/203', ['unfinished', 'expiry-incomplete'], '12/203…'],
    ['12/204', ['unfinished', 'expiry-incomplete'], '12/204…'],
    ['12/206', ['wrong', 'expiry-invalid'], '206x is too far'],
    ['12/2030', on(12, 2030), 'MM/YYYY'],
    ['12/2024', ['wrong', 'expiry-past'], 'MM/YYYY past'],
    ['12/2046', ['wrong', 'expiry-far'], 'MM/YYYY far'],
    ['12/20301', ['wrong', 'expiry-invalid'], 'five digits of a year'],
    ['1230', on(12, 2030), 'MMYY'],
    ['122030', on(12, 2030), 'MMYYYY'],
    ['203012', on(12, 2030), 'YYYYMM'],
    ['5/30', on(5, 2030), 'M/YY'],
    ['5/2030', on(5, 2030), 'M/YYYY'],
    ['2030-12', on(12, 2030), 'YYYY-MM, as the platform writes a month'],
    ['2030-1', on(1, 2030), 'YYYY-M'],
    ['2030-', ['unfinished', 'expiry-incomplete'], 'YYYY-…'],
    ['2030-13', ['wrong', 'expiry-month'], 'YYYY-MM, month 13'],
    ['2024-12', ['wrong', 'expiry-past'], 'YYYY-MM past'],
    ['2025-10', ['wrong', 'expiry-past'], 'YYYY-MM last month'],
    ['2046-01', ['wrong', 'expiry-far'], 'YYYY-MM far'],
    ['30/12', on(12, 2030), 'YY/MM when MM/YY cannot be'],
    ['30/1', ['unfinished', 'expiry-incomplete'], 'YY/M…'],
    ['30/13', ['wrong', 'expiry-month'], 'neither order has a month'],
    ['25/10', ['wrong', 'expiry-month'], 'the other order would be past, so the month is what looks wrong'],
    ['12/31', on(12, 2031), 'MM/YY goes first'],
    ['20/30', ['unfinished', 'expiry-month'], '2030-… on its way'],
    ['20/305', ['wrong', 'expiry-month'], 'not May 2030'],
    ['530', ['wrong', 'expiry-month'], 'without a slash the month has two digits'],
    ['12-30', on(12, 2030), 'hyphen'],
    ['12 30', on(12, 2030), 'space'],
    ['12.30', on(12, 2030), 'full stop'],
    ['１２／３０', on(12, 2030), 'full-width'],
    ['１２ー３０', on(12, 2030), 'long-vowel mark'],
    ['2030年12月', on(12, 2030), 'Japanese'],
    ['12月30年', on(12, 2030), 'Japanese, month first'],
    ['\u202a12/30\u202c', on(12, 2030), 'bidi marks'],
    [' 12 / 30 ', on(12, 2030), 'spaces around'],
    ['Dec 2030', ['wrong', 'expiry-invalid'], 'letters'],
    ['\ud83d', ['wrong', 'expiry-invalid'], 'a lone surrogate'],
    ['1'.repeat(5000), ['wrong', 'expiry-invalid'], '5,000 digits'],
    ['/'.repeat(5000), ['unfinished', 'expiry-missing'], '5,000 slashes'],
  ];
  for (const [input, verdict, why] of table) {
    it(`reads "${input.slice(0, 20)}" as ${JSON.stringify(verdict)}: ${why}`, () => {
      const { isValid, isPotentiallyValid, reason, expiry } = verifyExpiry(input, TODAY);
      if ('month' in verdict) {
        assert.deepEqual([isValid, isPotentiallyValid, reason, expiry], [true, true, undefined, verdict]);
      } else {
        assert.deepEqual([isValid, expiry], [false, undefined]);
        assert.deepEqual([isPotentiallyValid, reason], [verdict[0] === 'unfinished', verdict[1]]);
      }
    });
  }

  const formats: readonly (readonly [input: string, shown: string, why: string])[] = [
    ['', '', 'nothing'],
    ['/', '', 'no slash without a month'],
    ['1', '1', 'may become 12'],
    ['5', '5', 'no digit is put in front'],
    ['12', '12', 'no slash before it is needed, so Backspace is never trapped'],
    ['12/', '12/', 'a typed slash stays'],
    ['1/', '1/', 'a typed slash stays'],
    ['123', '12/3', 'the slash comes with the third digit'],
    ['1230', '12/30', 'MMYY'],
    ['122030', '12/2030', 'MMYYYY loses nothing'],
    ['1/30', '1/30', 'M/YY'],
    ['2030', '20/30', 'not yet known to be a year'],
    ['20/30-', '2030/', 'the hyphen of 2030-12 shows that it is one'],
    ['2030-12', '2030/12', 'YYYY-MM loses nothing'],
    ['30/12', '30/12', 'digits are never swapped'],
    ['１２／３０', '12/30', 'full-width'],
    ['12/30/', '12/30', 'nothing behind a year'],
    ['12//30', '12/30', 'a second slash'],
    ['ab12cd30', '12/30', 'letters vanish'],
  ];
  for (const [input, shown, why] of formats) {
    it(`shows "${input}" as "${shown}": ${why}`, () => assert.equal(formatExpiry(input), shown));
  }

  const month = fc.record({ month: fc.integer({ min: 1, max: 12 }), year: fc.integer({ min: 2000, max: 2098 }) });
  const untidy = fc.oneof(fc.stringMatching(/^[0-9/\- 年月０-９]{0,12}$/u), fc.string({ unit: 'binary', maxLength: 20 }));

  it('writes a date so that it reads back, whatever today is', () => {
    fc.assert(
      fc.property(month, fc.nat(20), (today, ahead) => {
        const expiry = on(12, today.year + ahead);
        assert.deepEqual(verifyExpiry(written(expiry), today).expiry, expiry);
      }),
    );
  });

  it('reads two-digit years across the turn of a century', () => {
    assert.deepEqual(verifyExpiry('01/05', on(12, 2095)).expiry, on(1, 2105));
    assert.equal(verifyExpiry('01/94', on(12, 2095)).reason, 'expiry-past');
  });

  it('changes nothing in what is formatted', () => {
    fc.assert(fc.property(untidy, (text) => assert.equal(formatExpiry(formatExpiry(text)), formatExpiry(text))));
  });

  it('never loses or moves a digit', () => {
    fc.assert(fc.property(untidy, (text) => assert.equal(digitsOf(formatExpiry(text)), digitsOf(text))));
  });

  it('gives what is shown the verdict of what was typed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9/\- ０-９]{0,9}$/u), month, (text, today) => {
        assert.deepEqual(verifyExpiry(formatExpiry(text), today), verifyExpiry(text, today));
      }),
    );
  });

  for (const today of [TODAY, on(1, 2026), on(12, 2020), on(9, 2029)]) {
    it(`calls a text potentially valid exactly when typing on can finish it, in ${today.month}/${today.year}`, () => {
      const reachable = new Set<string>();
      for (let ahead = 0; ahead <= 20; ahead += 1) {
        for (let each = ahead ? 1 : today.month; each <= 12; each += 1) {
          for (const spelling of spellings(on(each, today.year + ahead))) {
            let shown = '';
            for (const key of spelling) {
              shown = formatExpiry(shown + key);
              reachable.add(shown);
            }
            assert.deepEqual(verifyExpiry(shown, today).expiry, on(each, today.year + ahead), spelling);
          }
        }
      }
      const texts = new Set<string>();
      for (let value = 0; value < 10 ** 5; value += 1) {
        const digits = String(value);
        for (let zeros = 0; zeros < 2 && digits.length + zeros < 6; zeros += 1) {
          const padded = '0'.repeat(zeros) + digits;
          for (let slash = 0; slash <= padded.length; slash += 1) {
            texts.add(formatExpiry(`${padded.slice(0, slash)}/${padded.slice(slash)}`));
          }
          texts.add(formatExpiry(padded));
        }
      }
      for (const text of texts) {
        assert.equal(verifyExpiry(text, today).isPotentiallyValid, text === '' || reachable.has(text), text);
      }
    });
  }

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), fc.nat(0xffff), (text, unit) => {
        assert.equal(typeof verifyExpiry(text + String.fromCharCode(unit), TODAY).isValid, 'boolean');
      }),
    );
  });
});
