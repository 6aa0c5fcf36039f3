/** What every route of the shop is given, and how it answers. */
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Database } from './database.ts';
import type { Orders } from './orders.ts';
import type { Markup, Visit } from './pages/layout.ts';
import { messagePage } from './pages/message-page.ts';
import type { Payments } from './payments.ts';
import { type Session, SESSION_SECONDS, type Sessions } from './sessions.ts';
import type { StorefrontOptions } from './storefront.ts';
import { isLanguage, words } from './wording.ts';

/** Who is at the door: without a session until there is something to remember. */
export type Guest = Visit & { readonly session: Session | undefined };
export type Shopper = Visit & { readonly session: Session };

export type Status = 200 | 402 | 403 | 404 | 409 | 422 | 500 | 503;

export interface ShopParts {
  readonly options: StorefrontOptions;
  readonly database: Database;
  readonly sessions: Sessions;
  readonly orders: Orders;
  readonly payments: Payments;
  readonly now: () => Date;
}

export type ShopContext = ReturnType<typeof createShopContext>;

export function createShopContext(parts: ShopParts) {
  const { options, sessions } = parts;
  const isSecure = options.shopOrigin.startsWith('https:');
  // `__Host-` only exists for secure cookies: a demo on http goes without.
  const cookie = isSecure ? '__Host-shop' : 'shop';

  const startSession = async (c: Context): Promise<Session> => {
    const { session, secret } = await sessions.start();
    setCookie(c, cookie, secret, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: SESSION_SECONDS, secure: isSecure });
    return session;
  };

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
    return { session, language, words: words[language], cartCount, path };
  };

  const page = async (c: Context, markup: Markup, status: Status = 200): Promise<Response> => c.html(await markup, status);

  // A page made for a form or a wrong address has no address that could be read again in the other language.
  const say = (c: Context, guest: Visit, kind: 'refused' | 'missing' | 'broken', status: 403 | 404 | 500): Promise<Response> =>
    page(c, messagePage({ ...guest, path: '/' }, kind), status);

  return { ...parts, isSecure, startSession, visit, page, say };
}

/** The fields of a form; the last of two of one name counts. */
export async function readForm(c: Context): Promise<Record<string, string>> {
  const entries = Object.entries(await c.req.parseBody());
  return Object.fromEntries(entries.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])));
}
