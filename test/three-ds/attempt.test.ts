import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { newAttempt, parseAttempt, readAccessId, type Attempt } from '../../src/three-ds/attempt.js';

const NOW = 1_800_000_000_000;
const PAGE = 'https://shop.example/checkout';
const REDIRECT_URL = 'https://gateway.example/api/v2/brw/callback?transId=1&t=2';
const make = (options = {}): Attempt => newAttempt(REDIRECT_URL, options, 'id-1', NOW, PAGE);

describe('an attempt', () => {
  it('lasts ten minutes and is a full page when nobody says otherwise', () => {
    assert.deepEqual(make(), { id: 'id-1', phase: 'redirect', startedAt: NOW, deadline: NOW + 600_000, redirectUrl: REDIRECT_URL });
  });

  const table: readonly (readonly [options: object, expected: Partial<Attempt>, why: string])[] = [
    [{ presentation: 'dialog' }, { phase: 'dialog' }, 'a dialog'],
    [{ presentation: 'popup' }, { phase: 'redirect' }, 'a presentation that is none'],
    [{ deadline: 5_000 }, { deadline: NOW + 5_000 }, 'a deadline of the shop'],
    [{ deadline: -1 }, { deadline: NOW }, 'a deadline that is over'],
    [{ deadline: Infinity }, { deadline: NOW + 2_147_483_647 }, 'a deadline that no timer can wait for'],
    [{ returnUrl: '/orders/1' }, { returnUrl: 'https://shop.example/orders/1' }, 'a relative return URL'],
    [{ returnUrl: 'javascript:alert(1)' }, {}, 'a return URL that would run'],
    [{ returnUrl: 'http://' }, {}, 'a return URL that is none'],
    [{ returnUrl: '/return?AccessID=a1b2' }, { returnUrl: 'https://shop.example/return?AccessID=a1b2', accessId: 'a1b2' }, 'an access ID there'],
    [{ accessId: 'a1b2' }, { accessId: 'a1b2' }, 'an access ID that the shop names'],
    [{ accessId: '<script>' }, {}, 'an access ID that is none'],
  ];
  for (const [options, expected, why] of table) {
    it(`is made with ${why}`, () => {
      assert.deepEqual(make(options), { ...make(), ...expected });
    });
  }

  it('is read back as it was written', () => {
    const attempt = make({ presentation: 'dialog', returnUrl: '/return?AccessID=a1b2' });
    assert.deepEqual(parseAttempt(JSON.stringify(attempt)), attempt);
  });

  it('never has room for anything else', () => {
    const read = parseAttempt(JSON.stringify({ ...make(), number: '4111111111111111', cvc: '737' }));
    assert.deepEqual(read, make());
  });

  const broken: readonly (readonly [change: object, why: string])[] = [
    [{ redirectUrl: 'javascript:alert(1)' }, 'an address that would run'],
    [{ redirectUrl: undefined }, 'no address'],
    [{ id: '' }, 'no name'],
    [{ id: 'a b' }, 'a name that is none'],
    [{ deadline: 'soon' }, 'a deadline that is no time'],
    [{ deadline: NOW + 2_147_483_648 }, 'a deadline that was never given'],
    [{ startedAt: -1 }, 'a beginning that is no time'],
  ];
  for (const [change, why] of broken) {
    it(`is dropped with ${why}`, () => {
      assert.equal(parseAttempt(JSON.stringify({ ...make(), ...change })), null);
    });
  }

  it('is dropped when it is no attempt at all', () => {
    for (const text of [null, '', 'null', '[]', '{}', '1', '{"id":', '"id"']) assert.equal(parseAttempt(text), null, String(text));
    fc.assert(fc.property(fc.json(), (text) => parseAttempt(text) === null));
  });
});

describe('readAccessId', () => {
  for (const [value, expected] of [['a1', 'a1'], ['', null], ['a'.repeat(65), null], [1, null], [null, null], ['a&b=c', null]] as const) {
    it(`takes ${JSON.stringify(value)} for ${JSON.stringify(expected)}`, () => {
      assert.equal(readAccessId(value), expected);
    });
  }
});
