import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isChallengeInit, isChallengeMessage } from '../../src/channel/challenge-protocol.js';

const INIT = { type: 'challenge', address: 'https://gateway.example/?transId=1&t=2', title: 'Verification' };

describe('isChallengeInit', () => {
  it('takes the page’s one message', () => {
    assert.equal(isChallengeInit(INIT), true);
  });

  const wrong: readonly (readonly [why: string, change: object])[] = [
    ['an address that would run in the wrapper', { address: 'javascript:alert(1)' }],
    ['one that hides it', { address: ' javascript:alert(1)//https://' }],
    ['a document of data', { address: 'data:text/html,x' }],
    ['a relative address', { address: '/x' }],
    ['an endless address', { address: `https://a.example/${'a'.repeat(4000)}` }],
    ['no address', { address: undefined }],
    ['another type', { type: 'init' }],
    ['a title that is no text', { title: 1 }],
    ['anything more', { sandbox: '' }],
  ];
  for (const [why, change] of wrong) {
    it(`drops ${why}`, () => {
      assert.equal(isChallengeInit({ ...INIT, ...change }), false);
    });
  }
});

describe('isChallengeMessage', () => {
  it('takes three words', () => {
    for (const type of ['ready', 'loaded', 'blocked']) assert.equal(isChallengeMessage({ type }), true, type);
  });

  it('drops everything else, a verdict above all', () => {
    for (const value of [{ type: 'returned' }, { type: 'ready', transStatus: 'Y' }, { type: 'constructor' }, { type: '__proto__' }, null, 'ready']) {
      assert.equal(isChallengeMessage(value), false, JSON.stringify(value));
    }
    fc.assert(fc.property(fc.anything(), (value) => !isChallengeMessage(value)));
  });
});
