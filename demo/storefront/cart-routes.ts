/** Goods and cart: everything before there is an order. */
import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { Hono } from 'hono';
import { readDetails } from './details.ts';
import { cartPage } from './pages/cart-page.ts';
import { cataloguePage } from './pages/catalogue-page.ts';
import { legalPage } from './pages/message-page.ts';
import { findGood, MOST_OF_ONE, priceCart, readQuantity } from './products.ts';
import { contentSecurityPolicy } from './security-headers.ts';
import { type Guest, newPress, readForm, type ShopContext } from './shop-context.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export function cartRoutes(shop: ShopContext): Hono {
  const { sessions, cards, orders } = shop;
  const routes = new Hono();

  for (const name of ['shop.css', 'checkout.js', ...readdirSync(new URL('pictures/', import.meta.url)).map((file) => `pictures/${file}`)]) {
    const content = readFileSync(new URL(name, import.meta.url), 'utf8');
    routes.get(`/${name}`, (c) => {
      c.header('Content-Type', TYPES[extname(name)]);
      c.header('Cache-Control', 'public, max-age=300');
      return c.body(content);
    });
  }

  /** For a member with a card and an address. */
  const oneTap = async (guest: Guest) => {
    const { session } = guest;
    const member = await shop.memberOf(guest);
    if (!shop.takesCards || !session || !member || !Object.keys(session.cart).length) return undefined;
    const details = await orders.latestDetails(member.id);
    if (!details || Object.keys(readDetails({ ...details }).errors).length) return undefined;
    const card = (await cards.list(member))?.find(({ isDefault, isExpired }) => isDefault && !isExpired);
    const { name, postalCode, prefecture, address, building } = details;
    return card && { checkoutKey: await sessions.checkoutKey(session), press: newPress(), card, address: `〒${postalCode} ${prefecture}${address} ${building} ${name}` };
  };

  routes.get('/', async (c) => shop.page(c, cataloguePage(await shop.visit(c))));

  routes.get('/legal', async (c) => shop.page(c, legalPage(await shop.visit(c))));

  routes.get('/cart', async (c) => {
    const guest = await shop.visit(c);
    const { gatewayOrigin, isStrict = false } = shop.options;
    const once = await oneTap(guest);
    if (once) c.header('Content-Security-Policy', contentSecurityPolicy({ formTargets: [gatewayOrigin], isStrict }));
    return shop.page(c, cartPage(guest, priceCart(guest.session?.cart ?? {}), once));
  });

  routes.post('/cart/add', async (c) => {
    const { product = '', quantity } = await readForm(c);
    const guest = await shop.visit(c);
    if (!findGood(product)) return shop.say(c, guest, 'missing', 404);
    const session = guest.session ?? (await shop.startSession(c));
    await sessions.changeCart(session, (cart) => ({
      ...cart,
      [product]: Math.min((cart[product] ?? 0) + Math.max(readQuantity(quantity, 1), 1), MOST_OF_ONE),
    }));
    return c.redirect('/cart', 303);
  });

  routes.post('/cart/change', async (c) => {
    const fields = await readForm(c);
    const { session } = await shop.visit(c);
    if (session) {
      await sessions.changeCart(session, (cart) =>
        Object.fromEntries(
          Object.entries(cart).map(([slug, quantity]) => [
            slug,
            fields.remove === slug ? 0 : readQuantity(fields[`quantity-${slug}`], quantity),
          ]),
        ),
      );
    }
    return c.redirect('/cart', 303);
  });

  return routes;
}
