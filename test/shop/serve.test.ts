/** The demo's settings: which gateway the shop is sent to, with whose credentials, and what its page vouches for. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { readArguments, SANDBOX_SHOP, serveDemo } from '../../demo/serve.ts';

const GATEWAY = {
  GMO_BASE_URL: 'https://pt01.example/api/',
  GMO_SHOP_ID: 'tshop1',
  GMO_SHOP_PASS: 'shop-secret',
  GMO_SITE_ID: 'tsite1',
  GMO_SITE_PASS: 'site-secret',
};

const optionsFor = async (environment: Record<string, string | undefined>) => {
  const demo = await serveDemo({ dataDirectory: 'unused', withShop: false, environment });
  const script = await (await fetch(`${demo.fields.loopback}/shoji-card.js`)).arrayBuffer();
  await demo.close();
  return { demo, options: demo.storefrontOptions, script: Buffer.from(script) };
};

describe('the demo', () => {
  it('uses the sandbox with the sandbox’s credentials when no gateway is named', async () => {
    const { demo, options } = await optionsFor({ ...GATEWAY, GMO_BASE_URL: '' });
    const { shopId, shopPass, siteId, sitePass } = options;
    assert.deepEqual({ ...SANDBOX_SHOP, shopId, shopPass, siteId, sitePass }, SANDBOX_SHOP);
    assert.equal(options.gatewayUrl, demo.gateway.loopback);
    assert.equal(options.gatewayOrigin, demo.gateway.origin);
  });

  it('sends another gateway its own credentials', async () => {
    const { options } = await optionsFor(GATEWAY);
    const { gatewayUrl, gatewayOrigin, shopId, shopPass, siteId, sitePass } = options;
    assert.deepEqual(
      { gatewayUrl, gatewayOrigin, shopId, shopPass, siteId, sitePass },
      {
        gatewayUrl: 'https://pt01.example/api/',
        gatewayOrigin: 'https://pt01.example',
        shopId: 'tshop1',
        shopPass: 'shop-secret',
        siteId: 'tsite1',
        sitePass: 'site-secret',
      },
    );
  });

  it('lets the redirect lead to another origin than the API’s', async () => {
    const { options } = await optionsFor({ ...GATEWAY, GMO_REDIRECT_ORIGIN: 'https://redirect.example/path' });
    assert.equal(options.gatewayOrigin, 'https://redirect.example');
  });

  it('refuses another gateway without all of its credentials, by name', async () => {
    await assert.rejects(optionsFor({ ...GATEWAY, GMO_SHOP_PASS: undefined, GMO_SITE_ID: '' }), {
      message: 'GMO_BASE_URL is set, but not GMO_SHOP_PASS, GMO_SITE_ID',
    });
  });

  it('refuses what is not an address', async () => {
    await assert.rejects(optionsFor({ ...GATEWAY, GMO_BASE_URL: 'pt01.example' }), /GMO_BASE_URL is not an http\(s\) address/);
    await assert.rejects(
      optionsFor({ ...GATEWAY, GMO_REDIRECT_ORIGIN: 'javascript:1' }),
      /GMO_REDIRECT_ORIGIN is not an http\(s\) address/,
    );
  });

  it('shows the card with token v2 and the sandbox’s keys when it is asked to', async () => {
    const { demo, options } = await optionsFor({ ...readArguments(['--gateway=gmo-v2']), GMO_API_KEY: 'another' });
    assert.equal(options.gateway, 'gmo-v2');
    assert.deepEqual([options.apiKey, options.publicKey], [SANDBOX_SHOP.apiKey, demo.sandbox.publicKey]);
  });

  it('never sends another gateway the sandbox’s keys', async () => {
    const { options } = await optionsFor({ ...GATEWAY, SHOP_GATEWAY: 'gmo-v2', GMO_API_KEY: 'key-1', GMO_PUBLIC_KEY: 'MIIB' });
    assert.deepEqual([options.apiKey, options.publicKey], ['key-1', 'MIIB']);
    await assert.rejects(optionsFor({ ...GATEWAY, SHOP_GATEWAY: 'gmo-v2' }), /gmo-v2 at GMO_BASE_URL needs GMO_API_KEY and GMO_PUBLIC_KEY/);
  });

  it('refuses what it cannot show', async () => {
    await assert.rejects(optionsFor({ SHOP_GATEWAY: 'v3' }), /SHOP_GATEWAY is none of gmo, gmo-v2: v3/);
    await assert.rejects(optionsFor({ SHOP_FIELDS_BY: 'gateway' }), /SHOP_FIELDS_BY=gateway needs SHOP_GATEWAY=gmo-v2/);
    assert.throws(() => readArguments(['--gate=gmo']), /--gate=gmo is none of --gateway=…, --fields-by=…, --connection=…/);
  });

  it('is connected as the command line or the environment says, and refuses a word that it does not know', async () => {
    assert.equal((await optionsFor({})).options.connection, 'protocol');
    const { demo, options } = await optionsFor(readArguments(['--connection=openapi']));
    assert.deepEqual([options.connection, options.openApiUrl], ['openapi', demo.gateway.loopback]);
    assert.equal((await optionsFor({ SHOP_CONNECTION: 'linkplus' })).options.connection, 'linkplus');
    await assert.rejects(optionsFor({ SHOP_CONNECTION: 'module' }), /SHOP_CONNECTION is none of protocol, openapi, linkplus/);
    const elsewhere = { ...GATEWAY, SHOP_CONNECTION: 'openapi', GMO_OPENAPI_URL: 'https://stg.openapi.example' };
    assert.equal((await optionsFor(elsewhere)).options.openApiUrl, 'https://stg.openapi.example');
  });

  it('vouches for the script that it serves', async () => {
    const { options, script } = await optionsFor({});
    assert.equal(options.scriptIntegrity, `sha384-${createHash('sha384').update(script).digest('base64')}`);
  });
});
