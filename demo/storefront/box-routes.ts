/** The monthly box: the member agrees once, and the server charges every month. */
import { type Context, Hono } from 'hono';
import { readSaid } from './account-routes.ts';
import { type Failure, isCardSeq } from './gateway.ts';
import type { Member } from './members.ts';
import { type DetailErrors, readDetails } from './details.ts';
import { boxPage } from './pages/box-page.ts';
import { isIdentifier } from './orders.ts';
import { NOTHING_KNOWN, type Outcome } from './payments.ts';
import { riskFields } from './risk-fields.ts';
import { contentSecurityPolicy } from './security-headers.ts';
import { type Guest, newPress, readForm, type ShopContext, statusOf } from './shop-context.ts';
import { readHistory } from './shopper-history.ts';
import type { Notice } from './wording.ts';

export function boxRoutes(shop: ShopContext): Hono {
  const { options, sessions, cards, boxes, orders, payments } = shop;
  const { gatewayOrigin, isStrict = false } = options;
  const routes = new Hono();

  const show = async (c: Context, guest: Guest, member: Member | undefined, wrong: { notice?: Notice; errors?: DetailErrors; isCharge?: true } = {}) => {
    c.header('Content-Security-Policy', contentSecurityPolicy({ formTargets: [gatewayOrigin], isStrict }));
    return shop.page(
      c,
      boxPage(
        { ...guest, path: '/box' },
        {
          box: member && (await boxes.ofMember(member)),
          cards: member && (await cards.list(member)),
          details: guest.session?.details ?? {},
          errors: wrong.errors ?? {},
          notice: wrong.notice,
          isCharge: wrong.isCharge ?? false,
          said: readSaid(c.req.query('said')),
          press: newPress(),
          takesCards: shop.takesCards,
        },
      ),
      statusOf(wrong.notice),
    );
  };

  routes.get('/box', async (c) => {
    const guest = await shop.visit(c);
    return show(c, guest, await shop.memberOf(guest));
  });

  /** Undefined: the outcome is told on a page of its own. */
  const failureOf = (outcome: Outcome): Failure | undefined => (outcome.status === 'failed' ? outcome.failure : undefined);

  routes.post('/box/start', async (c) => {
    const { 'card-seq': cardSeq = '', press = '', ...fields } = await readForm(c);
    const guest = await shop.visit(c);
    const { session } = guest;
    const member = await shop.memberOf(guest);
    if (!session || !member) return c.redirect('/box', 303);
    const earlier = await boxes.ofMember(member);
    if (earlier && earlier.months > 0) return c.redirect('/box', 303);
    const { details, errors } = readDetails(fields);
    await sessions.setDetails(session, details);
    const kept = { ...guest, session: { ...session, details } };
    if (Object.keys(errors).length) return show(c, kept, member, { notice: 'check-form', errors });
    if (!isCardSeq(cardSeq) || !isIdentifier(press)) return show(c, kept, member, { notice: 'card-gone' });
    const box = await boxes.start(member, cardSeq, details);
    const order = await orders.ofBoxMonth(box, 1, session);
    const outcome = await payments.pay({ id: order.id, amount: order.amount }, { memberId: member.member_id, cardSeq, press }, {
      ...NOTHING_KNOWN,
      payerName: details.name,
      risk: riskFields(details, await readHistory(shop.database, session, order, shop.now())),
    });
    if (outcome.status === 'redirect') return shop.leave(c, { ...guest, path: '/box' }, outcome.url);
    const failure = failureOf(outcome);
    return failure ? show(c, kept, member, { notice: failure }) : c.redirect(`/orders/${order.public_id}`, 303);
  });

  // A button of the demonstration: the server does at once what its clock does a month later.
  routes.post('/box/renew', async (c) => {
    const { month = '', press = '' } = await readForm(c);
    const guest = await shop.visit(c);
    const member = await shop.memberOf(guest);
    if (!member || !/^[1-9]\d{0,3}$/.test(month) || !isIdentifier(press)) return c.redirect('/box', 303);
    const renewal = await boxes.renew(member, Number(month), press);
    if (!renewal) return c.redirect('/box', 303);
    const failure = failureOf(renewal.outcome);
    return failure ? show(c, guest, member, { notice: failure, isCharge: true }) : c.redirect(`/orders/${renewal.order.public_id}`, 303);
  });

  routes.post('/box/card', async (c) => {
    const { 'card-seq': cardSeq = '' } = await readForm(c);
    const guest = await shop.visit(c);
    const member = await shop.memberOf(guest);
    if (!member) return c.redirect('/box', 303);
    const list = await cards.list(member);
    if (!list) return show(c, guest, member, { notice: 'unreachable' });
    if (!list.some((card) => card.cardSeq === cardSeq)) return show(c, guest, member, { notice: 'card-gone' });
    await boxes.changeCard(member, cardSeq);
    return c.redirect('/box?said=box-card-changed', 303);
  });

  routes.post('/box/end', async (c) => {
    const member = await shop.memberOf(await shop.visit(c));
    // one that is not agreed to yet is never charged, and may be at the issuer now
    const box = member && (await boxes.ofMember(member));
    if (member && box && box.months > 0) await boxes.end(member);
    return c.redirect('/box?said=box-ended', 303);
  });

  return routes;
}
