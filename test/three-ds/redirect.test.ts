import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { challengeAddress } from '../../src/three-ds/challenge.js';
import { leave } from '../../src/three-ds/redirect.js';

const ADDRESS = 'https://gateway.example/api/v2/brw/callback?transId=1&t=2';

/** As much of a window as a redirect uses. */
function openPage() {
  const left: string[] = [];
  const page = Object.assign(new EventTarget(), { location: { assign: (address: string) => left.push(address) } });
  const show = (persisted: boolean) => page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
  return { page: page as unknown as Window, left, show };
}

/** Has it come to anything by now? */
async function isOver(promise: Promise<void>): Promise<boolean> {
  let over = false;
  void promise.then(() => {
    over = true;
  });
  await new Promise(setImmediate);
  return over;
}

describe('challengeAddress', () => {
  const rows: readonly (readonly [address: string, isGood: boolean, why: string])[] = [
    [ADDRESS, true, 'RedirectUrl, whole, with its second parameter'],
    ['http://gateway.localhost:3002/x', true, 'the sandbox'],
    ['javascript:alert(1)', false, 'would run as script'],
    ['data:text/html,x', false, 'would show what somebody wrote'],
    ['/relative', false, 'RedirectUrl is absolute'],
    ['', false, 'nothing'],
  ];
  for (const [address, isGood, why] of rows) {
    it(`${isGood ? 'takes' : 'refuses'} ${address || 'an empty text'}: ${why}`, () => {
      assert.equal(challengeAddress(address)?.href ?? null, isGood ? address : null);
    });
  }
});

describe('leave', () => {
  it('goes to the address as it is', () => {
    const { page, left } = openPage();
    const life = new AbortController();
    void leave(ADDRESS, page, life.signal);
    assert.deepEqual(left, [ADDRESS]);
    life.abort();
  });

  it('is over when the page comes back out of the cache', async () => {
    const { page, show } = openPage();
    const stayed = leave(ADDRESS, page, new AbortController().signal);
    show(true);
    assert.equal(await isOver(stayed), true);
  });

  it('is not over with the first showing of a page that still loads', async () => {
    const { page, show } = openPage();
    const life = new AbortController();
    const stayed = leave(ADDRESS, page, life.signal);
    show(false);
    assert.equal(await isOver(stayed), false);
    life.abort();
    show(true);
    assert.equal(await isOver(stayed), false, 'nor after it was given up');
  });

  it('is over when the browser never leaves', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      const { page } = openPage();
      const stayed = leave(ADDRESS, page, new AbortController().signal);
      mock.timers.tick(15_000);
      assert.equal(await isOver(stayed), true);
    } finally {
      mock.timers.reset();
    }
  });
});
