/** Signing in, the account page with its cards, and the pages about one card. */
import { html } from 'hono/html';
import type { AccountNotice } from '../account-wording.ts';
import type { Box } from '../boxes.ts';
import type { SavedCard } from '../gateway.ts';
import type { MemberCard } from '../saved-cards.ts';
import type { Notice, Words } from '../wording.ts';
import { type CardFields, noticeBox } from './checkout-page.ts';
import { attributes, layout, type Markup, type Visit } from './layout.ts';

/** What is left of the number, said as a card is spoken of. */
export const cardName = ({ account }: Words, { brand, maskedNumber }: SavedCard): string =>
  account.cardName(brand, maskedNumber.replace(/\D/g, '').slice(-4));

export const expiryOf = ({ account }: Words, { expire }: SavedCard): string => account.expiry(expire.slice(2), expire.slice(0, 2));

/** Good news in a line over a page; what went wrong is said in a box. */
const said = ({ words }: Visit, notice: AccountNotice | undefined): Markup | string =>
  notice ? html`<p class="said" role="status">${words.account.errors[notice]}</p>` : '';

export function signInPage(
  visit: Visit,
  { isNew, email, error, next }: { isNew: boolean; email: string; error: AccountNotice | undefined; next: string },
): Markup {
  const { account } = visit.words;
  const title = isNew ? account.signUp : account.signIn;
  const other = isNew ? '/sign-in' : '/sign-up';
  return layout(
    visit,
    { title: error ? `${visit.words.error}: ${title}` : title },
    html`<section class="narrow"><h1>${title}</h1>
      ${error ? html`<div class="notice" role="alert" id="notice"><p>${account.errors[error]}</p></div>` : ''}
      <p>${isNew ? account.signUpText : account.signInText}</p>
      <form action="${isNew ? '/sign-up' : '/sign-in'}" method="post">
        <input type="hidden" name="next" value="${next}">
        <fieldset ${error ? html`aria-describedby="notice"` : ''}>
          <legend class="offstage">${title}</legend>
          <div class="field"><label for="email">${account.email}</label>
            <input id="email" name="email" type="email" autocomplete="username" required maxlength="254" value="${email}"></div>
          <div class="field"><label for="password">${account.password}</label>
            <input id="password" name="password" type="password" autocomplete="${isNew ? 'new-password' : 'current-password'}" required
              maxlength="200" ${isNew ? html`minlength="8" aria-describedby="password-hint"` : ''}>
            ${isNew ? html`<small class="hint" id="password-hint">${account.passwordHint}</small>` : ''}</div>
        </fieldset>
        <button>${title}</button>
      </form>
      <p class="after">${isNew ? account.haveAccount : account.noAccount}
        <a href="${other}?next=${encodeURIComponent(next)}">${isNew ? account.signIn : account.signUp}</a></p></section>`,
  );
}

export interface AccountView {
  readonly email: string;
  /** Undefined: the gateway does not answer. */
  readonly cards: readonly MemberCard[] | undefined;
  readonly box: Box | undefined;
  readonly said: AccountNotice | undefined;
  readonly notice: Notice | undefined;
  /** A card can be saved at this shop. */
  readonly takesCards: boolean;
}

export const MOST_CARDS = 5;

export function accountPage(visit: Visit, { email, cards, box, said: done, notice, takesCards }: AccountView): Markup {
  const { words } = visit;
  const { account } = words;
  return layout(
    visit,
    { title: notice ? `${words.error}: ${account.account}` : account.account },
    html`<h1>${account.account}</h1>
      ${said(visit, done)}${notice ? noticeBox(visit, notice) : ''}
      <section class="panel" aria-labelledby="cards">
        <h2 id="cards">${account.cards}</h2>
        <p class="quiet">${account.cardsText}</p>
        ${
          cards === undefined
            ? html`<p role="alert">${account.cardsUnknown}</p>`
            : cards.length
              ? html`<ul class="cards">${cards.map((card) => cardRow(visit, card))}</ul>`
              : html`<p>${account.noCards}</p>`
        }
        ${
          !takesCards
            ? html`<p>${account.linkOnlyCards}</p>`
            : cards && cards.length >= MOST_CARDS
              ? html`<p>${account.cardsFull}</p>`
              : html`<p><a class="button" href="/account/cards/new">${account.addCard}</a></p>`
        }
      </section>
      <section class="panel" aria-labelledby="box">
        <h2 id="box">${account.box}</h2>
        <p>${!box || box.months === 0 ? account.boxText : box.card === null ? account.boxStopped : account.boxActive}</p>
        <p><a href="/box">${account.boxMore}</a></p>
      </section>
      <section class="panel sign-out">
        <p>${email}</p>
        <form action="/sign-out" method="post"><button class="plain">${account.signOut}</button></form>
      </section>`,
  );
}

function cardRow({ words }: Visit, card: MemberCard): Markup {
  const { account } = words;
  const name = cardName(words, card);
  return html`<li>
            <div><strong>${name}</strong>
              <span class="quiet">${expiryOf(words, card)}</span>
              ${card.isExpired ? html`<span class="wrong">${account.expired}</span>` : ''}
              ${card.isDefault ? html`<b class="count">${account.defaultCard}</b>` : ''}</div>
            <div class="acts">
              ${
                card.isDefault
                  ? ''
                  : html`<form action="/account/cards/default" method="post">
                <button class="plain" name="card-seq" value="${card.cardSeq}" aria-label="${account.makeDefaultOf(name)}">${account.makeDefault}</button>
              </form>`
              }
              <a href="/account/cards/remove?card-seq=${card.cardSeq}" aria-label="${account.removeOf(name)}">${words.remove}</a>
            </div></li>`;
}

export function removeCardPage(visit: Visit, card: SavedCard, paysBox: boolean): Markup {
  const { account } = visit.words;
  const question = account.removeQuestion(cardName(visit.words, card));
  return layout(
    visit,
    { title: question },
    html`<section class="standing"><h1>${question}</h1>
      ${paysBox ? html`<p><strong>${account.removeBoxText}</strong></p>` : ''}
      <p>${account.removeText}</p>
      <form class="choices" action="/account/cards/remove" method="post">
        <button class="danger" name="card-seq" value="${card.cardSeq}">${account.reallyRemove}</button> <a href="/account">${account.keepCard}</a>
      </form></section>`,
  );
}

export function addCardPage(
  visit: Visit,
  { card, notice, isFull, next }: { card: CardFields; notice: Notice | undefined; isFull: boolean; next: string },
): Markup {
  const { words } = visit;
  const { account } = words;
  return layout(
    visit,
    { title: notice ? `${words.error}: ${account.addCard}` : account.addCard, script: card.script },
    html`<section class="narrow"><h1>${account.addCard}</h1>
      ${notice ? noticeBox(visit, notice) : ''}
      ${
        isFull
          ? html`<p>${account.cardsFull}</p><p><a class="button" href="/account">${account.toCards}</a></p>`
          : html`<p>${account.addCardText}</p>
      <form action="/account/cards/add" method="post">
        <input type="hidden" name="next" value="${next}">
        <fieldset>
          <legend class="offstage">${words.cardLabel}</legend>
          <shoji-card name="token" ${attributes(card.gateway)} environment="${card.environment}" aria-label="${words.cardLabel}">
            <span slot="fallback">${words.cardFallback} <a href="/account/cards/new">${words.reload}</a></span>
          </shoji-card>
        </fieldset>
        <button class="pay">${account.register}</button>
        <p class="quiet">${account.addCardHint} ${account.cardsText}</p>
      </form>`
      }
      <p class="after"><a href="/account">${account.account}</a></p></section>`,
  );
}
