import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { challengeAddress } from '../../src/three-ds/challenge.js';
import { redirect } from '../../src/three-ds/redirect.js';

const ADDRESS = 'https://gateway.example/api/v2/brw/callback?transId=1&t=2';

/** As much of a window as a redirect uses. */
function openPage() {
  const left: string[] = [];
  const page = Object.assign(new EventTarget(), { location: { assign: (address: string) => left.push(address) } });
  const show = (persisted: boolean) => page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
  return { page: page as unknown as Window, left, show };
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

describe('redirect', () => {
  it('leaves the page, to the address as it is', () => {
    const { page, left } = openPage();
    const giveUp = new AbortController();
    void redirect(ADDRESS, page, { signal: giveUp.signal });
    assert.deepEqual(left, [ADDRESS]);
    giveUp.abort();
  });

  it('is cancelled when the page comes back out of the cache', async () => {
    const { page, show } = openPage();
    const outcome = redirect(ADDRESS, page);
    show(true);
    assert.deepEqual(await outcome, { status: 'cancelled' });
  });

  it('is not cancelled by the first showing of a page that still loads', async () => {
    const { page, show } = openPage();
    const giveUp = new AbortController();
    let isOver = false;
    const outcome = redirect(ADDRESS, page, { signal: giveUp.signal }).then((result) => {
      isOver = true;
      return result;
    });
    show(false);
    await new Promise(setImmediate);
    assert.equal(isOver, false);
    giveUp.abort();
    assert.deepEqual(await outcome, { status: 'cancelled' });
  });

  it('never leaves when it was given up before', async () => {
    const { page, left } = openPage();
    assert.deepEqual(await redirect(ADDRESS, page, { signal: AbortSignal.abort() }), { status: 'cancelled' });
    assert.deepEqual(left, []);
  });

  for (const [what, deadline, milliseconds, status] of [
    ['expires at the deadline of the shop', 5_000, 5_000, 'expired'],
    ['is blocked when the browser never leaves', undefined, 30_000, 'blocked'],
  ] as const) {
    it(what, async () => {
      mock.timers.enable({ apis: ['setTimeout'] });
      try {
        const { page } = openPage();
        const outcome = redirect(ADDRESS, page, deadline === undefined ? {} : { deadline });
        mock.timers.tick(milliseconds);
        assert.deepEqual(await outcome, { status });
      } finally {
        mock.timers.reset();
      }
    });
  }
});
