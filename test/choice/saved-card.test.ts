import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { firstChoice, lastDigits, printedExpiry, readCards, standingOf, type SavedCard } from '../../src/choice/saved-card.js';

const TODAY = new Date(2026, 10, 28); // November
const card = (overrides: Partial<SavedCard> = {}): SavedCard => ({
  sequence: '0', maskedNumber: '*************111', brand: 'visa', expiry: '2912', isDefault: false, ...overrides,
});

describe('the expiry of a saved card', () => {
  const table: readonly (readonly [expiry: string, standing: string, printed: string, why: string])[] = [
    ['2612', 'good', '12/26', 'next month'],
    ['2611', 'last-month', '11/26', 'good until the end of its month'],
    ['2610', 'expired', '10/26', 'the month before'],
    ['2511', 'expired', '11/25', 'a year before'],
    ['2701', 'good', '01/27', 'the next year'],
    ['202911', 'good', '11/29', 'a year of four digits'],
    ['2029-11', 'good', '11/29', 'as months are written in HTML'],
    ['2026-11', 'last-month', '11/26', 'as months are written in HTML'],
    ['9912', 'good', '12/99', 'far away'],
    ['2613', 'good', '', 'no month: not shown, and the gateway decides'],
    ['2600', 'good', '', 'no month'],
    ['', 'good', '', 'nothing'],
    ['12/29', 'good', '', 'another way to write it, which nobody can be sure of'],
  ];
  for (const [expiry, standing, printed, why] of table) {
    it(`takes ${expiry || 'nothing'} for ${standing}: ${why}`, () => {
      assert.equal(standingOf(card({ expiry }), TODAY), standing);
      assert.equal(printedExpiry(card({ expiry })), printed);
    });
  }

  it('ends with the last moment of the month', () => {
    assert.equal(standingOf(card({ expiry: '2611' }), new Date(2026, 10, 30, 23, 59, 59)), 'last-month');
    assert.equal(standingOf(card({ expiry: '2611' }), new Date(2026, 11, 1)), 'expired');
  });
});

describe('the digits of a saved card', () => {
  const table: readonly (readonly [masked: string, digits: string, why: string])[] = [
    ['*************111', '111', 'three are left'],
    ['************1111', '1111', 'four are left'],
    [' ****1234 ', '1234', 'white space around'],
    ['****', '', 'none are left'],
    ['', '', 'nothing'],
  ];
  for (const [maskedNumber, digits, why] of table) {
    it(`are ${digits || 'none'} of ${maskedNumber || 'nothing'}: ${why}`, () => {
      assert.equal(lastDigits(card({ maskedNumber })), digits);
    });
  }

  it('are never more than four, whatever a shop hands over', () => {
    assert.equal(lastDigits(card({ maskedNumber: '4111111111111111' })), '1111');
    fc.assert(fc.property(fc.string(), (maskedNumber) => lastDigits(card({ maskedNumber })).length <= 4));
  });
});

describe('the list', () => {
  it('keeps what is known of a card, and nothing else', () => {
    const given = [{ ...card(), cardNo: 'x', holderName: 'TARO' }];
    assert.deepEqual(readCards(given), [card()]);
  });

  it('takes numbers where a server writes them', () => {
    assert.deepEqual(readCards([{ sequence: 0, maskedNumber: '*111', brand: 'VISA', expiry: 2912 }]), [card({ maskedNumber: '*111' })]);
  });

  it('leaves out what is no card, and a second one of the same sequence', () => {
    assert.deepEqual(readCards([null, 1, 'x', {}, { sequence: '' }, card(), card({ brand: 'jcb' })]), [card()]);
    for (const none of [null, undefined, {}, 'x', 5]) assert.deepEqual(readCards(none), []);
  });

  it('can be anything at all', () => {
    fc.assert(fc.property(fc.anything(), (list) => Array.isArray(readCards(list))));
  });
});

describe('the first choice', () => {
  const good = card({ sequence: '0' });
  const usual = card({ sequence: '1', isDefault: true });
  const expired = card({ sequence: '2', expiry: '2610' });
  const expiredUsual = card({ sequence: '3', expiry: '2610', isDefault: true });
  const table: readonly (readonly [cards: SavedCard[], hasNew: boolean, choice: string | null, why: string])[] = [
    [[good, usual], true, '1', 'the usual card'],
    [[good], true, null, 'the shopper says, where no card is the usual one'],
    [[good, expiredUsual], true, null, 'the usual card has expired, and another is not ours to choose'],
    [[expired], true, '', 'the new card, where none can be paid with'],
    [[expired], false, null, 'none can be paid with, and there is no new one'],
    [[], true, '', 'the new card alone'],
    [[], false, null, 'nothing at all'],
  ];
  for (const [cards, hasNew, choice, why] of table) {
    it(`is ${JSON.stringify(choice)}: ${why}`, () => {
      assert.equal(firstChoice(cards, hasNew, TODAY), choice);
    });
  }
});
