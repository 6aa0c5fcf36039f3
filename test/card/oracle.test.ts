/**
 * Our engine against `card-validator` and `credit-card-type`. Every difference must be one that is listed here with its reason;
 * every listed difference must occur, so that the list cannot outlive its causes.
 */
import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import valid from 'card-validator';
import creditCardType from 'credit-card-type';
import { brandsOf } from '../../src/card/brands.js';
import { verifyCardNumber } from '../../src/card/card-number.js';
import { verifyCvc } from '../../src/card/cvc.js';
import { formatExpiry, verifyExpiry } from '../../src/card/expiry.js';
import type { MonthOfYear } from '../../src/card/verification.js';

interface Difference<Case> {
  readonly reason: string;
  readonly explains: (found: Case) => boolean;
}

/** Collects disagreements and settles them with the list. */
function settle<Case>(differences: readonly Difference<Case>[], cases: readonly Case[]): void {
  const used = new Set<string>();
  for (const found of cases) {
    const difference = differences.find(({ explains }) => explains(found));
    assert.ok(difference, `unexplained: ${JSON.stringify(found)}`);
    used.add(difference.reason);
  }
  assert.deepEqual(differences.map(({ reason }) => reason).filter((reason) => !used.has(reason)), []);
}

/** A repeatable source of chance, so that a red run can be run again. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Brands that are not charged by any Japanese acquirer; we treat their numbers as an unknown brand or as the range's owner. */
const FOREIGN_BRANDS = ['elo', 'mir', 'hiper', 'hipercard', 'naranja', 'verve', 'troy'];
const between = (digits: string, low: number, high: number): boolean => {
  const length = String(low).length;
  const prefix = Number(digits.slice(0, length));
  return digits.length >= length && prefix >= low && prefix <= high;
};
const isCoBadged = (digits: string): boolean => between(digits, 622126, 622925);

describe('brands against credit-card-type', () => {
  interface Case {
    readonly digits: string;
    readonly ours: readonly string[];
    readonly theirs: readonly string[];
  }
  const differences: readonly Difference<Case>[] = [
    { reason: 'brands that we do not have', explains: ({ theirs }) => theirs.some((brand) => FOREIGN_BRANDS.includes(brand)) },
    { reason: '622126–622925 bears the marks of Discover and UnionPay', explains: ({ digits }) => isCoBadged(digits) },
    { reason: '3095 is Diners Club', explains: ({ digits }) => between(digits, 3095, 3095) },
    { reason: '493698 is an ordinary Visa range to us', explains: ({ digits }) => between(digits, 493698, 493698) },
    { reason: 'all of 62 is UnionPay, not only the listed parts', explains: ({ digits }) => between(digits, 62, 62) },
    { reason: '640–643 belongs to nobody; theirs calls every 6 Maestro', explains: ({ digits }) => between(digits, 640, 643) },
  ];

  it('differs only as listed, for every prefix of four digits and for longer ones', () => {
    const roll = dice(1);
    const cases: Case[] = [];
    const compare = (digits: string): void => {
      const ours = [...brandsOf(digits)].sort();
      const theirs = creditCardType(digits).map(({ type }) => type).sort();
      if (ours.join() !== theirs.join()) cases.push({ digits, ours, theirs });
    };
    for (let four = 0; four < 10_000; four += 1) {
      const digits = String(four).padStart(4, '0');
      // Eight digits settle each of theirs; shorter ones list candidates of brands that we do not have.
      compare(digits + String(roll(10_000)).padStart(4, '0'));
    }
    for (let iin = 622_000; iin < 623_000; iin += 1) compare(`${iin}00`);
    compare('49369800');
    settle(differences, cases);
  });

  it('offers every brand of theirs that we have while a number is short, but for their catch-all Maestro', () => {
    for (let value = 0; value < 1000; value += 1) {
      for (const digits of [String(value), String(value).padStart(2, '0'), String(value).padStart(3, '0')]) {
        const ours: readonly string[] = brandsOf(digits);
        for (const { type } of creditCardType(digits)) {
          if (FOREIGN_BRANDS.includes(type) || type === 'maestro') continue;
          assert.ok(ours.includes(type), `${digits} ${type}`);
        }
      }
    }
  });
});

describe('numbers against card-validator', () => {
  interface Case {
    readonly digits: string;
    readonly luhn: boolean;
    readonly ours: { readonly isValid: boolean; readonly isPotentiallyValid: boolean; readonly brands: readonly string[] };
    readonly theirs: { readonly isValid: boolean; readonly isPotentiallyValid: boolean; readonly type: string | undefined };
  }
  const differences: readonly Difference<Case>[] = [
    { reason: 'GMO takes at most 16 digits (code 102)', explains: ({ digits }) => digits.length > 16 },
    {
      reason: 'nothing can follow the 16th digit (GMO code 102), so a wrong one cannot be mended',
      explains: ({ digits, ours, theirs }) =>
        digits.length === 16 && !ours.isPotentiallyValid && !theirs.isValid && theirs.isPotentiallyValid,
    },
    { reason: 'brands that we do not have', explains: ({ theirs }) => FOREIGN_BRANDS.includes(theirs.type ?? '') },
    {
      reason: 'a brand unknown to both is left to the gateway: 10 to 16 digits',
      explains: ({ ours, theirs }) => ours.brands.length === 0 && (theirs.type ?? 'maestro') === 'maestro',
    },
    {
      reason: 'JCB 2131 and 1800 have 15 digits, not 16 to 19',
      explains: ({ digits }) => between(digits, 2131, 2131) || between(digits, 1800, 1800),
    },
    { reason: '3095 is Diners Club', explains: ({ digits }) => between(digits, 3095, 3095) },
    {
      reason: 'Diners Club has any length from 14 (ISO/IEC 7812 table), not only 14, 16 and 19',
      explains: ({ digits, ours }) => digits.length === 15 && ours.brands.includes('diners-club'),
    },
    {
      reason: 'UnionPay starts at 16 digits, not at 14',
      explains: ({ digits, ours }) => digits.length < 16 && ours.brands.includes('unionpay'),
    },
    {
      reason: 'all of 62 is UnionPay and so without the Luhn check; theirs takes the unlisted parts for Maestro',
      explains: ({ digits, theirs }) => between(digits, 62, 62) && theirs.type === 'maestro',
    },
  ];

  it('differs only as listed, for 30,000 numbers of every brand and length', () => {
    const roll = dice(2);
    const heads = [
      ...['4', '51', '55', '2221', '2720', '34', '37', '300', '3095', '36', '38', '39', '6011', '644', '65', '3528', '3589'],
      ...['2131', '1800', '62', '622126', '6219', '8100', '8171', '50', '5018', '56', '60', '63', '67', '640', '31', '9', '1'],
      ...['2200', '6370950', '606282', '438935', '509000', '5895620', '506099', '979200', '650031', '6500520'],
    ];
    const cases: Case[] = [];
    let count = 0;
    const compare = (digits: string, luhn: boolean): void => {
      count += 1;
      const { isValid, isPotentiallyValid } = verifyCardNumber(digits, { luhn });
      const oracle = valid.number(digits, { skipLuhnValidation: !luhn });
      const theirs = { isValid: oracle.isValid, isPotentiallyValid: oracle.isPotentiallyValid, type: oracle.card?.type };
      if (isValid === theirs.isValid && isPotentiallyValid === theirs.isPotentiallyValid) return;
      cases.push({ digits, luhn, ours: { isValid, isPotentiallyValid, brands: brandsOf(digits) }, theirs });
    };
    for (let round = 0; round < 55; round += 1) {
      for (const head of heads) {
        for (let length = 9; length <= 20; length += 1) {
          let body = head;
          while (body.length < length - 1) body += roll(10);
          const luhn = roll(4) > 0;
          const right = Array.from({ length: 10 }, (_, digit) => `${body}${digit}`).find((each) => luhn10(each)) ?? body;
          compare(roll(2) ? right : `${body}${roll(10)}`, luhn);
        }
      }
    }
    assert.ok(count > 25_000);
    settle(differences, cases);
  });
});

describe('expiry dates against card-validator', () => {
  const today: MonthOfYear = { month: 11, year: 2025 };
  interface Case {
    readonly text: string;
    readonly ours: ReturnType<typeof verifyExpiry>;
    readonly theirs: ReturnType<typeof valid.expirationDate>;
  }
  const isUnseparated = (text: string): boolean => /^\d+$/.test(text);
  const differences: readonly Difference<Case>[] = [
    {
      reason: 'a date is good for 20 years, not 19',
      explains: ({ ours, theirs }) => ours.expiry?.year === 2045 && !theirs.isValid,
    },
    {
      reason: 'YY/MM is understood when MM/YY cannot be',
      explains: ({ text, ours, theirs }) => ours.isValid && !theirs.isValid && /^\d\d\D*\d\d$/.test(text),
    },
    {
      reason: 'YYYY and MM in any writing are understood, also as 20/3012, which shows while 203012 is typed',
      explains: ({ text, ours, theirs }) => ours.isValid && !theirs.isValid && /^20\/?\d\d\D*\d\d?$/.test(text),
    },
    {
      reason: 'without a separator the month has two digits, as it is shown while typing',
      explains: ({ text, ours, theirs }) => !ours.isValid && theirs.isValid && isUnseparated(text) && text.length % 2 === 1,
    },
    {
      reason: 'a slash behind three digits moves behind two, as it is shown while typing',
      explains: ({ text }) => /^\d{3}\D/.test(text),
    },
    {
      reason: 'any separator will do',
      explains: ({ text, ours, theirs }) => ours.isValid && !theirs.isValid && /^\d{1,2}-\d+$/.test(text),
    },
  ];

  it('differs only as listed, for every month and 30,000 texts of digits and separators', () => {
    mock.timers.enable({ apis: ['Date'], now: new Date(today.year, today.month - 1, 15).getTime() });
    try {
      const cases: Case[] = [];
      const seen = new Set<string>();
      const compare = (text: string): void => {
        if (seen.has(text)) return;
        seen.add(text);
        const ours = verifyExpiry(text, today);
        const theirs = valid.expirationDate(text);
        const isSameMonth = ours.expiry?.month === Number(theirs.month);
        const isSameYear = (ours.expiry?.year ?? 0) % 100 === Number(theirs.year) % 100;
        const isSame = ours.isValid === theirs.isValid && (!ours.isValid || (isSameMonth && isSameYear));
        if (!isSame) cases.push({ text, ours, theirs });
      };
      for (let year = 2000; year < 2100; year += 1) {
        for (let month = 0; month <= 19; month += 1) {
          const mm = String(month).padStart(2, '0');
          const yy = String(year % 100).padStart(2, '0');
          for (const separator of ['', '/', ' ', '-', ' / ']) {
            for (const first of [mm, String(month)]) {
              compare(first + separator + yy);
              compare(first + separator + String(year));
            }
            compare(String(year) + separator + mm);
            compare(yy + separator + mm);
          }
        }
      }
      const roll = dice(3);
      for (let round = 0; round < 12_000; round += 1) {
        compare(Array.from({ length: 1 + roll(3) }, () => roll(10)).join('') + (roll(2) ? '/' : '') + roll(3000));
      }
      assert.ok(seen.size > 25_000, String(seen.size));
      settle(differences, cases);
    } finally {
      mock.timers.reset();
    }
  });

  it('finds potentially valid what theirs does, once it is shown with its slash, but for the listed readings', () => {
    mock.timers.enable({ apis: ['Date'], now: new Date(today.year, today.month - 1, 15).getTime() });
    try {
      for (let month = 1; month <= 12; month += 1) {
        for (let year = 2025; year <= 2044; year += 1) {
          const whole = `${String(month).padStart(2, '0')}/${year}`;
          for (let length = 1; length <= whole.length; length += 1) {
            const shown = formatExpiry(whole.slice(0, length));
            const isOver = year === 2025 && month < today.month;
            if (isOver) continue;
            assert.equal(verifyExpiry(shown, today).isPotentiallyValid, true, shown);
            assert.equal(valid.expirationDate(shown).isPotentiallyValid, true, shown);
          }
        }
      }
    } finally {
      mock.timers.reset();
    }
  });
});

describe('security codes against card-validator', () => {
  it('agrees for every length and brand', () => {
    for (let length = 0; length <= 6; length += 1) {
      for (const brand of ['american-express', 'visa', 'jcb', 'unionpay', undefined] as const) {
        const size = brand ? creditCardType.getTypeInfo(brand).code.size : [3, 4];
        for (const digit of '0123456789') {
          const text = digit.repeat(length);
          const { isValid, isPotentiallyValid } = verifyCvc(text, brand);
          const theirs = valid.cvv(text, size);
          assert.deepEqual({ isValid, isPotentiallyValid }, { ...theirs }, `${text} ${brand}`);
        }
      }
    }
  });

  it('agrees that letters are wrong', () => {
    for (const text of ['a', '12a', 'abcd']) {
      assert.equal(verifyCvc(text, undefined).isPotentiallyValid, false);
      assert.equal(valid.cvv(text, [3, 4]).isPotentiallyValid, false);
    }
  });
});

/** The Luhn formula once more, in another way, so that the generator does not lean on the code under test. */
function luhn10(digits: string): boolean {
  const doubled = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9];
  const terms = [...digits].reverse().map((digit, index) => (index % 2 ? (doubled[Number(digit)] ?? 0) : Number(digit)));
  return terms.reduce((total, term) => total + term, 0) % 10 === 0;
}
