/** What every route of the shop is given, and how it answers. */
import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Boxes } from './boxes.ts';
import type { Database } from './database.ts';
import type { Member, Members } from './members.ts';
import type { Orders } from './orders.ts';
import type { Markup, Visit } from './pages/layout.ts';
import { leavingPage, messagePage } from './pages/message-page.ts';
import type { Payments } from './payments.ts';
import type { SavedCards } from './saved-cards.ts';
import { type Session, SESSION_SECONDS, type Sessions } from './sessions.ts';
import type { StorefrontOptions } from './storefront.ts';
import { isLanguage, type Notice, words } from './wording.ts';

/** Who is at the door: without a session until there is something to remember. */
export type Guest = Visit & { readonly session: Session | undefined };
export type Shopper = Visit & { readonly session: Session };

export type Status = 200 | 402 | 403 | 404 | 409 | 422 | 429 | 500 | 503;

export interface ShopParts {
  readonly options: StorefrontOptions;
  readonly database: Database;
  readonly sessions: Sessions;
  readonly orders: Orders;
  readonly payments: Payments;
  readonly members: Members;
  readonly cards: SavedCards;
  readonly boxes: Boxes;
  readonly now: () => Date;
}

export type ShopContext = ReturnType<typeof createShopContext>;

export function createShopContext(parts: ShopParts) {
  const { options, sessions, members } = parts;
  const isSecure = options.shopOrigin.startsWith('https:');
  // `__Host-` only exists for secure cookies: a demo on http goes without.
  const cookie = isSecure ? '__Host-shop' : 'shop';

  const giveCookie = (c: Context, secret: string) => {
    setCookie(c, cookie, secret, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: SESSION_SECONDS, secure: isSecure });
  };

  const startSession = async (c: Context): Promise<Session> => {
    const { session, secret } = await sessions.start();
    giveCookie(c, secret);
    return session;
  };

  /** From now on the session is the member's, under another secret. */
  const signIn = async (c: Context, guest: Session, member: Member): Promise<void> => {
    // signed in by another request meanwhile, perhaps as somebody else: that one stays what it is
    const secret = (await sessions.signIn(guest, member.id)) ?? (await sessions.signIn((await sessions.start()).session, member.id));
    if (secret) giveCookie(c, secret);
  };

  const signOut = async (c: Context, session: Session): Promise<void> => {
    await sessions.signOut(session);
    deleteCookie(c, cookie, { path: '/', secure: isSecure });
  };

  const memberOf = ({ session }: Guest): Promise<Member | undefined> =>
    session?.member_id ? members.find(session.member_id) : Promise.resolve(undefined);

  const visit = async (c: Context, path = c.req.path): Promise<Guest> => {
    let session = await sessions.find(getCookie(c, cookie));
    const wanted = c.req.query('lang');
    if (isLanguage(wanted) && wanted !== session?.language) {
      session ??= await startSession(c);
      await sessions.setLanguage(session, wanted);
      session = { ...session, language: wanted };
    }
    const language = session?.language ?? 'ja';
    const cartCount = Object.values(session?.cart ?? {}).reduce((sum, quantity) => sum + quantity, 0);
    return { session, language, words: words[language], cartCount, isMember: Boolean(session?.member_id), path };
  };

  const page = async (c: Context, markup: Markup, status: Status = 200): Promise<Response> => c.html(await markup, status);

  // A page made for a form or a wrong address has no address that could be read again in the other language.
  const say = (c: Context, guest: Visit, kind: 'refused' | 'missing' | 'broken', status: 403 | 404 | 500): Promise<Response> =>
    page(c, messagePage({ ...guest, path: '/' }, kind), status);

  /** To a page of the issuer's or the gateway's; under the strictest policy by a page of its own. */
  const leave = (c: Context, guest: Visit, url: string): Response | Promise<Response> => {
    if (!options.isStrict) return c.redirect(url, 303);
    c.header('Refresh', `0; url=${url}`);
    return page(c, leavingPage(guest, url));
  };

  /** False: shoppers pay on the gateway's page alone, and no card can be saved. */
  const takesCards = options.connection !== 'linkplus';

  return { ...parts, takesCards, isSecure, startSession, signIn, signOut, memberOf, visit, page, say, leave };
}

/** What the gateway's script issues. */
export const TOKEN = /^[\x21-\x7e]{1,2048}$/;

/** With which status a page says so. */
export function statusOf(notice: Notice | null | undefined): Status {
  switch (notice) {
    case undefined:
    case null:
      return 200;
    case 'check-form':
    case 'card-missing':
    case 'plan-unknown':
      return 422;
    case 'signed-out':
      return 403;
    case 'card-gone':
      return 404;
    case 'card-limit':
    case 'cart-changed':
    case 'released':
      return 409;
    case 'unreachable':
      return 503;
    default:
      return 402;
  }
}

/** A name for the buttons of one page. */
export const newPress = (): string => randomBytes(12).toString('base64url');

/** The fields of a form; the last of two of one name counts. */
export async function readForm(c: Context): Promise<Record<string, string>> {
  return (await readFormAndTokens(c)).fields;
}

/** The card fields may give several tokens, each an entry of the one name. */
export async function readFormAndTokens(c: Context): Promise<{ fields: Record<string, string>; tokens: string[] }> {
  const body = await c.req.parseBody({ all: true });
  const texts = (value: (typeof body)[string] | undefined) => [value].flat().filter((each) => typeof each === 'string');
  const fields = Object.entries(body).flatMap(([key, value]) => texts(value).slice(-1).map((text) => [key, text] as const));
  return { fields: Object.fromEntries(fields), tokens: texts(body['token']) };
}
