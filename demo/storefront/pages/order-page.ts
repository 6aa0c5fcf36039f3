import { html } from 'hono/html';
import type { Order } from '../orders.ts';
import type { Outcome } from '../payments.ts';
import type { Saving } from '../saved-cards.ts';
import type { CartLine } from '../products.ts';
import { orderLines, totals } from './cart-page.ts';
import { layout, type Markup, type Visit } from './layout.ts';

/** Seconds between two looks at a payment that is being checked. */
const REFRESH = 5;

export interface OrderView {
  readonly order: Order;
  readonly lines: readonly CartLine[];
  readonly outcome: Outcome;
  /** What became of the card that was to be kept. */
  readonly saving?: Saving | undefined;
}

export function orderPage(visit: Visit, { order, lines, outcome, saving }: OrderView): Markup {
  const { words } = visit;
  const plan = order.method && { method: order.method, payTimes: order.pay_times };
  const { details } = order;
  const unknown = outcome.status === 'unknown';
  const goods = order.amount - order.shipping;
  return layout(
    visit,
    { title: `${words.order} ${order.public_id}`, ...(unknown && { refresh: REFRESH }) },
    html`${standing(visit, order, outcome)}
      ${saving && outcome.status === 'paid' ? savingNote(visit, saving) : ''}
      <section class="summary" aria-labelledby="summary">
        <h2 id="summary">${words.summary}</h2>
        <dl class="facts">
          <div><dt>${words.orderNumber}</dt><dd>${order.public_id}</dd></div>
          <div><dt>${words.orderDate}</dt><dd>${orderTime(visit, order)}</dd></div>
          ${outcome.status === 'paid' ? html`<div><dt>${words.status}</dt><dd>${statusText(visit, order)}</dd></div>` : ''}
          ${outcome.status === 'paid' && plan ? html`<div><dt>${words.account.plan}</dt><dd>${words.account.planName(plan)}</dd></div>` : ''}
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
  const again = html`<a class="button" href="${order.box_id === null ? '/checkout' : '/box'}">${words.payAgain}</a>`;
  switch (outcome.status) {
    case 'elsewhere':
      return html`<section class="standing"><h1>${words.account.elsewhere}</h1><p>${words.account.elsewhereText}</p>
        <p class="choices"><a class="button" href="${outcome.url}">${words.account.elsewhereContinue}</a>
          <a href="/orders/${order.public_id}">${words.refresh}</a></p></section>`;
    case 'paid':
      if (takenBack(order)) {
        const taken = takenBack(order) ?? 'cancelled';
        return html`<section class="standing" role="status"><h1>${words.account[taken]}</h1>
          <p>${words.account[`${taken}Text`]}</p></section>`;
      }
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

/** What the gateway said last. Void: as if there had been no charge. The OpenAPI type has one word for that and for a refund. */
function takenBack({ trade_status: status }: Order): 'voided' | 'refunded' | 'cancelled' | undefined {
  if (status === 'VOID') return 'voided';
  if (status === 'CANCEL') return 'cancelled';
  return status === 'RETURN' || status === 'RETURNX' ? 'refunded' : undefined;
}

function statusText({ words }: Visit, order: Order): Markup {
  if (!order.paid_at) return html`<span class="quiet">${words.unpaid}</span>`;
  const taken = takenBack(order);
  return taken ? html`<span class="quiet">${words.account[taken]}</span>` : html`<span class="is-paid">${words.paid}</span>`;
}

const savingNote = ({ words: { account } }: Visit, { state, failure }: Saving): Markup =>
  html`<p class="said" role="status">${failure === 'card-limit' ? account.savingFull : account.saving[state]}
        <a href="/account">${account.toCards}</a></p>`;

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
            ${statusText(visit, order)}</li>`,
            )}</ul>`
          : html`<div class="empty"><p>${words.noOrders}</p><p><a class="button" href="/">${words.toGoods}</a></p></div>`
      }`,
  );
}
