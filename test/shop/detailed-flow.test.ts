/** The shop that decides itself: CallbackType 2 from the first callback to SecureTran2, against the sandbox gateway. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { decide, type TransStatus } from '../../demo/storefront/authentication.ts';
import { openSandboxShop, type SandboxShop, walkThrough } from './open-sandbox-shop.ts';

const FRICTIONLESS = '4100000000000100';
const CHALLENGE = '4100000000005000';
const CANCEL = [{ action: 'cancel' }];

describe('what the shop decides', () => {
  const table: readonly (readonly [TransStatus, boolean, string])[] = [
    ['Y', true, 'settle'],
    ['A', true, 'settle'],
    ['A', false, 'authentication'],
    ['C', true, 'challenge'],
    ['N', true, 'authentication'],
    ['U', true, 'authentication-unavailable'],
    ['R', true, 'rejected'],
  ];
  for (const [transStatus, acceptsAttempts, decision] of table) {
    it(`is ${decision} after ${transStatus}${acceptsAttempts ? '' : ', where an attempt is not enough'}`, () => {
      assert.equal(decide(transStatus, acceptsAttempts), decision);
    });
  }
});

describe('the detailed flow in the shop', () => {
  let place: SandboxShop;
  before(async () => {
    place = await openSandboxShop({ callbackType: '2', deadline: 8_000 });
  });
  after(() => place.close());
  beforeEach(() => {
    place.cut = () => undefined;
  });

  const begin = async (number: string) => {
    const shopper = place.shopper();
    const key = await shopper.fillCart();
    const { location } = await shopper.pay(key, place.token(number));
    assert.ok(location.startsWith(place.sandbox.gatewayOrigin), location);
    return { shopper, key, location };
  };
  const latest = () => {
    const transaction = [...place.sandbox.store.transactions.values()].at(-1);
    assert.ok(transaction?.session);
    return { ...transaction, session: transaction.session };
  };
  const calls = () => latest().history.map(({ call }) => call);
  /** What the browser posts at the end of the way to the shop, as a shopper's own doing. */
  const callback = (event: string, session = latest().session) =>
    [
      `${new URL(session.returnUrl).pathname}?MD=${latest().accessId}`,
      { requestorTransId: session.requestorTransId, event, param: session.parameter },
    ] as const;

  const outcomes: readonly (readonly [name: string, number: string, end: RegExp, status: number, calls: readonly string[]])[] = [
    ['Y', FRICTIONLESS, /ありがとうございました/, 200, ['Tds2Auth', 'SecureTran2']],
    ['Y after the 3DS method', '4100000000600008', /ありがとうございました/, 200, ['Tds2Auth', 'SecureTran2']],
    ['A', '4100000000100009', /ありがとうございました/, 200, ['Tds2Auth', 'SecureTran2']],
    ['C and Y', CHALLENGE, /ありがとうございました/, 200, ['Tds2Auth', 'Tds2Result', 'SecureTran2']],
    ['C and A', '4100000000005174', /ありがとうございました/, 200, ['Tds2Auth', 'Tds2Result', 'SecureTran2']],
    ['C and U', '4100000000005158', /本人認証を利用できませんでした/, 402, ['Tds2Auth', 'Tds2Result']],
    ['C and R', '4100000000005166', /別のカードをお使いください/, 402, ['Tds2Auth', 'Tds2Result']],
    ['N', '4100000000300005', /本人認証が完了しませんでした/, 402, ['Tds2Auth']],
    ['U', '4100000000400003', /本人認証を利用できませんでした/, 402, ['Tds2Auth']],
    ['R', '4100000000500000', /カード会社がこのお支払いを承認しませんでした/, 402, ['Tds2Auth']],
    ['Y, and a refusal by the issuer', '4999000000000002', /別のカードでお試しください/, 402, ['Tds2Auth', 'SecureTran2']],
  ];
  for (const [name, number, end, status, expected] of outcomes) {
    it(`ends rightly after ${name}, and calls nothing that is not needed`, async () => {
      const { shopper, location } = await begin(number);
      const page = await walkThrough(place, shopper, location);
      assert.ok(page);
      const last = await shopper.follow(page);
      assert.equal(last.status, status);
      assert.match(last.text, end);
      assert.deepEqual(calls(), ['EntryTran', 'ExecTran', ...expected]);
      assert.equal(latest().status, status === 200 ? 'CAPTURE' : 'AUTHENTICATED');
    });
  }

  it('says that the authentication failed when the shopper gives up', async () => {
    const { shopper, location } = await begin(CHALLENGE);
    const page = await walkThrough(place, shopper, location, { answers: CANCEL });
    assert.match(page?.text ?? '', /本人認証が完了しませんでした/);
  });

  it('leads to the challenge again when the first callback comes again, and authenticates once', async () => {
    const { shopper, location } = await begin(CHALLENGE);
    assert.equal(await walkThrough(place, shopper, location, { answers: [] }), null);
    const arrivals = await Promise.all([1, 2, 3].map(() => shopper.postFromElsewhere(...callback('3DSMethodSkipped'))));
    for (const { location: to } of arrivals) assert.match(to, /\/challenge\/start\?transId=/);
    assert.deepEqual(calls(), ['EntryTran', 'ExecTran', 'Tds2Auth']);
    const page = await walkThrough(place, shopper, arrivals[0]?.location ?? '');
    assert.ok(page);
    assert.match((await shopper.follow(page)).text, /ありがとうございました/);
  });

  it('authenticates and settles once when every callback comes twice at once', async () => {
    const { shopper, location } = await begin(CHALLENGE);
    place.sandbox.faults.set('returning', 'twice');
    const page = await walkThrough(place, shopper, location);
    place.sandbox.faults.reset();
    assert.ok(page);
    assert.match((await shopper.follow(page)).text, /ありがとうございました/);
    assert.deepEqual(calls(), ['EntryTran', 'ExecTran', 'Tds2Auth', 'Tds2Result', 'SecureTran2']);
  });

  for (const event of ['AuthResultReady', 'nonsense', ''] as const) {
    it(`settles nothing when somebody posts ${event || 'no event'} before there was an authentication`, async () => {
      const { shopper } = await begin(CHALLENGE);
      const [path, fields] = callback(event);
      const back = await shopper.postFromElsewhere(path, fields);
      assert.equal(back.status, event === 'nonsense' ? 403 : 303);
      assert.match((await shopper.get(path.split('?')[0] ?? '')).text, /本人認証が終わっていません/);
      assert.deepEqual(calls(), ['EntryTran', 'ExecTran']);
    });
  }

  it('settles nothing when somebody says too early that the challenge is over, and lets the shopper go on', async () => {
    const { shopper, location } = await begin(CHALLENGE);
    await walkThrough(place, shopper, location, { answers: [] });
    const [path, fields] = callback('AuthResultReady');
    const early = await shopper.follow(await shopper.postFromElsewhere(path, fields));
    assert.match(early.text, /本人認証が終わっていません/);
    assert.deepEqual(calls(), ['EntryTran', 'ExecTran', 'Tds2Auth']);
    const page = await walkThrough(place, shopper, location);
    assert.ok(page);
    assert.match((await shopper.follow(page)).text, /ありがとうございました/);
  });

  it('ends the attempt when the browser took too long before the authentication', async () => {
    const { shopper } = await begin(CHALLENGE);
    const page = await shopper.follow(await shopper.postFromElsewhere(...callback('InitAuthTimedOut')));
    assert.match(page.text, /本人認証が完了しませんでした/);
  });

  it('refuses a callback with another AccessID, or a parameter that is not the one of the 3DS server', async () => {
    const { shopper, location } = await begin(FRICTIONLESS);
    await (await fetch(location)).text();
    const [path, fields] = callback('3DSMethodSkipped');
    assert.equal((await shopper.postFromElsewhere(path.replace(/MD=\w+/, `MD=${'0'.repeat(32)}`), fields)).status, 403);
    await shopper.postFromElsewhere(path, { ...fields, param: 'forged' });
    assert.match((await shopper.get(path.split('?')[0] ?? '')).text, /お支払いを受け付けられませんでした/);
    assert.match(place.shop.log.join('\n'), /Tds2Auth refused E01EB0010/);
    assert.ok(!calls().includes('SecureTran2'));
  });

  for (const cut of ['call', 'answer'] as const) {
    it(`says that nothing was charged when Tds2Auth is lost (${cut}), and takes the next card`, async () => {
      const { shopper, key, location } = await begin(FRICTIONLESS);
      place.cut = (call) => (call === 'Tds2Auth' ? cut : undefined);
      const page = await walkThrough(place, shopper, location);
      place.cut = () => undefined;
      assert.match(page?.text ?? '', /決済サービスにつながりません/);
      assert.ok(!calls().includes('SecureTran2'));
      const again = await shopper.pay(key, place.token(FRICTIONLESS));
      const next = await walkThrough(place, shopper, again.location);
      assert.ok(next);
      assert.match((await shopper.follow(next)).text, /ありがとうございました/);
    });

    it(`keeps checking when Tds2Result is lost (${cut}), and settles once it is answered`, async () => {
      const { shopper, location } = await begin(CHALLENGE);
      place.cut = (call) => (call === 'Tds2Result' ? cut : undefined);
      const page = await walkThrough(place, shopper, location);
      assert.ok(page);
      place.cut = () => undefined;
      assert.match((await shopper.follow(page)).text, /確認中/);
      assert.ok(!calls().includes('SecureTran2'));
      place.clock.ahead += 31_000;
      assert.match((await shopper.follow(await shopper.get(page.location))).text, /ありがとうございました/);
      assert.equal(calls().filter((call) => call === 'SecureTran2').length, 1);
    });

    it(`finds the payment when SecureTran2 is lost (${cut})`, async () => {
      const { shopper, location } = await begin(CHALLENGE);
      let cuts = 0;
      place.cut = (call) => (call === 'SecureTran2' && cuts++ === 0 ? cut : undefined);
      const page = await walkThrough(place, shopper, location);
      assert.ok(page);
      place.clock.ahead += 31_000;
      assert.match((await shopper.follow(await shopper.get(page.location))).text, /ありがとうございました/);
      assert.equal(latest().status, 'CAPTURE');
    });
  }

  it('gives up an authentication that a server left which stopped', async () => {
    const { shopper, key, location } = await begin(FRICTIONLESS);
    await (await fetch(location)).text();
    place.sandbox.faults.set('idPass', 'silent');
    const [path, fields] = callback('3DSMethodSkipped');
    const lost = shopper.postFromElsewhere(path, fields);
    while (!calls().includes('Tds2Auth')) await new Promise(setImmediate);
    place.sandbox.faults.reset();
    await place.shop.recover();
    const page = await shopper.get(path.split('?')[0] ?? '');
    assert.match(page.text, /取り消されました/);
    const again = await shopper.pay(key, place.token(FRICTIONLESS));
    const next = await walkThrough(place, shopper, again.location);
    assert.ok(next);
    assert.match((await shopper.follow(next)).text, /ありがとうございました/);
    await lost;
  });
});

describe('a shop for which an attempt is not enough', () => {
  it('charges nothing after A', async () => {
    const place = await openSandboxShop({ callbackType: '2', acceptsAttempts: false });
    const shopper = place.shopper();
    const { location } = await shopper.pay(await shopper.fillCart(), place.token('4100000000100009'));
    const page = await walkThrough(place, shopper, location);
    assert.match(page?.text ?? '', /本人認証が完了しませんでした/);
    assert.equal(place.counts.get('SecureTran2'), undefined);
    await place.close();
  });
});
