import { html } from 'hono/html';
import { type DetailErrors, type DetailField, detailFields, type Details, optionalFields, prefectures } from '../details.ts';
import type { PricedCart } from '../products.ts';
import type { Notice } from '../wording.ts';
import { orderLines, totals } from './cart-page.ts';
import { layout, type Markup, type PageHead, type Visit } from './layout.ts';

export interface CheckoutView {
  readonly cart: PricedCart;
  readonly checkoutKey: string;
  readonly details: Partial<Details>;
  readonly errors: DetailErrors;
  readonly notice: Notice | undefined;
  readonly card: {
    readonly shopId: string;
    readonly environment: string;
    readonly challenge: 'redirect' | 'dialog';
    readonly script: NonNullable<PageHead['script']>;
  };
}

/** HTML, "Autofill": the tokens by which a browser knows the fields. */
const autofill: Readonly<Record<DetailField, { autocomplete: string; type?: string; inputmode?: string }>> = {
  name: { autocomplete: 'shipping name' },
  email: { autocomplete: 'email', type: 'email' },
  phone: { autocomplete: 'tel', type: 'tel' },
  postalCode: { autocomplete: 'shipping postal-code', inputmode: 'numeric' },
  prefecture: { autocomplete: 'shipping address-level1' },
  address: { autocomplete: 'shipping address-line1' },
  building: { autocomplete: 'shipping address-line2' },
};

export function checkoutPage(visit: Visit, view: CheckoutView): Markup {
  const { words } = visit;
  const { cart, errors, notice, card } = view;
  const wrong = (Object.keys(detailFields) as DetailField[]).filter((field) => errors[field]);
  const aboutCard = notice !== undefined && notice !== 'check-form' && notice !== 'cart-changed';
  return layout(
    visit,
    {
      title: notice ? `${words.error}: ${words.checkout}` : words.checkout,
      script: card.script,
      ...(card.challenge === 'dialog' && { ownScript: { src: '/checkout.js', nonce: card.script.nonce } }),
    },
    html`<h1>${words.checkout}</h1>
      ${
        notice
          ? html`<div class="notice" role="alert" id="notice">
        <p>${words.notices[notice]}</p>
        ${
          wrong.length
            ? html`<ul>${wrong.map((field) => {
                const text = words.fieldError(words.fields[field], errors[field] ?? 'missing');
                return html`<li><a href="#${field}">${text}</a></li>`;
              })}</ul>`
            : ''
        }
      </div>`
          : ''
      }
      <div class="checkout">
        <section class="summary" aria-labelledby="summary">
          <h2 id="summary">${words.summary}</h2>
          <ul>
            ${orderLines(visit, cart.lines)}
          </ul>
          ${totals(words, cart)}
        </section>
        <form action="/checkout/pay" method="post">
          <input type="hidden" name="checkout" value="${view.checkoutKey}">
          <fieldset>
            <legend>${words.address}</legend>
            ${(Object.keys(detailFields) as DetailField[]).map((field) => detailInput(visit, view, field))}
          </fieldset>
          <fieldset${aboutCard ? html` aria-describedby="notice"` : ''}>
            <legend>${words.payment}</legend>
            <p class="quiet">${words.paymentText}</p>
            <shoji-card name="token" shop-id="${card.shopId}" environment="${card.environment}" aria-label="${words.cardLabel}" ${
              card.challenge === 'dialog' ? html`challenge="dialog"` : ''
            }>
              <span slot="fallback">${words.cardFallback} <a href="/checkout">${words.reload}</a></span>
            </shoji-card>
          </fieldset>
          <button class="pay">${words.pay(words.yen(cart.total))}</button>
          <p class="quiet">${words.payHint}</p>
        </form>
      </div>`,
  );
}

function detailInput({ words }: Visit, { details, errors }: CheckoutView, field: DetailField): Markup {
  const { autocomplete, type = 'text', inputmode } = autofill[field];
  const label = words.fields[field];
  const reason = errors[field];
  const hint = words.hints[field];
  const about = [hint && `${field}-hint`, reason && `${field}-error`].filter(Boolean).join(' ');
  const required = !optionalFields.includes(field);
  const value = details[field] ?? '';
  const attributes = html`id="${field}" name="${field}" autocomplete="${autocomplete}" ${required ? html`required` : ''} ${
    reason ? html`aria-invalid="true"` : ''
  } ${about ? html`aria-describedby="${about}"` : ''}`;
  return html`<div class="field ${field}">
              <label for="${field}">${label}${required ? '' : html` <small>${words.optional}</small>`}</label>
              ${
                field === 'prefecture'
                  ? html`<select ${attributes}><option value="">${words.choose}</option>${prefectures.map(
                      (name) => html`<option lang="ja" ${name === value ? html`selected` : ''}>${name}</option>`,
                    )}</select>`
                  : html`<input ${attributes} type="${type}" ${inputmode ? html`inputmode="${inputmode}"` : ''}
                    maxlength="${String(detailFields[field])}" value="${value}">`
              }
              ${hint ? html`<small class="hint" id="${field}-hint">${hint}</small>` : ''}
              ${reason ? html`<small class="wrong" id="${field}-error">${words.fieldError(label, reason)}</small>` : ''}
            </div>`;
}
