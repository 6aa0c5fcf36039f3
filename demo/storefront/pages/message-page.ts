import { html } from 'hono/html';
import { FREE_SHIPPING_FROM, SHIPPING } from '../products.ts';
import { layout, type Markup, type Visit } from './layout.ts';

/** A page that says one thing: refused, not found, broken. */
export function messagePage(visit: Visit, kind: 'refused' | 'missing' | 'broken'): Markup {
  const { words } = visit;
  return layout(
    visit,
    { title: words[kind] },
    html`<section class="standing"><h1>${words[kind]}</h1><p>${words[`${kind}Text`]}</p>
      <p class="choices"><a class="button" href="/orders">${words.orders}</a> <a href="/">${words.toGoods}</a></p></section>`,
  );
}

/** The way to the card issuer for a shop whose policy lets no form lead there. The browser follows its `Refresh` header at once. */
export function leavingPage(visit: Visit, url: string): Markup {
  const { words } = visit;
  return layout(
    visit,
    { title: words.leaving },
    html`<section class="standing"><h1>${words.leaving}</h1><p>${words.leavingText}</p>
      <p class="choices"><a class="button" href="${url}">${words.leave}</a></p></section>`,
  );
}

/** What the Act on Specified Commercial Transactions (特定商取引法, article 11) makes a web shop say. */
export function legalPage(visit: Visit): Markup {
  const { words, language } = visit;
  const facts: readonly (readonly [string, string])[] =
    language === 'ja'
      ? [
          ['販売業者', '紙と灯り 七草（見本の店）'],
          ['運営責任者', '七草 はるか'],
          ['所在地', '〒110-0001 東京都台東区谷中（見本のため番地は略します）'],
          ['販売価格', '各品物に税込で表示しています'],
          ['送料', `全国一律${words.yen(SHIPPING)}。${words.freeFrom(words.yen(FREE_SHIPPING_FROM))}`],
          ['お支払い', 'クレジットカード（本人認証サービス対応）。ご注文時に確定します'],
          ['お届け', 'お支払いの確認から3営業日以内に発送します'],
          ['返品', '未使用の品に限り、到着後8日以内にご連絡ください。送料はお客様のご負担です'],
        ]
      : [
          ['Seller', 'Nanakusa, paper and light (a demonstration)'],
          ['Manager', 'Haruka Nanakusa'],
          ['Address', 'Yanaka, Taito-ku, Tokyo 110-0001, Japan (number left out: a demonstration)'],
          ['Prices', 'Shown with each item, consumption tax included'],
          ['Shipping', `${words.yen(SHIPPING)} within Japan. ${words.freeFrom(words.yen(FREE_SHIPPING_FROM))}`],
          ['Payment', 'Credit card with 3-D Secure, charged when you order'],
          ['Delivery', 'Sent within three working days of payment'],
          ['Returns', 'Unused goods within eight days of arrival; return shipping is paid by the customer'],
        ];
  return layout(
    visit,
    { title: words.legal },
    html`<h1>${words.legal}</h1>
      <dl class="facts legal">${facts.map(([term, text]) => html`<div><dt>${term}</dt><dd>${text}</dd></div>`)}</dl>`,
  );
}
