/**
 * The members' elements with the real card fields, on a page as strict as it gets, by keyboard alone: no policy is violated, and the form
 * sends either the sequence of a saved card or the tokens of a new one. Needs dist/.
 */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { createFields, GATEWAY_HOSTS } from '../../demo/fields.ts';
import { listen, type Listening } from '../../demo/listen.ts';
import { createSandbox } from '../../demo/sandbox-gateway/sandbox.ts';
import { SANDBOX_SHOP } from '../../demo/serve.ts';
import { ARROW_DOWN, ENGINES, ENTER, missing, type Session, startSession, TAB, until } from '../support/session.ts';

const CARDS = [
  { sequence: '0', maskedNumber: '*************111', brand: 'visa', expiry: '9912', isDefault: true },
  { sequence: '1', maskedNumber: '*************107', brand: 'mastercard', expiry: '2001' },
];
const CARD = ['4111111111111111', '11/38', '737', 'HANAKO SUZUKI'].join(TAB);

/** Runs first: WebKit's driver finds frames in open roots only, and every refusal is written down. */
const FIRST = `window.refused = [];
document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => refused.push(effectiveDirective));
const attachShadow = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) { return attachShadow.call(this, { ...init, mode: 'open' }); };`;

const pageOf = (nonce: string, fields: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Checkout</title>
<script nonce="${nonce}">${FIRST}</script>
<script nonce="${nonce}" src="${fields}/shoji-members.js"></script><script nonce="${nonce}" src="${fields}/shoji-card.js"></script>
<form action="/paid"><input id="before" aria-label="Note">
  <shoji-saved-cards name="card-seq" cards='${JSON.stringify(CARDS)}'>
    <shoji-card name="token" shop-id="${SANDBOX_SHOP.shopId}" environment="test" token-count="2" save="ask"></shoji-card>
  </shoji-saved-cards>
  <shoji-payment-method options="1 2-3 5" amount="10000"></shoji-payment-method>
  <button>Pay</button></form></html>`;

const policyOf = (nonce: string, fields: string) => `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'self';
  img-src 'self'; connect-src 'self'; frame-src ${fields}; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none';
  require-trusted-types-for 'script'; trusted-types 'none'`.replace(/\s+/g, ' ');

for (const engine of ENGINES) {
  describe(`members' elements on the strictest page in ${engine}`, { skip: missing(engine) }, () => {
    let servers: readonly Listening[];
    let tab: Session;
    let shop: Listening;
    before(async () => {
      const [first, fields, gateway] = [await listen('shop'), await listen('fields'), await listen('gateway')] as const;
      shop = first;
      servers = [first, fields, gateway];
      gateway.serve(createSandbox({ ...SANDBOX_SHOP, gatewayOrigin: gateway.origin, acsOrigin: gateway.origin }).gateway.fetch);
      fields.serve(createFields(gateway.origin, { hosts: GATEWAY_HOSTS }).app.fetch);
      first.serve(({ url }) => {
        const nonce = randomBytes(16).toString('base64');
        const isForm = new URL(url).pathname === '/';
        const headers = { 'content-type': 'text/html; charset=utf-8', ...(isForm && { 'content-security-policy': policyOf(nonce, fields.origin) }) };
        return new Response(isForm ? pageOf(nonce, fields.origin) : '<!doctype html><title>Paid</title>', { headers });
      });
      tab = await startSession(engine);
    });
    after(async () => {
      await tab.close();
      await Promise.all(servers.map((server) => server.close()));
    });

    const sent = async (): Promise<string[]> => {
      await until('the next page', async () => (await tab.url()).startsWith(`${shop.origin}/paid`));
      return [...new URL(await tab.url()).searchParams].map(([name, value]) => (name === 'token' ? name : `${name}=${value}`));
    };

    /** The focus on the list's chosen card. */
    async function enter(): Promise<void> {
      await tab.goto(`${shop.origin}/`);
      await until('the fields', () => tab.run<boolean>(`document.querySelector('shoji-card').state === 'editing'`));
      await tab.click('#before');
      await tab.keys(TAB);
    }

    it('pays with the saved card that is chosen, and asks for no token', async () => {
      await enter();
      assert.deepEqual(await tab.run('refused'), []);
      await tab.keys(ENTER);
      assert.deepEqual(await sent(), ['card-seq=0', 'method=1']);
    });

    it('pays with a new card in three payments, and has it saved with the second token', async () => {
      await enter();
      await tab.keys(ARROW_DOWN); // past the card that has expired
      await until('the new card', () => tab.run<boolean>(`document.querySelector('shoji-saved-cards').isNew && !document.querySelector('shoji-card').disabled`));
      const height = await tab.run<number>(`document.querySelector('shoji-card').getBoundingClientRect().height`);
      assert.ok(height > 200, `the fields have their room: ${String(height)}`);
      await tab.keys(TAB + CARD);
      await until('a complete card', () => tab.run<boolean>(`document.querySelector('shoji-card').complete`));
      await tab.keys(`${TAB} ${TAB}${ARROW_DOWN}`); // the box; the ways to pay
      await until('three payments', () => tab.run<boolean>(`document.querySelector('shoji-payment-method').value === '2-3'`));
      assert.deepEqual(await tab.run('refused'), []);
      await tab.keys(ENTER);
      assert.deepEqual(await sent(), ['token', 'token', 'save-card=1', 'method=2', 'pay-times=3']);
    });
  });
}
