/**
 * Link Type Plus, the shopper's side: a payment page of the gateway's own, for browsers that do without the shop's fields. It needs no
 * script. A card is typed, confirmed, authenticated where the shop asked for it, and charged by the same calls that a shop makes.
 */
import { Hono } from 'hono';
import { html } from 'hono/html';
import { ERROR_CODES, type ErrInfo } from './error-codes.ts';
import { withoutFraming } from './faults.ts';
import { isExpired } from './japan-time.ts';
import { CHECKOUT, signedResult } from './link-plus.ts';
import { postingPage, writePage, type Markup } from './page.ts';
import { Parameters, readParameters, type Answer } from './protocol-body.ts';
import { callProtocol } from './protocol.ts';
import type { SandboxContext } from './sandbox-context.ts';
import type { HeldCard, LinkPayment, StoredCard } from './store.ts';
import { issueTokens } from './tokens.ts';
import { UNSETTLED } from './transaction-states.ts';

/** Where 3-D Secure sends the browser back to. */
const BACK = `${CHECKOUT}/back`;

const WORDS = {
  ja: {
    title: 'カードでのお支払い', confirm: 'お支払い内容の確認', done: 'お支払いが完了しました', failed: 'お支払いできませんでした',
    gone: 'このお支払い画面は使えません', goneText: 'お店に戻り、もう一度お手続きください。',
    shop: 'お店', order: 'ご注文番号', amount: 'お支払い金額', item: 'ご注文内容', card: 'カード', yen: '円', check: 'カードの確認（0円）',
    choose: 'お使いになるカード', other: '新しいカード', expired: '期限切れ', until: '有効期限',
    number: 'カード番号', expiry: '有効期限（月/年）', example: '例 09/30', name: 'カード名義人（半角ローマ字）', cvc: 'セキュリティコード',
    cvcHint: 'カード裏面の3桁、または表面の4桁の数字', next: '確認へ進む', pay: 'この内容で支払う', change: '入力を直す', cancel: '支払わずにお店へ戻る',
    back: 'お店に戻る', security: 'カード番号はこの決済画面だけに送られ、お店には渡りません。', test: 'テスト用の画面です。本物のカードは入力しないでください。',
    problems: '入力をご確認ください。',
    errors: {
      number: 'カード番号を10〜16桁の数字で入力してください。', expiry: '有効期限を 09/30 のように月/年で入力してください。',
      past: 'このカードは有効期限が切れています。', name: '名義人を半角ローマ字で入力してください。', cvc: 'セキュリティコードを3〜4桁の数字で入力してください。',
      card: 'カードを選んでください。',
    },
    refused: {
      decline: 'カード会社の承認が得られませんでした。別のカードをお試しください。',
      'three-ds': 'ご本人の確認ができませんでした。もう一度お試しいただくか、別のカードをお使いください。',
      other: 'お支払いを処理できませんでした。時間をおいてもう一度お試しください。',
    },
    noMore: 'これ以上お試しいただけません。お店に戻り、別のお支払い方法をお選びください。',
  },
  en: {
    title: 'Pay by card', confirm: 'Check your payment', done: 'Your payment is complete', failed: 'The payment did not go through',
    gone: 'This payment page cannot be used', goneText: 'Please go back to the shop and start again.',
    shop: 'Shop', order: 'Order', amount: 'Amount', item: 'What you buy', card: 'Card', yen: ' yen', check: 'Card check (0 yen)',
    choose: 'Which card', other: 'A new card', expired: 'expired', until: 'valid until',
    number: 'Card number', expiry: 'Expiry (month/year)', example: 'e.g. 09/30', name: 'Name on the card', cvc: 'Security code',
    cvcHint: 'The 3 digits on the back of the card, or the 4 on its front', next: 'Continue', pay: 'Pay now', change: 'Change',
    cancel: 'Back to the shop without paying',
    back: 'Back to the shop', security: 'Your card number goes to this page only, never to the shop.',
    test: 'This page is for tests. Do not type a real card.',
    problems: 'Please check what you typed.',
    errors: {
      number: 'Enter the card number: 10 to 16 digits.', expiry: 'Enter month and year, such as 09/30.',
      past: 'This card has expired.', name: 'Enter the name in Latin letters.', cvc: 'Enter the security code: 3 or 4 digits.',
      card: 'Choose a card.',
    },
    refused: {
      decline: 'The card issuer declined the payment. Please try another card.',
      'three-ds': 'We could not verify that it is you. Please try again, or use another card.',
      other: 'The payment could not be processed. Please try again later.',
    },
    noMore: 'You cannot try again here. Please go back to the shop and choose another way to pay.',
  },
} as const;

const STYLE = `
  :root { color-scheme: light dark; --line: light-dark(#8a95a1, #7d8894); --soft: light-dark(#4d5863, #b4bfca); --bad: light-dark(#b42318, #ff9c92);
    --accent: light-dark(#14508f, #8ec2f7); --on: light-dark(#fff, #0d1722); --card: light-dark(#fff, #1a2129);
    font: 16px/1.6 system-ui, "Hiragino Sans", "Noto Sans JP", sans-serif; background: light-dark(#eef2f6, #10151a); }
  * { box-sizing: border-box; }
  body { margin: 0; padding: 1rem; }
  main { max-width: 28rem; margin: 0 auto; padding: 1.25rem; background: var(--card); border-radius: 16px; }
  h1 { font-size: 1.25rem; line-height: 1.4; margin: 0 0 1rem; }
  dl { display: grid; grid-template-columns: auto 1fr; gap: .35rem 1rem; margin: 0 0 1.25rem; padding-bottom: 1rem;
    border-bottom: 1px solid var(--line); }
  dt { color: var(--soft); } dd { margin: 0; text-align: end; overflow-wrap: anywhere; }
  dd.amount { font-size: 1.25rem; font-weight: 700; }
  fieldset { border: 0; margin: 0 0 1rem; padding: 0; } legend { padding: 0; font-weight: 600; }
  .choice { display: flex; gap: .75rem; align-items: center; min-height: 3rem; padding: .5rem .75rem; margin-top: .5rem;
    border: 1px solid var(--line); border-radius: 10px; font-weight: 400; }
  .choice input { width: 1.25rem; height: 1.25rem; flex: none; accent-color: var(--accent); }
  .choice small { display: block; color: var(--soft); }
  .field { margin-bottom: 1rem; } .field > label { display: block; font-weight: 600; }
  .field input { width: 100%; min-height: 3rem; margin-top: .25rem; padding: 0 .85rem; border: 1px solid var(--line); border-radius: 10px;
    font: inherit; background: transparent; color: inherit; }
  .field input[aria-invalid=true] { border: 2px solid var(--bad); }
  .hint, footer { color: var(--soft); font-size: .875rem; margin: .25rem 0 0; }
  .bad { color: var(--bad); font-size: .875rem; margin: .25rem 0 0; }
  [role=alert] { margin: 0 0 1rem; padding: .75rem 1rem; border: 1px solid var(--bad); border-inline-start-width: 5px; border-radius: 8px; }
  form:has([name=place]:checked:not([value=new])) .new { display: none; }
  .half { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1rem; align-items: start; }
  button { display: block; width: 100%; min-height: 3.25rem; margin-top: .75rem; border-radius: 10px;
    border: 1px solid var(--accent); background: var(--accent); color: var(--on); font: inherit; font-weight: 600; cursor: pointer; }
  button.quiet { background: transparent; color: var(--accent); }
  input:focus-visible, button:focus-visible { outline: 3px solid light-dark(#2f80ed, #8ec2f7); outline-offset: 2px; }
  footer { max-width: 28rem; margin: 1rem auto 0; padding: 0 1.25rem; }
  footer p { margin: 0 0 .5rem; }
`;

type Words = (typeof WORDS)[keyof typeof WORDS];
type FieldError = keyof Words['errors'];
type FieldId = 'number' | 'expiry' | 'name' | 'cvc' | 'card';

/** What the shopper typed, read kindly; and which fields cannot be used. */
interface Typed {
  readonly number: string;
  /** `YYMM` */
  readonly expire: string;
  readonly expiryText: string;
  readonly name: string;
  readonly cvc: string;
  readonly place: string;
  readonly errors: ReadonlyMap<FieldId, FieldError>;
}

/** `/link/plus/checkout` */
export function linkPageRoutes(context: SandboxContext): Hono {
  const { store, now } = context;
  const routes = new Hono();

  const find = (id: string): LinkPayment | undefined => {
    const link = store.links.get(id);
    if (link && link.result !== 'PAYSUCCESS' && now() > link.expiresAt) {
      link.result = 'EXPIRED';
      link.errInfo = 'E11310004';
    }
    return link;
  };

  /** The page of the state that the payment is in. */
  const show = (link: LinkPayment): Promise<Response> => {
    const words = WORDS[link.display.language];
    switch (link.result) {
      case 'PAYSUCCESS':
        return link.skipsResult && link.completeUrl !== '' ? sendBack(link, link.completeUrl) : writeEnd(link, words.done, '');
      case 'EXPIRED':
        return writeEnd(link, words.gone, words.goneText);
      case 'ERROR':
        return writeEnd(link, words.failed, words.noMore);
      case 'CONFIRM':
        return link.choice ? writeConfirmation(link, link.choice.card) : writeForm(link, untyped(link));
      case 'PAYSTART':
        return writeForm(link, untyped(link));
    }
  };

  const savedCards = (link: LinkPayment): readonly StoredCard[] => store.members.get(link.memberId)?.cards ?? [];

  /** The form as it is first seen: the member's default card is chosen, unless the last try was refused. */
  const untyped = (link: LinkPayment): Typed => {
    const usual = savedCards(link).find(({ isDefault, card }) => isDefault && !isExpired(card.expire, now()));
    const place = usual && link.errInfo === null ? String(usual.cardSeq) : 'new';
    return { number: '', expire: '', expiryText: '', name: '', cvc: '', place, errors: new Map() };
  };

  routes.get(CHECKOUT, (c) => {
    const link = find(c.req.query('payment') ?? '');
    return link ? show(link) : unknown();
  });

  routes.post(CHECKOUT, async (c) => {
    const form = await readParameters(c.req.raw);
    const link = find(form.get('payment'));
    if (!link) return unknown();
    if (form.get('action') === 'cancel') return sendBack(link, link.cancelUrl);
    if (link.result !== 'PAYSTART' && link.result !== 'CONFIRM') return show(link);
    if (form.get('action') === 'pay' && link.choice) return pay(link, link.choice);
    link.result = 'PAYSTART';
    link.choice = null;
    if (form.get('action') !== 'next') return show(link);
    const typed = readTyped(form, link, savedCards(link), now());
    if (typed.errors.size > 0) return writeForm(link, typed);
    const saved = savedCards(link).find(({ cardSeq }) => String(cardSeq) === typed.place);
    link.choice = saved
      ? { card: saved.card, cardSeq: saved.cardSeq }
      : { card: store.holdCard(typed.number, typed.expire, typed.name), cardSeq: null };
    link.errInfo = null;
    if (link.skipsConfirmation) return pay(link, link.choice);
    link.result = 'CONFIRM';
    return show(link);
  });

  routes.get(BACK, (c) => {
    const link = find(c.req.query('payment') ?? '');
    const transaction = store.transactions.get(link?.accessId ?? '');
    if (!link || !transaction) return unknown();
    if (link.result === 'PAYSTART' && transaction.session?.transStatus) {
      const { accessId: AccessID, accessPass: AccessPass } = transaction;
      settled(link, call('SecureTran2', { AccessID, AccessPass }));
    }
    return show(link);
  });

  const call = (name: string, parameters: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
    new Map(callProtocol(name, new Parameters(new Map(Object.entries(parameters))), context) satisfies Answer);

  /** As a shop would: EntryTran once, then ExecTran with a token of the card, or with the member's card. */
  const pay = (link: LinkPayment, { card, cardSeq }: NonNullable<LinkPayment['choice']>): Promise<Response> => {
    const { shopId: ShopID, shopPass: ShopPass, siteId: SiteID, sitePass: SitePass } = context;
    link.choice = null;
    link.result = 'PAYSTART';
    if (link.accessId === '') {
      const entered = call('EntryTran', { ShopID, ShopPass, OrderID: link.orderId, ...link.entry });
      link.accessId = entered.get('AccessID') ?? '';
      if (link.accessId === '') settled(link, entered);
    }
    const transaction = store.transactions.get(link.accessId);
    if (!transaction) return show(link);
    // another card may pay what one did not
    if (UNSETTLED.includes(transaction.status)) Object.assign(transaction, { status: 'UNPROCESSED', session: null });
    const source: Readonly<Record<string, string>> =
      cardSeq === null
        ? { Token: issueTokens(card, link.wantsSecurityCode, 1, context).tokens[0] ?? '' }
        : { SiteID, SitePass, MemberID: link.memberId, SeqMode: '1', CardSeq: String(cardSeq) };
    const answer = call('ExecTran', {
      AccessID: transaction.accessId,
      AccessPass: transaction.accessPass,
      OrderID: link.orderId,
      ...link.execution,
      ...source,
      RetUrl: `${context.gatewayOrigin}${BACK}?payment=${link.id}`,
      CallbackType: '3',
    });
    const redirectUrl = answer.get('RedirectUrl');
    if (redirectUrl !== undefined) return Promise.resolve(seeOther(redirectUrl));
    settled(link, answer);
    return show(link);
  };

  /** Takes the answer of the call that charges. */
  const settled = (link: LinkPayment, answer: ReadonlyMap<string, string>): void => {
    const errInfo = answer.get('ErrInfo')?.split('|')[0] as ErrInfo | undefined;
    link.errInfo = errInfo ?? null;
    if (!errInfo) {
      link.result = 'PAYSUCCESS';
      return;
    }
    link.failures += 1;
    if (link.retries !== null && link.failures > link.retries) link.result = 'ERROR';
  };

  const sendBack = async (link: LinkPayment, url: string): Promise<Response> =>
    url === '' ? show(link) : writePage(postingPage(url, { result: signedResult(link, context) }));

  /* pages */

  const write = async (link: LinkPayment, title: string, body: Markup): Promise<Response> => {
    const { language } = link.display;
    const words = WORDS[language];
    return withoutFraming(
      await writePage({
        language,
        title: `${title} | ${link.display.shopName}`,
        style: STYLE,
        body: html`<main><h1>${title}</h1>${body}</main>
          <footer><p>${words.security}</p><p>${words.test}</p></footer>`,
      }),
    );
  };

  const summary = (link: LinkPayment, card?: HeldCard | null): Markup => {
    const words = WORDS[link.display.language];
    const rows: readonly (readonly [string, string, string?])[] = [
      [words.shop, link.display.shopName],
      [words.order, link.orderId],
      ...(link.display.overview === '' ? [] : ([[words.item, link.display.overview]] as const)),
      ...(card ? ([[words.card, `${card.brand} ${card.masked}`]] as const) : []),
      [words.amount, link.amount === 0 ? words.check : `${(link.amount + link.tax).toLocaleString('en')}${words.yen}`, 'amount'],
    ];
    return html`<dl>${rows.map(([name, text, look = '']) => html`<dt>${name}</dt><dd class="${look}">${text}</dd>`)}</dl>`;
  };

  const hidden = (link: LinkPayment): Markup => html`<input type="hidden" name="payment" value="${link.id}" />`;

  const writeForm = (link: LinkPayment, typed: Typed): Promise<Response> => {
    const words = WORDS[link.display.language];
    const refused = link.errInfo === null ? '' : refusalText(link.errInfo, words);
    const problem = typed.errors.size > 0 ? words.problems : refused;
    const cards = savedCards(link);
    const first = [...typed.errors.keys()][0] ?? (problem === '' ? null : 'number');
    const field = (id: FieldId, label: string, value: string, attributes: Markup, hint = ''): Markup => {
      const error = typed.errors.get(id);
      const notes = [...(hint === '' ? [] : [`${id}-hint`]), ...(error ? [`${id}-bad`] : [])].join(' ');
      return html`<div class="field">
        <label for="${id}">${label}</label>
        <input id="${id}" name="${id}" value="${value}" ${attributes} ${notes === '' ? '' : html`aria-describedby="${notes}"`}
          ${error ? html`aria-invalid="true"` : ''} ${id === first ? 'autofocus' : ''} />
        ${hint === '' ? '' : html`<p class="hint" id="${id}-hint">${hint}</p>`}
        ${error ? html`<p class="bad" id="${id}-bad">${words.errors[error]}</p>` : ''}
      </div>`;
    };
    const cvc = html`inputmode="numeric" autocomplete="cc-csc" maxlength="4"`;
    return write(
      link,
      words.title,
      html`${problem === '' ? '' : html`<p role="alert">${problem}</p>`} ${summary(link)}
        ${link.display.detail === '' ? '' : html`<p>${link.display.detail}</p>`}
        <form method="post" action="${CHECKOUT}">
          ${hidden(link)} ${cards.length === 0 ? '' : choices(cards, typed, words, now())}
          <div class="new">
          ${field('number', words.number, '', html`inputmode="numeric" autocomplete="cc-number" maxlength="23"`)}
          <div class="half">
            ${field('expiry', words.expiry, typed.expiryText, html`inputmode="numeric" autocomplete="cc-exp" maxlength="9"`, words.example)}
            ${link.wantsSecurityCode ? field('cvc', words.cvc, '', cvc, words.cvcHint) : ''}
          </div>
          ${field('name', words.name, typed.name, html`autocomplete="cc-name" autocapitalize="characters" spellcheck="false" maxlength="50"`)}
          </div>
          <button name="action" value="next">${words.next}</button>
          ${link.cancelUrl === '' ? '' : html`<button name="action" value="cancel" class="quiet">${words.cancel}</button>`}
        </form>`,
    );
  };

  const writeConfirmation = (link: LinkPayment, card: HeldCard): Promise<Response> => {
    const words = WORDS[link.display.language];
    return write(
      link,
      words.confirm,
      html`${summary(link, card)}
        <form method="post" action="${CHECKOUT}">
          ${hidden(link)}
          <button name="action" value="pay">${words.pay}</button>
          <button name="action" value="change" class="quiet">${words.change}</button>
        </form>`,
    );
  };

  /** The last page, with the way back to the shop. */
  const writeEnd = (link: LinkPayment, title: string, text: string): Promise<Response> => {
    const words = WORDS[link.display.language];
    const url = link.result === 'PAYSUCCESS' ? link.completeUrl : link.returnUrl;
    return write(
      link,
      title,
      html`${text === '' ? '' : html`<p role="alert">${text}</p>`} ${summary(link, store.transactions.get(link.accessId)?.card)}
        ${url === ''
          ? ''
          : html`<form method="post" action="${url}">
              <input type="hidden" name="result" value="${signedResult(link, context)}" />
              <button>${words.back}</button>
            </form>`}`,
    );
  };

  const unknown = (): Promise<Response> =>
    writePage(
      {
        language: 'ja',
        title: WORDS.ja.gone,
        style: STYLE,
        body: html`<main><h1>${WORDS.ja.gone}</h1><p>${WORDS.ja.goneText}</p><p lang="en">${WORDS.en.gone}. ${WORDS.en.goneText}</p></main>`,
      },
      404,
    );

  return routes;
}

const choices = (cards: readonly StoredCard[], typed: Typed, words: Words, now: Date): Markup => html`<fieldset>
  <legend>${words.choose}</legend>
  ${cards.map(({ cardSeq, card: { brand, masked, expire } }) => {
    const [isChosen, isOver] = [String(cardSeq) === typed.place, isExpired(expire, now)];
    return html`<label class="choice">
      <input type="radio" name="place" value="${cardSeq}" ${isChosen ? 'checked' : ''} ${isOver ? 'disabled' : ''} />
      <span>${brand} ${masked}<small>${words.until} ${expire.slice(2)}/${expire.slice(0, 2)} ${isOver ? words.expired : ''}</small></span>
    </label>`;
  })}
  <label class="choice">
    <input type="radio" name="place" value="new" ${typed.place === 'new' ? 'checked' : ''} /><span>${words.other}</span>
  </label>
  ${typed.errors.has('card') ? html`<p class="bad">${words.errors.card}</p>` : ''}
</fieldset>`;

/** Takes full-width digits, blanks and hyphens. Only a new card has to be typed. */
function readTyped(form: Parameters, link: LinkPayment, cards: readonly StoredCard[], now: Date): Typed {
  const text = (name: string) => form.get(name).normalize('NFKC').trim();
  const number = text('number').replace(/[\s‐-―−ー-]/g, '');
  const [, month = '', year = ''] = /^(\d{1,2})\s*\/?\s*(?:20)?(\d{2})$/.exec(text('expiry')) ?? [];
  const expire = `${year}${month.padStart(2, '0')}`;
  const [name, cvc, place] = [text('name'), text('cvc'), form.get('place') || 'new'];
  const errors = new Map<FieldId, FieldError>();
  if (place === 'new') {
    if (!/^\d{10,16}$/.test(number)) errors.set('number', 'number');
    if (!/^\d\d(?:0[1-9]|1[0-2])$/.test(expire)) errors.set('expiry', 'expiry');
    else if (isExpired(expire, now)) errors.set('expiry', 'past');
    if (link.wantsSecurityCode && !/^\d{3,4}$/.test(cvc)) errors.set('cvc', 'cvc');
    if (!/^[a-z0-9 ,./-]{1,50}$/i.test(name)) errors.set('name', 'name');
  } else if (!cards.some(({ cardSeq, card }) => String(cardSeq) === place && !isExpired(card.expire, now))) errors.set('card', 'card');
  return { number, expire, expiryText: text('expiry'), name, cvc, place, errors };
}

function refusalText(errInfo: ErrInfo, { refused }: Words): string {
  const group = ERROR_CODES.get(errInfo)?.[0];
  return group === 'decline' || group === 'three-ds' ? refused[group] : refused.other;
}

const seeOther = (url: string): Response => new Response(null, { status: 303, headers: { Location: url, 'Cache-Control': 'no-store' } });
