import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readReturn } from '../../src/three-ds/return-message.js';

const ORIGIN = 'https://shop.example';
const WRAPPER = { name: 'wrapper' } as unknown as Window;
const inWrapper = { parent: WRAPPER };
const GOOD = { isTrusted: true, origin: ORIGIN, source: inWrapper, data: { shoji: 'returned', accessId: 'a1' } };
const read = (change: object, wrapper: Window | null = WRAPPER) =>
  readReturn({ ...GOOD, ...change } as unknown as MessageEvent<unknown>, ORIGIN, wrapper);

describe('readReturn', () => {
  it('takes what the return page says out of the dialog’s own frame', () => {
    assert.deepEqual(read({}), { accessId: 'a1' });
  });

  it('takes no access ID that is none', () => {
    assert.deepEqual(read({ data: { shoji: 'returned', accessId: '<b>' } }), { accessId: null });
  });

  const refused: readonly (readonly [why: string, change: object])[] = [
    ['another origin', { origin: 'https://issuer.example' }],
    ['an opaque origin', { origin: 'null' }],
    ['a sibling frame', { source: { parent: { name: 'page' } } }],
    ['the wrapper itself', { source: WRAPPER }],
    ['the page itself', { source: { parent: null } }],
    ['a port', { source: {} }],
    ['a window that is gone', { source: null }],
    ['an event made by a script', { isTrusted: false }],
    ['another message', { data: { shoji: 'paid' } }],
    ['a message with a verdict only', { data: { transStatus: 'Y' } }],
    ['a text', { data: 'returned' }],
    ['nothing', { data: null }],
  ];
  for (const [why, change] of refused) {
    it(`drops ${why}`, () => {
      assert.equal(read(change), null);
    });
  }

  it('drops everything while there is no frame', () => {
    assert.equal(read({ source: { parent: null } }, null), null);
  });
});
