import { html } from 'hono/html';
import { type DetailErrors, type DetailField, detailFields, type Details, optionalFields, prefectures } from '../details.ts';
import type { SavedCard } from '../gateway.ts';
import { PLAN_OPTIONS } from '../payment-plans.ts';
import type { PricedCart } from '../products.ts';
import type { Notice } from '../wording.ts';
import { orderLines, totals } from './cart-page.ts';
import { attributes, layout, type Markup, type PageHead, type Visit } from './layout.ts';

export interface CheckoutView {
  readonly cart: PricedCart;
  readonly checkoutKey: string;
  readonly details: Partial<Details>;
  readonly errors: DetailErrors;
  readonly notice: Notice | undefined;
  /** Of the member; none for a guest. */
  readonly cards: readonly SavedCard[];
  /** The name of this page's buttons: a press is told from the next by it. */
  readonly press: string;
  /** Undefined: there are no fields, and the button leads to the gateway's own page. */
  readonly card: CardFields | undefined;
}

/** What the card fields need to know. */
export interface CardFields {
  /** Attributes that say which token script it is, and who the shop is there. */
  readonly gateway: Readonly<Record<string, string>>;
  readonly environment: string;
  readonly challenge: 'redirect' | 'dialog';
  readonly script: NonNullable<PageHead['script']>;
  readonly membersScript: NonNullable<PageHead['script']>;
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
  const aboutCard = notice !== undefined && notice !== 'check-form' && notice !== 'cart-changed';
  return layout(
    visit,
    {
      title: notice ? `${words.error}: ${words.checkout}` : words.checkout,
      ...(card && { script: card.script, membersScript: card.membersScript }),
      ...(card?.challenge === 'dialog' && { ownScript: { src: '/checkout.js', nonce: card.script.nonce } }),
    },
    html`<h1>${words.checkout}</h1>
      ${notice ? noticeBox(visit, notice, errors) : ''}
      <div class="checkout">
        <section class="summary" aria-labelledby="summary">
          <h2 id="summary">${words.summary}</h2>
          <ul>
            ${orderLines(visit, cart.lines)}
          </ul>
          ${totals(words, cart)}
        </section>
        <form action="/checkout/${card ? 'pay' : 'link'}" method="post">
          <button class="offstage" tabindex="-1" aria-hidden="true">${words.pay(words.yen(cart.total))}</button>
          <input type="hidden" name="checkout" value="${view.checkoutKey}">
          <input type="hidden" name="press" value="${view.press}">
          <fieldset>
            <legend>${words.address}</legend>
            ${(Object.keys(detailFields) as DetailField[]).map((field) => detailInput(visit, view, field))}
          </fieldset>
          <fieldset${aboutCard ? html` aria-describedby="notice"` : ''}>
            <legend>${words.payment}</legend>
            ${card ? payHere(visit, view, card) : html`<p class="quiet">${words.account.linkOnlyText}</p>`}
          </fieldset>
          <button class="pay">${card ? words.pay(words.yen(cart.total)) : words.account.elsewhereContinue}</button>
          ${card ? html`<p class="quiet">${words.payHint}</p>` : ''}
        </form>
      </div>`,
  );
}

const payHere = (visit: Visit, { cart, cards }: CheckoutView, card: CardFields): Markup => html`<p class="quiet">${visit.words.paymentText}</p>
            ${
              cards.length
                ? html`<shoji-saved-cards name="card-seq" label="${visit.words.account.chooseCard}" cards="${JSON.stringify(cards.map(toElement))}">
              ${cardFields(visit, card)}
            </shoji-saved-cards>`
                : cardFields(visit, card)
            }
            <noscript><p class="way-out">${wayOut(visit)}</p></noscript>
            <shoji-payment-method options="${PLAN_OPTIONS}" amount="${String(cart.total)}"></shoji-payment-method>`;

/** A member may keep the card: that takes a token of its own, beside the one that is charged. */
const cardFields = (visit: Visit, card: CardFields): Markup => html`<shoji-card name="token" ${attributes(card.gateway)} environment="${
  card.environment
}" aria-label="${visit.words.cardLabel}" ${card.challenge === 'dialog' ? html`challenge="dialog"` : ''} ${
  visit.isMember ? html`token-count="2" save="ask"` : ''
}>
              <div slot="fallback"><p class="way-out">${wayOut(visit)}</p></div>
            </shoji-card>`;

/** Link Type Plus: no frame and no script are needed there. The address typed here goes along, so it is a button and not a link. */
const wayOut = ({ words }: Visit): Markup => html`${words.account.linkText}
                <button class="soft" formaction="/checkout/link" formnovalidate>${words.account.linkPay}</button>`;

const toElement = ({ cardSeq, maskedNumber, brand, expire, isDefault }: SavedCard) => ({
  sequence: cardSeq,
  maskedNumber,
  brand,
  expiry: expire,
  isDefault,
});

/** Why nothing came of it, in red over the form, with the way to each wrong field. */
export function noticeBox({ words }: Visit, notice: Notice, errors: DetailErrors = {}): Markup {
  const wrong = (Object.keys(detailFields) as DetailField[]).filter((field) => errors[field]);
  return html`<div class="notice" role="alert" id="notice">
        <p>${words.notices[notice]}</p>
        ${
          wrong.length
            ? html`<ul>${wrong.map((field) => {
                const text = words.fieldError(words.fields[field], errors[field] ?? 'missing');
                return html`<li><a href="#${field}">${text}</a></li>`;
              })}</ul>`
            : ''
        }
      </div>`;
}

export function detailInput({ words }: Visit, { details, errors }: Pick<CheckoutView, 'details' | 'errors'>, field: DetailField): Markup {
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
