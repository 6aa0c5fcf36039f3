/** The monthly box: ordering it, and how it stands. */
import { html } from 'hono/html';
import type { AccountNotice } from '../account-wording.ts';
import { type Box, dueAt } from '../boxes.ts';
import { type DetailErrors, type DetailField, detailFields, type Details } from '../details.ts';
import { monthlyBox } from '../products.ts';
import type { Notice } from '../wording.ts';
import type { MemberCard } from '../saved-cards.ts';
import { cardName, expiryOf } from './account-page.ts';
import { detailInput, noticeBox } from './checkout-page.ts';
import { layout, type Markup, type Visit } from './layout.ts';

export interface BoxView {
  readonly box: Box | undefined;
  readonly cards: readonly MemberCard[] | undefined;
  readonly details: Partial<Details>;
  readonly errors: DetailErrors;
  readonly notice: Notice | undefined;
  /** The notice is of a month that could not be charged. */
  readonly isCharge: boolean;
  readonly said: AccountNotice | undefined;
  readonly press: string;
  /** A card can be saved at this shop. */
  readonly takesCards: boolean;
}

export function boxPage(visit: Visit, view: BoxView): Markup {
  const { words, language } = visit;
  const { account } = words;
  const { box, notice, said } = view;
  const isActive = box !== undefined && box.months > 0;
  const isUnpaid = notice && isActive && view.isCharge;
  return layout(
    visit,
    { title: notice ? `${words.error}: ${account.box}` : account.box },
    html`<div class="narrow"><h1>${monthlyBox.name[language]}</h1>
      ${said ? html`<p class="said" role="status">${account.errors[said]}</p>` : ''}
      ${isUnpaid ? html`<div class="notice" role="alert" id="notice"><p>${account.boxFailed(words.notices[notice])}</p></div>` : ''}
      ${notice && !isUnpaid ? noticeBox(visit, notice, view.errors) : ''}
      <img class="box-picture" src="/pictures/monthly-box.svg" alt="" width="400" height="240">
      <p>${account.boxText}</p>
      <p class="price">${account.boxPrice(words.yen(box?.price ?? monthlyBox.price))}</p>
      ${isActive ? active(visit, view, box) : visit.isMember ? start(visit, view) : guest(visit)}</div>`,
  );
}

const guest = ({ words: { account } }: Visit): Markup => html`<p>${account.boxSignIn}</p>
      <p class="choices"><a class="button" href="/sign-up?next=%2Fbox">${account.signUp}</a> <a href="/sign-in?next=%2Fbox">${account.signIn}</a></p>`;

function start(visit: Visit, view: BoxView): Markup {
  const { words } = visit;
  const { account } = words;
  if (!view.cards) return html`<p role="alert">${account.cardsUnknown}</p>`;
  if (!view.cards.length && !view.takesCards) return html`<p>${account.linkOnlyCards}</p>`;
  if (!view.cards.length) {
    return html`<p>${account.boxNeedsCard}</p><p><a class="button" href="/account/cards/new?next=%2Fbox">${account.addCard}</a></p>`;
  }
  return html`<form action="/box/start" method="post">
        <input type="hidden" name="press" value="${view.press}">
        <fieldset><legend>${words.address}</legend>
          ${(Object.keys(detailFields) as DetailField[]).map((field) => detailInput(visit, view, field))}</fieldset>
        ${cardChoice(visit, view.cards, undefined)}
        <p>${account.boxConsent} ${account.boxLeave}</p>
        <button class="pay">${account.boxStart}</button>
        <p class="quiet">${words.payHint}</p>
      </form>`;
}

const cardChoice = ({ words }: Visit, cards: readonly MemberCard[], chosen: string | null | undefined): Markup =>
  html`<fieldset><legend>${words.account.boxCard}</legend>${cards.map(
    (card) => html`<label class="choice"><input type="radio" name="card-seq" value="${card.cardSeq}" required ${
      (chosen === undefined ? card.isDefault && !card.isExpired : chosen === card.cardSeq) ? html`checked` : ''
    } ${card.isExpired ? html`disabled` : ''}> <span>${cardName(words, card)} <small class="quiet">${expiryOf(words, card)}</small>
          ${card.isExpired ? html`<small class="wrong">${words.account.expired}</small>` : ''}</span></label>`,
  )}</fieldset>`;

function active(visit: Visit, { cards = [], press, takesCards }: BoxView, box: Box): Markup {
  const { words } = visit;
  const { account } = words;
  const card = cards.find(({ cardSeq }) => cardSeq === box.card);
  const due = dueAt(box);
  const others = cards.filter((each) => each !== card && !each.isExpired);
  return html`<section class="standing ${box.card === null ? '' : 'good-news'}" role="status"><h2>${box.card === null ? account.boxStopped : account.boxActive}</h2>
        <p>${account.boxMonths(box.months)}</p>
        ${box.card === null ? html`<p class="wrong">${account.boxNoCard}</p>` : ''}
        <dl class="facts">
          ${due && box.card !== null ? html`<div><dt>${account.boxNext}</dt><dd><time datetime="${due.toISOString()}">${words.day(due)}</time></dd></div>` : ''}
          ${card ? html`<div><dt>${account.boxCard}</dt><dd>${cardName(words, card)}</dd></div>` : ''}
        </dl></section>
      ${
        box.card === null
          ? ''
          : html`<form class="demo-act" action="/box/renew" method="post">
        <input type="hidden" name="month" value="${String(box.months + 1)}"><input type="hidden" name="press" value="${press}">
        <button class="soft">${account.boxRenew}</button><p class="quiet">${account.boxRenewHint}</p></form>`
      }
      ${
        others.length
          ? html`<form action="/box/card" method="post">${cardChoice(visit, others, others.length === 1 ? others[0]?.cardSeq : null)}
        <button class="soft">${account.boxChangeCard}</button></form>`
          : cards.length || !takesCards
            ? ''
            : html`<p><a class="button" href="/account/cards/new?next=%2Fbox">${account.addCard}</a></p>`
      }
      <details class="after"><summary>${account.boxEnd}</summary><form action="/box/end" method="post"><p>${account.boxEndAsk}</p>
        <button class="soft">${account.boxEnd}</button></form></details>`;
}
