import { html } from 'hono/html';
import type { Order } from '../orders.ts';
import type { Outcome } from '../payments.ts';
import type { CartLine } from '../products.ts';
import { orderLines, totals } from './cart-page.ts';
import { layout, type Markup, type Visit } from './layout.ts';

/** Seconds between two looks at a payment that is being checked. */
const REFRESH = 5;

export function orderPage(visit: Visit, order: Order, lines: readonly CartLine[], outcome: Outcome): Markup {
  const { words } = visit;
  const { details } = order;
  const unknown = outcome.status === 'unknown';
  const goods = order.amount - order.shipping;
  return layout(
    visit,
    { title: `${words.order} ${order.public_id}`, ...(unknown && { refresh: REFRESH }) },
    html`${standing(visit, order, outcome)}
      <section class="summary" aria-labelledby="summary">
        <h2 id="summary">${words.summary}</h2>
        <dl class="facts">
          <div><dt>${words.orderNumber}</dt><dd>${order.public_id}</dd></div>
          <div><dt>${words.orderDate}</dt><dd>${orderTime(visit, order)}</dd></div>
        </dl>
        <ul>
          ${orderLines(visit, lines)}
        </ul>
        ${totals(words, { goods, shipping: order.shipping, total: order.amount })}
        <h3>${words.shipTo}</h3>
        <address>${details.name}<br>〒${details.postalCode}<br>${details.prefecture}${details.address} ${details.building}<br>
          ${details.email}</address>
      </section>
      <p class="choices"><a href="/orders">${words.orders}</a> <a href="/">${words.keepShopping}</a></p>`,
  );
}

function standing({ words }: Visit, order: Order, outcome: Outcome): Markup {
  const again = html`<a class="button" href="/checkout">${words.payAgain}</a>`;
  switch (outcome.status) {
    case 'paid':
      return html`<section class="standing good-news" role="status"><h1>${words.thanks}</h1><p>${words.thanksText}</p></section>`;
    case 'unknown':
      return html`<section class="standing" role="status"><h1>${words.unknown}</h1><p>${words.unknownText}</p>
        <p><a class="button" href="/orders/${order.public_id}">${words.refresh}</a></p></section>`;
    case 'redirect':
    case 'waiting':
      return html`<section class="standing"><h1>${words.waiting}</h1><p>${words.waitingText}</p>
        <p class="choices">
          ${outcome.url ? html`<a class="button" href="${outcome.url}">${words.continueChallenge}</a>` : ''} ${again}
        </p></section>`;
    case 'failed':
      return html`<section class="standing" role="alert"><h1>${words.unpaid}</h1><p>${words.notices[outcome.failure]}</p>
        <p>${again}</p></section>`;
    case 'released':
      return html`<section class="standing"><h1>${words.unpaid}</h1><p>${words.unpaidText}</p><p>${again}</p></section>`;
  }
}

const orderTime = ({ words }: Visit, { created_at: time }: Order): Markup =>
  html`<time datetime="${time.toISOString()}">${words.date(time)}</time>`;

export function ordersPage(visit: Visit, orders: readonly Order[]): Markup {
  const { words } = visit;
  return layout(
    visit,
    { title: words.orders },
    html`<h1>${words.orders}</h1>
      ${
        orders.length
          ? html`<ul class="orders">${orders.map(
              (order) => html`<li><a href="/orders/${order.public_id}">${order.public_id}</a>
            ${orderTime(visit, order)}
            <span>${words.yen(order.amount)}</span>
            <span class="${order.paid_at ? 'is-paid' : 'quiet'}">${order.paid_at ? words.paid : words.unpaid}</span></li>`,
            )}</ul>`
          : html`<div class="empty"><p>${words.noOrders}</p><p><a class="button" href="/">${words.toGoods}</a></p></div>`
      }`,
  );
}
