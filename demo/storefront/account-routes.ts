/** Members: signing up, in and out, and their cards. Whatever a form names, only what is the signed-in member's own is reached. */
import { randomBytes } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { AccountNotice } from './account-wording.ts';
import { cardFieldsOf } from './card-fields.ts';
import { type Failure, isCardSeq } from './gateway.ts';
import type { Member, SignInError } from './members.ts';
import { readCallback } from './openapi-client.ts';
import { accountPage, addCardPage, MOST_CARDS, removeCardPage, signInPage } from './pages/account-page.ts';
import type { Registration } from './saved-cards.ts';
import { contentSecurityPolicy } from './security-headers.ts';
import { type Guest, readForm, type ShopContext, type Status, statusOf, TOKEN } from './shop-context.ts';
import type { Notice } from './wording.ts';

/** Where a form may ask to be led to afterwards. */
const NEXT: readonly string[] = ['/account', '/checkout', '/box'];
const readNext = (text: string | undefined): string => NEXT.find((path) => path === text) ?? '/account';

/** What an address may say about the page that it leads to. */
const SAID: readonly AccountNotice[] = ['card-saved', 'card-removed', 'default-changed', 'box-ended', 'box-card-changed'];
export const readSaid = (text: string | undefined): AccountNotice | undefined => SAID.find((notice) => notice === text);

export function accountRoutes(shop: ShopContext): Hono {
  const { options, members, sessions, orders, cards, boxes, takesCards } = shop;
  const { gatewayOrigin, isStrict = false } = options;
  // Link Type Plus has no fields on a page of the shop's, so that no card can be typed for keeping.
  const routes = new Hono();

  for (const isNew of [false, true]) {
    const path = isNew ? '/sign-up' : '/sign-in';

    routes.get(path, async (c) => {
      const guest = await shop.visit(c);
      const next = readNext(c.req.query('next'));
      if (guest.isMember) return c.redirect(next, 303);
      return shop.page(c, signInPage(guest, { isNew, email: '', error: undefined, next }));
    });

    routes.post(path, async (c) => {
      const { email = '', password = '', next: asked } = await readForm(c);
      const guest = await shop.visit(c);
      const next = readNext(asked);
      if (guest.isMember) return c.redirect(next, 303);
      const member = await (isNew ? members.signUp(email, password) : members.signIn(email, password));
      if (typeof member === 'string') return shop.page(c, signInPage(guest, { isNew, email, error: member, next }), statusOfError(member));
      const session = guest.session ?? (await sessions.start()).session;
      const known = Object.keys(session.details).length ? undefined : await orders.latestDetails(member.id);
      await sessions.setDetails(session, known ?? { email: member.email, ...session.details });
      await shop.signIn(c, session, member);
      return c.redirect(next, 303);
    });
  }

  routes.post('/sign-out', async (c) => {
    const { session } = await shop.visit(c);
    if (session) await shop.signOut(c, session);
    return c.redirect('/', 303);
  });

  /** The page for a member, or the way to become one. */
  const asMember = async (c: Context, answer: (guest: Guest, member: Member) => Promise<Response>): Promise<Response> => {
    const guest = await shop.visit(c);
    const member = await shop.memberOf(guest);
    if (member) return answer(guest, member);
    const next = readNext(c.req.path.startsWith('/box') ? '/box' : '/account');
    return c.redirect(`/sign-in?next=${encodeURIComponent(next)}`, 303);
  };

  const showAccount = async (c: Context, guest: Guest, member: Member, failure?: Failure | null) => {
    const [list, box] = [await cards.list(member), await boxes.ofMember(member)];
    const view = { email: member.email, cards: list, box, said: readSaid(c.req.query('said')), notice: failure ?? undefined, takesCards };
    return shop.page(c, accountPage({ ...guest, path: '/account' }, view), statusOf(failure));
  };

  routes.get('/account', (c) => asMember(c, (guest, member) => showAccount(c, guest, member)));

  routes.post('/account/cards/default', async (c) => {
    const { 'card-seq': cardSeq = '' } = await readForm(c);
    return asMember(c, async (guest, member) => {
      const failure = await cards.setDefault(member, cardSeq);
      return failure ? showAccount(c, guest, member, failure) : c.redirect('/account?said=default-changed', 303);
    });
  });

  // Asks first.
  routes.get('/account/cards/remove', (c) =>
    asMember(c, async (guest, member) => {
      const card = (await cards.list(member))?.find(({ cardSeq }) => cardSeq === c.req.query('card-seq'));
      if (!card) return showAccount(c, guest, member, 'card-gone');
      const box = await boxes.ofMember(member);
      return shop.page(c, removeCardPage({ ...guest, path: '/account' }, card, box?.card === card.cardSeq));
    }),
  );

  routes.post('/account/cards/remove', async (c) => {
    const { 'card-seq': cardSeq = '' } = await readForm(c);
    return asMember(c, async (guest, member) => {
      const failure = isCardSeq(cardSeq) ? await cards.remove(member, cardSeq) : 'card-gone';
      return failure ? showAccount(c, guest, member, failure) : c.redirect('/account?said=card-removed', 303);
    });
  });

  const showAddCard = async (c: Context, guest: Guest, member: Member, { notice, next }: { notice?: Notice; next: string }) => {
    const nonce = randomBytes(16).toString('base64');
    const card = cardFieldsOf(options, nonce);
    const checkout = { nonce, fieldsOrigin: card.origin };
    c.header('Content-Security-Policy', contentSecurityPolicy({ checkout, formTargets: [gatewayOrigin], isStrict }));
    const isFull = ((await cards.list(member)) ?? []).length >= MOST_CARDS;
    const view = { card, notice, isFull, next };
    return shop.page(c, addCardPage({ ...guest, path: '/account/cards/new' }, view), statusOf(notice));
  };

  if (!takesCards) routes.all('/account/cards/:step{new|add}', (c) => c.redirect('/account', 303));

  routes.get('/account/cards/new', (c) =>
    asMember(c, (guest, member) => showAddCard(c, guest, member, { next: readNext(c.req.query('next')) })),
  );

  routes.post('/account/cards/add', async (c) => {
    const { token = '', next: asked } = await readForm(c);
    const next = readNext(asked);
    return asMember(c, async (guest, member) => {
      if (!TOKEN.test(token)) return showAddCard(c, guest, member, { notice: 'card-missing', next });
      // Before the shopper is sent to the issuer for nothing.
      if (((await cards.list(member)) ?? []).length >= MOST_CARDS) return showAddCard(c, guest, member, { notice: 'card-limit', next });
      const registration = await cards.register(member, token, { Tds2Email: member.email }, next);
      return answer(c, guest, member, registration);
    });
  });

  const answer = (c: Context, guest: Guest, member: Member, registration: Registration): Promise<Response> | Response => {
    const { next } = registration;
    switch (registration.status) {
      case 'redirect':
        return shop.leave(c, { ...guest, path: '/account' }, registration.url);
      case 'saved':
        return c.redirect(`${next}?said=card-saved`, 303);
      case 'waiting':
        return c.redirect('/account', 303);
      case 'failed':
        return showAddCard(c, guest, member, { notice: registration.failure, next });
    }
  };

  // As at the checkout, the browser comes from another site, without its cookie. The return address says whose card it is.
  routes.post('/account/cards/return/:returnId', async (c) => {
    const { AccessID: accessId = '' } = await readForm(c);
    return arrive(c, accessId);
  });

  const arrive = async (c: Context, accessId: string) => {
    const returnId = c.req.param('returnId') ?? '';
    const arrival = await cards.acceptReturn(returnId, accessId);
    if (arrival === 'missing') return shop.say(c, await shop.visit(c), 'missing', 404);
    if (arrival === 'refused') return shop.say(c, await shop.visit(c), 'refused', 403);
    return c.redirect(`/account/cards/return/${returnId}`, 303);
  };

  routes.get('/account/cards/return/:returnId', async (c) => {
    const accessId = c.req.query('AccessID') ?? readCallback(c.req.query('p'));
    if (accessId !== undefined) return arrive(c, accessId);
    return asMember(c, async (guest, member) => {
      const registration = await cards.finish(member, c.req.param('returnId'));
      if (!registration) return shop.say(c, guest, 'missing', 404);
      return answer(c, guest, member, registration);
    });
  });

  return routes;
}

function statusOfError(error: SignInError): Status {
  switch (error) {
    case 'wrong':
      return 403;
    case 'wait':
      return 429;
    case 'email-taken':
      return 409;
    default:
      return 422;
  }
}
