/** Orders, as the shopper sees them afterwards. */
import { Hono } from 'hono';
import { orderPage, ordersPage } from './pages/order-page.ts';
import type { ShopContext } from './shop-context.ts';

export function orderRoutes(shop: ShopContext): Hono {
  const { orders, payments } = shop;
  const routes = new Hono();

  routes.get('/orders', async (c) => {
    const guest = await shop.visit(c);
    return shop.page(c, ordersPage(guest, guest.session ? await orders.ofSession(guest.session) : []));
  });

  routes.get('/orders/:publicId', async (c) => {
    const guest = await shop.visit(c);
    const order = guest.session && (await orders.findByPublicId(guest.session, c.req.param('publicId')));
    if (!order) return shop.say(c, guest, 'missing', 404);
    const { outcome, attempt } = await payments.look(order.id);
    // The shopper was back already, but SecureTran2 never arrived: the return page does it.
    if (outcome.status === 'waiting' && attempt?.returned_at) return c.redirect(`/checkout/return/${attempt.return_id}`, 303);
    // Asked just now: the cart in the page's head is empty by then.
    const current = outcome.status === 'paid' ? await shop.visit(c) : guest;
    return shop.page(c, orderPage(current, order, await orders.lines(order), outcome));
  });

  return routes;
}
