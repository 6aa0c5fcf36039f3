/**
 * The server is killed (SIGKILL, nothing can be tidied up) at every step of a payment, and started again over the same
 * database.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { FakeGateway } from './fake-gateway.ts';
import { onEveryGround } from './open-shop.ts';
import { Shopper } from './shopper.ts';

const main = fileURLToPath(new URL('../../demo/storefront/main.ts', import.meta.url));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const run = (environment: Record<string, string>) =>
  spawn(process.execPath, ['--import', 'tsx', main], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

onEveryGround('a server that is killed', (ground) => {
  const gateway = new FakeGateway();
  let environment: Record<string, string>;
  let remove: () => Promise<void>;
  let child: ChildProcess;
  let shopper: Shopper;
  let output = '';

  const start = async () => {
    child = run(environment);
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    const from = output.length;
    while (!output.slice(from).includes('shop http')) {
      await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')]);
      assert.equal(child.exitCode, null, output.slice(from));
    }
  };
  const kill = async () => {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };

  before(async () => {
    const gatewayUrl = await gateway.start();
    const place = await ground.make();
    remove = place.remove;
    const port = String(await freePort());
    environment = {
      SHOP_PORT: port,
      SHOP_ORIGIN: `http://127.0.0.1:${port}`,
      FIELDS_URL: 'http://fields.localhost:1',
      GATEWAY_ORIGIN: 'https://gateway.example',
      GMO_BASE_URL: gatewayUrl,
      GMO_SHOP_ID: 'tshop00000001',
      GMO_SHOP_PASS: 'shoppass01',
      GMO_SITE_ID: 'tsite00000001',
      GMO_SITE_PASS: 'sitepass01',
      GMO_ENVIRONMENT: 'test',
      SHOP_DATA: place.options.dataDirectory || '.',
      SHOP_DEADLINE: '5000',
      // As if the process had been down for longer than any call lasts.
      SHOP_QUIET_PERIOD: '5000',
      ...(place.options.databaseUrl && { DATABASE_URL: place.options.databaseUrl }),
    };
    await start();
    shopper = new Shopper((path, init) => fetch(`http://127.0.0.1:${port}${path}`, init));
  });
  after(async () => {
    await kill();
    await gateway.close();
    await remove();
  });

  const finish = async (key: string) => {
    const again = await shopper.pay(key, gateway.token('ok'));
    const back = again.location.startsWith('https:') ? await shopper.comeBack(gateway, again.location) : again;
    assert.match((await shopper.follow(back)).text, /ありがとうございました/);
  };

  for (const api of ['EntryTran', 'ExecTran'] as const) {
    for (const when of ['before', 'after'] as const) {
      it(`charges once when it dies in ${api}, ${when} the gateway has done its part`, async () => {
        const settled = gateway.settlements;
        const key = await shopper.fillCart();
        const fault = gateway.arm(api, when, 'hang');
        const lost = shopper.pay(key, gateway.token('ok')).catch(() => undefined);
        await fault.reached;
        await kill();
        assert.equal(await lost, undefined);
        await start();
        await finish(key);
        fault.release();
        assert.equal(gateway.settlements - settled, 1);
      });
    }
  }

  it('charges once when it dies in an ExecTran that was answered ACS=0', async () => {
    const settled = gateway.settlements;
    const key = await shopper.fillCart();
    const fault = gateway.arm('ExecTran', 'after', 'hang');
    const lost = shopper.pay(key, gateway.token('at-once')).catch(() => undefined);
    await fault.reached;
    await kill();
    await lost;
    await start();
    fault.release();
    assert.match((await shopper.get('/orders')).text, /お支払い済み/);
    assert.match((await shopper.get('/cart')).text, /カートは空です/);
    assert.equal((await shopper.pay(key, gateway.token('ok'))).status, 303);
    assert.equal(gateway.settlements - settled, 1);
  });

  it('goes on with a challenge that was under way when it died', async () => {
    const settled = gateway.settlements;
    const { location } = await shopper.pay(await shopper.fillCart(), gateway.token('ok'));
    await kill();
    await start();
    assert.match((await shopper.follow(await shopper.comeBack(gateway, location))).text, /ありがとうございました/);
    assert.equal(gateway.settlements - settled, 1);
  });

  it('goes on when it died between the return and the settlement', async () => {
    const settled = gateway.settlements;
    const { location } = await shopper.pay(await shopper.fillCart(), gateway.token('ok'));
    const path = await shopper.postBack(gateway, location);
    await kill();
    await start();
    assert.match((await shopper.follow(await shopper.get(path))).text, /ありがとうございました/);
    assert.equal(gateway.settlements - settled, 1);
  });

  it('finds the order paid when it died in SecureTran2 after the gateway had settled', async () => {
    const settled = gateway.settlements;
    const calls = gateway.count('SecureTran2');
    const { location } = await shopper.pay(await shopper.fillCart(), gateway.token('ok'));
    const path = await shopper.postBack(gateway, location);
    const fault = gateway.arm('SecureTran2', 'after', 'hang');
    const lost = shopper.get(path).catch(() => undefined);
    await fault.reached;
    await kill();
    await lost;
    await start();
    fault.release();
    assert.match((await shopper.follow(await shopper.get(path))).text, /ありがとうございました/);
    assert.equal(gateway.settlements - settled, 1);
    assert.equal(gateway.count('SecureTran2') - calls, 1);
  });

  it('settles once when it died in SecureTran2 before the gateway had settled', async () => {
    const settled = gateway.settlements;
    const { location } = await shopper.pay(await shopper.fillCart(), gateway.token('ok'));
    const path = await shopper.postBack(gateway, location);
    const fault = gateway.arm('SecureTran2', 'before', 'hang');
    const lost = shopper.get(path).catch(() => undefined);
    await fault.reached;
    await kill();
    await lost;
    await start();
    let page = await shopper.follow(await shopper.get(path));
    // The page loads itself again until the call that was lost can no longer be on its way.
    for (const until = Date.now() + 60_000; page.text.includes('確認中') && Date.now() < until; ) {
      page = await shopper.follow(await shopper.get(path));
    }
    assert.match(page.text, /ありがとうございました/);
    fault.release();
    assert.equal(gateway.settlements - settled, 1);
  });

  it('has never written an access pass, a password or a shopper’s name to its output', () => {
    for (const { accessPass } of gateway.trades.values()) assert.ok(!output.includes(accessPass));
    assert.doesNotMatch(output, /shoppass01|sitepass01|山田|hanako/);
    assert.match(output, /^attempt \w+ -> \w+ \(SearchTrade: \w+\)$/m);
  });
});

describe('a server that is not set up', () => {
  it('names what is missing and stops', async () => {
    const child = run({ SHOP_PORT: '1', SHOP_ORIGIN: 'http://shop.localhost' });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    const [code] = (await once(child, 'close')) as [number];
    assert.equal(code, 1);
    assert.match(errors, /missing environment variables: FIELDS_URL, GATEWAY_ORIGIN, GMO_BASE_URL/);
  });
});
