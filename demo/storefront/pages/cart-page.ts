import { html } from 'hono/html';
import { type CartLine, FREE_SHIPPING_FROM, MOST_OF_ONE, type PricedCart } from '../products.ts';
import type { SavedCard } from '../gateway.ts';
import type { Words } from '../wording.ts';
import { cardName } from './account-page.ts';
import { layout, type Markup, type Visit } from './layout.ts';

/** An order with one press of a button: the address is known, and so is the card. */
export interface OneTap {
  readonly checkoutKey: string;
  readonly press: string;
  readonly card: SavedCard;
  /** On one line. */
  readonly address: string;
}

export function cartPage(visit: Visit, cart: PricedCart, oneTap?: OneTap): Markup {
  const { words, language } = visit;
  if (!cart.lines.length) {
    return layout(
      visit,
      { title: words.cart },
      html`<h1>${words.cart}</h1>
      <div class="empty"><p>${words.cartEmpty}</p><p><a class="button" href="/">${words.toGoods}</a></p></div>`,
    );
  }
  return layout(
    visit,
    { title: words.cart },
    html`<h1>${words.cart}</h1>
      <form class="cart" action="/cart/change" method="post">
        <button class="offstage" tabindex="-1" aria-hidden="true">${words.update}</button>
        <ul class="lines">
          ${cart.lines.map(
            ({ product, quantity, sum }) => html`<li>
            <img src="/pictures/${product.slug}.svg" alt="" width="96" height="96">
            <div class="what">
              <h2>${product.name[language]}</h2>
              <p class="quiet">${words.yen(product.price)}</p>
              <p class="how-many">
                <label for="quantity-${product.slug}"><span class="offstage">${words.quantityOf(product.name[language])}</span>
                  <span aria-hidden="true">${words.quantity}</span></label>
                <input id="quantity-${product.slug}" name="quantity-${product.slug}" type="number" inputmode="numeric"
                  min="0" max="${String(MOST_OF_ONE)}" value="${String(quantity)}" required>
                <button class="plain" name="remove" value="${product.slug}"
                  aria-label="${words.removeName(product.name[language])}" formnovalidate>${words.remove}</button>
              </p>
            </div>
            <p class="sum">${words.yen(sum)}</p>
          </li>`,
          )}
        </ul>
        <p class="end"><button class="soft">${words.update}</button></p>
      </form>
      ${totals(words, cart)}
      <p class="quiet end">${words.freeFrom(words.yen(FREE_SHIPPING_FROM))}</p>
      ${
        oneTap
          ? html`<form class="one-tap" action="/checkout/pay" method="post">
        <input type="hidden" name="checkout" value="${oneTap.checkoutKey}">
        <input type="hidden" name="press" value="${oneTap.press}">
        <input type="hidden" name="card-seq" value="${oneTap.card.cardSeq}">
        <input type="hidden" name="details" value="kept">
        <button class="pay">${words.account.payAtOnce(cardName(words, oneTap.card), words.yen(cart.total))}</button>
        <p class="quiet">${words.account.payAtOnceHint} ${oneTap.address}</p>
        <p class="quiet">${words.payHint}</p>
      </form>`
          : ''
      }
      <p class="choices"><a class="button${oneTap ? ' soft' : ''}" href="/checkout">${words.toCheckout}</a> <a href="/">${words.keepShopping}</a></p>`,
  );
}

/** What was bought, one line each, as the checkout and the order page list it. */
export const orderLines = ({ words, language }: Visit, lines: readonly CartLine[]): Markup[] =>
  lines.map(
    ({ product, quantity, sum }) =>
      html`<li><span>${product.name[language]} × ${String(quantity)}</span><span>${words.yen(sum)}</span></li>`,
  );

export function totals(words: Words, { goods, shipping, total }: Pick<PricedCart, 'goods' | 'shipping' | 'total'>): Markup {
  return html`<dl class="totals">
        <div><dt>${words.goodsTotal}</dt><dd>${words.yen(goods)}</dd></div>
        <div><dt>${words.shipping}</dt><dd>${shipping ? words.yen(shipping) : words.free}</dd></div>
        <div class="grand"><dt>${words.total} <small>${words.taxIncluded}</small></dt><dd>${words.yen(total)}</dd></div>
      </dl>`;
}
