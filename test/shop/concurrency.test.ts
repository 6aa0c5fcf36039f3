import assert from 'node:assert/strict';
import { after, before, it } from 'node:test';
import { onEveryGround, type OpenShop, openShop } from './open-shop.ts';

onEveryGround('at the same time', (ground) => {
  let open: OpenShop;
  before(async () => {
    open = await openShop(ground, { deadline: 5_000 });
  });
  after(() => open.close());

  it('makes one order and one transaction of a double click, and sends both to the same challenge', async () => {
    const { gateway } = open;
    const shopper = open.shopper();
    const key = await shopper.fillCart();
    const token = gateway.token('ok');
    const entries = gateway.count('EntryTran');
    const clicks = await Promise.all([1, 2, 3].map(() => shopper.pay(key, token)));
    assert.equal(gateway.count('EntryTran') - entries, 1);
    assert.deepEqual(new Set(clicks.map((click) => click.location)).size, 1);
    assert.match(clicks[0]?.location ?? '', /^https:\/\/gateway/);
    assert.equal((await shopper.get('/orders')).text.match(/href="\/orders\/2/g)?.length, 1);
  });

  it('answers a second click the same way when the first was refused', async () => {
    const { gateway } = open;
    const shopper = open.shopper();
    const key = await shopper.fillCart();
    const token = gateway.token('decline');
    const entries = gateway.count('EntryTran');
    const clicks = await Promise.all([shopper.pay(key, token), shopper.pay(key, token)]);
    assert.deepEqual(clicks.map(({ status }) => status), [402, 402]);
    assert.equal(gateway.count('EntryTran') - entries, 1);
  });

  it('settles once when the browser comes back several times at once', async () => {
    const { gateway } = open;
    const shopper = open.shopper();
    const { location } = await shopper.pay(await shopper.fillCart(), gateway.token('ok'));
    const path = await shopper.postBack(gateway, location);
    const calls = gateway.count('SecureTran2');
    const backs = await Promise.all([1, 2, 3, 4].map(() => shopper.get(path)));
    assert.equal(gateway.count('SecureTran2') - calls, 1);
    assert.equal(new Set(backs.map((back) => back.location)).size, 1);
    assert.match(backs[0]?.location ?? '', /^\/orders\//);
  });

  it('starts nothing new while the settlement of the earlier attempt is under way', async () => {
    const { gateway } = open;
    const shopper = open.shopper();
    const key = await shopper.fillCart();
    const { location } = await shopper.pay(key, gateway.token('ok'));
    const path = await shopper.postBack(gateway, location);
    const fault = gateway.arm('SecureTran2', 'before', 'hang');
    const back = shopper.get(path);
    await fault.reached;
    const entries = gateway.count('EntryTran');
    const again = shopper.pay(key, gateway.token('ok'));
    await Promise.race([again, new Promise((resolve) => setImmediate(resolve))]);
    fault.release();
    const [one, other] = await Promise.all([back, again]);
    assert.equal(one.location, other.location);
    assert.equal(gateway.count('EntryTran'), entries);
    assert.equal(gateway.tradeOf(location).settlements, 1);
  });

  it('charges an order at most once, whatever the shopper does in whatever order', async () => {
    const { gateway } = open;
    // A small generator with a fixed seed: every run is the same.
    let seed = 20260401;
    const pick = (below: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return Math.floor((seed / 2147483648) * below);
    };
    for (let round = 0; round < 6; round++) {
      const shopper = open.shopper();
      const key = await shopper.fillCart();
      const addresses: string[] = [];
      const before = gateway.settlements;
      const pay = async () => {
        const { location } = await shopper.pay(key, gateway.token(pick(5) === 0 ? 'n' : 'ok'));
        if (location.startsWith('https:')) addresses.push(location);
      };
      const comeBack = async () => {
        const address = addresses[pick(addresses.length)];
        if (address) await shopper.comeBack(gateway, address);
      };
      await pay();
      for (let step = 0; step < 4; step++) {
        await Promise.all(Array.from({ length: 3 }, () => (pick(2) ? pay() : comeBack())));
      }
      for (const address of addresses) await shopper.comeBack(gateway, address);
      const settlements = gateway.settlements - before;
      const { text } = await shopper.get('/orders');
      assert.ok(settlements <= 1, `round ${String(round)}: ${String(settlements)} settlements`);
      assert.equal(text.includes('お支払い済み'), settlements === 1, `round ${String(round)}`);
    }
  });

  it('takes a charge back that arrives for an attempt given up meanwhile', async () => {
    const { gateway, clock } = open;
    const shopper = open.shopper();
    const key = await shopper.fillCart();
    const fault = gateway.arm('ExecTran', 'before', 'hang');
    const paying = shopper.pay(key, gateway.token('at-once'));
    await fault.reached;
    const [trade] = [...gateway.trades.values()].slice(-1);
    clock.ahead += 60_000;
    await open.shop.recover();
    fault.release();
    await paying;
    assert.equal(trade?.status, 'VOID');
    assert.doesNotMatch((await shopper.get('/orders')).text, /お支払い済み/);
  });
});
