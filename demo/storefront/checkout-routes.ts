/**
 * From the cart to the payment: the checkout page, its form, and the way back from the card issuer. A page that sends the form by
 * script and says that it wants JSON is told in JSON what a browser would have been shown.
 */
import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { readBrowserData } from './browser-data.ts';
import { cardFieldsOf } from './card-fields.ts';
import { type DetailErrors, readDetails } from './details.ts';
import { isCardSeq } from './gateway.ts';
import { isIdentifier, type Order } from './orders.ts';
import { readCallback } from './openapi-client.ts';
import { readPlan } from './payment-plans.ts';
import { checkoutPage } from './pages/checkout-page.ts';
import { orderPage } from './pages/order-page.ts';
import { returnPage } from './pages/return-page.ts';
import { type Arrival, NOTHING_KNOWN, type Outcome, type Purchase, type SavedCardSource } from './payments.ts';
import { priceCart } from './products.ts';
import { riskFields } from './risk-fields.ts';
import type { Session } from './sessions.ts';
import { contentSecurityPolicy } from './security-headers.ts';
import { type Guest, newPress, readForm, readFormAndTokens, type ShopContext, type Shopper, statusOf, TOKEN } from './shop-context.ts';
import { readHistory } from './shopper-history.ts';
import { type Notice, words } from './wording.ts';

/** What follows a press of the button: another page of the shop, the checkout page once more, or what became of the payment. */
type Reply =
  | { readonly to: string }
  | { readonly notice: Notice; readonly errors?: DetailErrors }
  | { readonly order: Order; readonly outcome: Outcome };

export function checkoutRoutes(shop: ShopContext): Hono {
  const { options, sessions, orders, payments, cards } = shop;
  const { fieldsUrl, gatewayOrigin, linkOrigin = gatewayOrigin, isStrict = false, challenge = 'redirect' } = options;
  const fieldsOrigin = new URL(fieldsUrl).origin;
  const formTargets = [...new Set([gatewayOrigin, linkOrigin])];
  const routes = new Hono();

  const showCheckout = async (
    c: Context,
    guest: Shopper,
    { notice, errors = {} }: { notice?: Notice; errors?: DetailErrors } = {},
  ) => {
    const { session } = guest;
    const cart = priceCart(session.cart);
    if (!cart.lines.length) return c.redirect('/cart', 303);
    const nonce = newNonce();
    // With Link Type Plus the card is typed on the gateway's page: no script and no frame is needed here.
    const card = shop.takesCards ? cardFieldsOf(options, nonce) : undefined;
    const policy = contentSecurityPolicy({ ...(card && { checkout: { nonce, fieldsOrigin } }), formTargets, isStrict });
    c.header('Content-Security-Policy', policy);
    const member = card && (await shop.memberOf(guest));
    return shop.page(
      c,
      checkoutPage(
        { ...guest, path: '/checkout' },
        {
          cart,
          checkoutKey: await sessions.checkoutKey(session),
          details: session.details,
          errors,
          notice,
          // When the gateway does not answer, a new card can be typed all the same.
          cards: (member && (await cards.list(member))) ?? [],
          press: newPress(),
          card,
        },
      ),
      statusOf(notice),
    );
  };

  routes.get('/checkout', async (c) => {
    const guest = await shop.visit(c);
    const { session } = guest;
    if (!session) return c.redirect('/cart', 303);
    // Paying is only offered when it is certain that no earlier attempt of this shopper's, for whatever cart, will be charged.
    const earlier = await earlierOrder(session, ['unknown', 'paid']);
    if (earlier) return c.redirect(earlier, 303);
    return showCheckout(c, { ...guest, session });
  });

  routes.post('/checkout/pay', async (c) => {
    if (!shop.takesCards) return c.redirect('/checkout', 303);
    const { fields, tokens } = await readFormAndTokens(c);
    const guest = await shop.visit(c);
    const { session } = guest;
    const wantsJson = challenge === 'dialog' && /\bapplication\/json\b/.test(c.req.header('Accept') ?? '');
    if (!session) return wantsJson ? c.json({ next: '/cart' }) : c.redirect('/cart', 303);
    // Paying with one press, from the cart: the address is the one that the shop knows.
    const { details, errors } = readDetails(fields['details'] === 'kept' ? await keptDetails(session) : fields);
    await sessions.setDetails(session, details);
    const shopper = { ...guest, session: { ...session, details } };
    const reply = await pay(shopper, fields, tokens, { details, errors }, wantsJson);
    return wantsJson ? answerInJson(c, shopper, reply) : answerWithPage(c, shopper, reply);
  });

  /** The address of the latest paid order, as the cart says: whoever shared this browser may have typed another since. */
  const keptDetails = async ({ member_id: memberId }: Session) => ({ ...(memberId === null ? undefined : await orders.latestDetails(memberId)) });

  /** The page of an order that was in doubt, and turns out to stand like this: perhaps paid on the gateway's own page, from which nobody came back. */
  const earlierOrder = async (session: Session, statuses: readonly Outcome['status'][]): Promise<string | undefined> => {
    for (const order of await orders.inDoubt(session)) {
      if (statuses.includes((await payments.look(order.id)).outcome.status)) return `/orders/${order.public_id}`;
    }
    return undefined;
  };

  const pay = async (
    guest: Shopper,
    fields: Readonly<Record<string, string>>,
    tokens: readonly string[],
    { details, errors }: ReturnType<typeof readDetails>,
    inDialog: boolean,
  ): Promise<Reply> => {
    const { session } = guest;
    const { checkout = '', browser } = fields;
    const known = await orders.findByKey(session, checkout);
    if (known?.paid_at) return { to: `/orders/${known.public_id}` };
    if (Object.keys(errors).length) return { notice: 'check-form', errors };
    const means = await readMeans(guest, fields, tokens);
    if ('notice' in means) return means;
    const plan = readPlan(fields);
    if (!plan) return { notice: 'plan-unknown' };
    const paidBefore = await earlierOrder(session, ['paid']);
    if (paidBefore) return { to: paidBefore };
    const { order, inDoubt } = await orders.place(session, checkout, details);
    if (inDoubt) return { to: `/orders/${inDoubt.public_id}` };
    if (!order) {
      // Paid in the meantime by the same click, or a page from before the cart was changed.
      const paid = await orders.findByKey(session, checkout);
      return paid?.paid_at ? { to: `/orders/${paid.public_id}` } : { notice: 'cart-changed' };
    }
    const outcome = await payments.pay({ id: order.id, amount: order.amount }, means.source, {
      ...NOTHING_KNOWN,
      payerName: details.name,
      plan,
      saving: means.saving,
      presentation: inDialog ? 'dialog' : 'redirect',
      risk: riskFields(details, await readHistory(shop.database, session, order, shop.now())),
      browser: readBrowserData(browser),
    });
    return { order, outcome };
  };

  /** One of the member's cards, or a token; and a second token when the member wants that card to be kept. */
  const readMeans = async (
    guest: Guest,
    { 'card-seq': cardSeq, press = '', 'save-card': save }: Readonly<Record<string, string>>,
    [token = '', second = '']: readonly string[],
  ): Promise<{ notice: Notice } | { source: string | SavedCardSource; saving: Purchase['saving'] }> => {
    const member = await shop.memberOf(guest);
    if (cardSeq) {
      if (!member) return { notice: 'signed-out' };
      // Whose card it is, is never the form's to say: the gateway looks among this member's.
      if (!isCardSeq(cardSeq) || !isIdentifier(press)) return { notice: 'card-gone' };
      return { source: { memberId: member.member_id, cardSeq, press }, saving: null };
    }
    if (!TOKEN.test(token)) return { notice: 'card-missing' };
    const saving = member && save && TOKEN.test(second) && second !== token ? { memberId: member.id, token: second } : null;
    return { source: token, saving };
  };

  // Link Type Plus: the way out for a browser in which the fields cannot be shown, or the one way to pay.
  routes.post('/checkout/link', async (c) => {
    const fields = await readForm(c);
    const guest = await shop.visit(c);
    const { session } = guest;
    if (!session) return c.redirect('/cart', 303);
    const { checkout = '' } = fields;
    const { details, errors } = readDetails(fields);
    await sessions.setDetails(session, details);
    const shopper = { ...guest, session: { ...session, details } };
    const known = await orders.findByKey(session, checkout);
    if (known?.paid_at) return c.redirect(`/orders/${known.public_id}`, 303);
    if (Object.keys(errors).length) return showCheckout(c, shopper, { notice: 'check-form', errors });
    const paidBefore = await earlierOrder(session, ['paid']);
    if (paidBefore) return c.redirect(paidBefore, 303);
    const { order, inDoubt } = await orders.place(session, checkout, details);
    if (inDoubt) return c.redirect(`/orders/${inDoubt.public_id}`, 303);
    if (!order) return showCheckout(c, shopper, { notice: 'cart-changed' });
    const { email, name } = details;
    const outcome = await payments.payElsewhere({ id: order.id, amount: order.amount }, {
      email,
      name,
      language: guest.language,
      shopName: guest.words.shop,
    });
    if (outcome.status === 'elsewhere') return shop.leave(c, { ...shopper, path: '/checkout' }, outcome.url);
    return answerWithPage(c, shopper, { order, outcome });
  });

  // Its page comes back by POST from another site, with what the gateway signed; a shopper who stops there may come by a link.
  routes.post('/checkout/link/return/:returnId', async (c) => {
    const { result } = await readForm(c);
    const returnId = c.req.param('returnId');
    if (result !== undefined) {
      const attempt = await payments.acceptResult(returnId, result);
      if (attempt === 'missing') return shop.say(c, await shop.visit(c), 'missing', 404);
      if (attempt === 'refused') return shop.say(c, await shop.visit(c), 'refused', 403);
    }
    return c.redirect(`/checkout/link/return/${encodeURIComponent(returnId)}`, 303);
  });

  routes.get('/checkout/link/return/:returnId', async (c) => {
    const guest = await shop.visit(c);
    const found = guest.session && (await orders.findByReturnId(guest.session, c.req.param('returnId')));
    return found ? c.redirect(`/orders/${found.order.public_id}`, 303) : shop.say(c, guest, 'missing', 404);
  });

  /** After a payment step: on to the issuer, to the order, or back to the checkout page with a reason. */
  const answerWithPage = async (c: Context, guest: Shopper, reply: Reply) => {
    if ('to' in reply) return c.redirect(reply.to, 303);
    if ('notice' in reply) return showCheckout(c, guest, reply);
    const { order, outcome } = reply;
    if (outcome.status === 'redirect') return shop.leave(c, { ...guest, path: '/checkout' }, outcome.url);
    if (['paid', 'unknown', 'elsewhere'].includes(outcome.status)) return c.redirect(`/orders/${order.public_id}`, 303);
    const notice = noticeOf(outcome);
    if (notice && guest.session.checkout_key === order.checkout_key) return showCheckout(c, guest, { notice });
    return shop.page(c, orderPage({ ...guest, path: `/orders/${order.public_id}` }, { order, lines: await orders.lines(order), outcome }));
  };

  /**
   * `{redirectUrl, accessId, next}` for a challenge, where `next` is for afterwards; `{next}` when there is none; or
   * `{notice, message, fields}`, why nothing came of it.
   */
  const answerInJson = (c: Context, guest: Shopper, reply: Reply) => {
    if ('to' in reply) return c.json({ next: reply.to });
    const outcome = 'outcome' in reply ? reply.outcome : undefined;
    if (outcome?.status === 'redirect') {
      const { url, accessId, returnId } = outcome;
      return c.json({ redirectUrl: url, accessId, next: returnPath(returnId) });
    }
    const notice = 'notice' in reply ? reply.notice : noticeOf(reply.outcome);
    if (!notice) return c.json({ next: 'order' in reply ? `/orders/${reply.order.public_id}` : '/checkout' });
    const errors = Object.entries(('errors' in reply ? reply.errors : undefined) ?? {});
    return c.json(
      {
        notice,
        press: newPress(),
        message: guest.words.notices[notice],
        fields: Object.fromEntries(
          errors.map(([field, reason]) => {
            const label = guest.words.fields[field as keyof DetailErrors];
            return [field, guest.words.fieldError(label, reason)];
          }),
        ),
      },
      statusOf(notice),
    );
  };

  // GMO's browser comes back by POST (CallbackType 1, and 2 with the AccessID as MD in the query) or by GET (3, and `p` of the OpenAPI type). The POST comes
  // from another site and, in a dialog, into a frame: without any cookie. The return address alone says which attempt it is.
  routes.post('/checkout/return/:returnId', async (c) => {
    const { AccessID: accessId = c.req.query('MD') ?? '', event, param: parameter } = await readForm(c);
    return arrive(c, c.req.param('returnId'), { accessId, ...(event && { event }), ...(parameter && { parameter }) });
  });

  routes.get('/checkout/return/:returnId', async (c) => {
    const accessId = c.req.query('AccessID') ?? readCallback(c.req.query('p'));
    if (accessId !== undefined) return arrive(c, c.req.param('returnId'), { accessId });
    const guest = await shop.visit(c);
    const found = guest.session && (await orders.findByReturnId(guest.session, c.req.param('returnId')));
    if (!guest.session || !found) return shop.say(c, guest, 'missing', 404);
    if (found.order.paid_at) return c.redirect(`/orders/${found.order.public_id}`, 303);
    const outcome = await payments.settle(found.attemptId);
    return answerWithPage(c, { ...guest, session: guest.session }, { order: found.order, outcome });
  });

  const arrive = async (c: Context, returnId: string, arrival: Arrival) => {
    const attempt = await payments.acceptReturn(returnId, arrival);
    if (attempt === 'missing') return shop.say(c, await shop.visit(c), 'missing', 404);
    if (attempt === 'refused') return shop.say(c, await shop.visit(c), 'refused', 403);
    const next = returnPath(returnId);
    // The detailed flow: the issuer wants a challenge, and the browser is still under way.
    const isChallenged = attempt.state === 'challenging' && attempt.trans_status === 'C' && !attempt.returned_at;
    if (isChallenged && c.req.method === 'POST' && attempt.redirect_url) return c.redirect(attempt.redirect_url, 303);
    if (attempt.presentation === 'redirect') return c.redirect(next, 303);
    // As a page that can be read again. Its address says whose return it is.
    if (c.req.method === 'POST') return c.redirect(`${next}?AccessID=${encodeURIComponent(arrival.accessId)}`, 303);
    const nonce = newNonce();
    const returning = { nonce, fieldsOrigin };
    c.header('Content-Security-Policy', contentSecurityPolicy({ returning, formTargets: [], isStrict }));
    const language = await orders.languageOf(attempt.order_id);
    return shop.page(c, returnPage(language, words[language], { next, script: { src: `${fieldsUrl}/return.js`, nonce } }));
  };

  return routes;
}

const returnPath = (returnId: string): string => `/checkout/return/${returnId}`;

const newNonce = (): string => randomBytes(16).toString('base64');

/** What the checkout page says about an attempt that is over without a payment. */
function noticeOf(outcome: Outcome): Notice | undefined {
  if (outcome.status === 'failed') return outcome.failure;
  return outcome.status === 'released' ? 'released' : undefined;
}
