/** A shop of a few lines, as somebody has it who tries the sandbox: a checkout page, and the three calls of its server. */
import { randomUUID } from 'node:crypto';
import type { SandboxAddresses } from 'shoji-card/testing/sandbox';
import { listen } from '../../demo/listen.ts';

export interface SmallShop {
  readonly origin: string;
  close(): Promise<void>;
}

type Addresses = Pick<SandboxAddresses, 'fieldsOrigin' | 'gatewayUrl' | 'gatewayOrigin' | 'shopId' | 'shopPass' | 'apiKey' | 'publicKey'>;

const form = (shopId: string, attributes = '', id = 'card') => `<form action="/pay" method="post">
  <shoji-card id="${id}" name="token" shop-id="${shopId}" environment="test" ${attributes}></shoji-card>
  <button>支払う</button>
</form>`;

/** A shop that sends its form itself. */
const DIALOG = `
  const card = document.querySelector('shoji-card');
  document.querySelector('form').addEventListener('submit', async (event) => {
    event.preventDefault();
    const answer = await fetch('/pay?json', { method: 'POST', body: new URLSearchParams(new FormData(event.target)) });
    const { redirectUrl, order } = await answer.json();
    await card.authenticate(redirectUrl, { presentation: 'dialog' });
    location.assign('/orders?order=' + order);
  });`;

export async function openSmallShop({ fieldsOrigin, gatewayUrl, gatewayOrigin, shopId, shopPass, apiKey, publicKey }: Addresses): Promise<SmallShop> {
  const server = await listen('shop');
  const accesses = new Map<string, Readonly<Record<string, string>>>();
  const tag = (file: string, more = '') => `<script src="${fieldsOrigin}/${file}" ${more}></script>`;

  const page = (body: string, policy?: string) =>
    new Response(`<!doctype html><html lang="ja"><meta charset="utf-8"><title>お支払い</title>${body}</html>`, {
      headers: { 'content-type': 'text/html; charset=utf-8', ...(policy && { 'content-security-policy': policy }) },
    });
  const call = async (name: string, parameters: Readonly<Record<string, string>>) => {
    const answer = await fetch(`${gatewayUrl}/payment/${name}.idPass`, { method: 'POST', body: new URLSearchParams(parameters) });
    const [, head = '', redirectUrl = ''] = /^(.*?)(?:&RedirectUrl=(.*))?$/s.exec(await answer.text()) ?? [];
    return { ...Object.fromEntries(new URLSearchParams(head)), RedirectUrl: redirectUrl } as Readonly<Record<string, string>>;
  };

  const pay = async (token: string) => {
    const OrderID = randomUUID().slice(0, 27);
    const entry = await call('EntryTran', { ShopID: shopId, ShopPass: shopPass, OrderID, JobCd: 'AUTH', Amount: '1200', TdFlag: '2', Tds2Type: '2' });
    const { AccessID = '', AccessPass = '' } = entry;
    accesses.set(OrderID, { AccessID, AccessPass });
    const RetUrl = `${server.origin}/return?order=${OrderID}`;
    const { RedirectUrl = '', ErrInfo } = await call('ExecTran', { AccessID, AccessPass, OrderID, Method: '1', Token: token, RetUrl, CallbackType: '1' });
    return { order: OrderID, redirectUrl: RedirectUrl, refusal: ErrInfo };
  };
  const settle = async (order: string) => {
    const { ErrInfo } = await call('SecureTran2', accesses.get(order) ?? {});
    return page(ErrInfo ? `<h1>お支払いできませんでした</h1><p>${ErrInfo}</p>` : '<h1>ありがとうございました</h1>');
  };

  server.serve(async (request) => {
    const { pathname, searchParams } = new URL(request.url);
    const order = searchParams.get('order') ?? '';
    switch (pathname) {
      case '/':
        return page(tag('shoji-card.js') + form(shopId));
      case '/strict':
        return page(
          tag('shoji-card.js') + form(shopId),
          `default-src 'none'; script-src ${fieldsOrigin}; frame-src ${fieldsOrigin}; form-action 'self' ${gatewayOrigin}; require-trusted-types-for 'script'; trusted-types 'none'`,
        );
      case '/two':
        return page(tag('shoji-card.js') + form(shopId, '', 'first') + form(shopId, 'lang="en" fields="number expiry"', 'second'));
      case '/gateway-fields':
        return page(tag('shoji-card.js') + form(shopId, `gateway="gmo-v2" api-key="${apiKey}" public-key="${publicKey}" fields-by="gateway"`));
      case '/failed':
        return page(tag('shoji-card.js') + form('not a shop ID'));
      case '/late':
        return page(`<div id="place"></div><script>setTimeout(() => {
          document.querySelector('#place').innerHTML = ${JSON.stringify(form(shopId))};
          document.head.append(Object.assign(document.createElement('script'), { src: '${fieldsOrigin}/shoji-card.js' }));
        }, 100)</script>`);
      case '/dialog':
        return page(`${tag('shoji-card.js') + form(shopId)}<script>${DIALOG}</script>`);
      case '/pay': {
        const { order: paid, redirectUrl, refusal } = await pay(new URLSearchParams(await request.text()).get('token') ?? '');
        if (refusal) return page(`<h1>お支払いできませんでした</h1><p>${refusal}</p>`);
        return searchParams.has('json') ? Response.json({ redirectUrl, order: paid }) : new Response(null, { status: 303, headers: { location: redirectUrl } });
      }
      case '/return': // in the dialog it tells the page, elsewhere it goes on
        return page(tag('return.js', `data-next="/orders?order=${order}"`));
      case '/orders':
        return settle(order);
      default:
        return new Response('', { status: 404 });
    }
  });
  return { origin: server.origin, close: () => server.close() };
}
