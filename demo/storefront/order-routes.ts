/** Orders, as the shopper sees them afterwards. */
import { Hono } from 'hono';
import { orderPage, ordersPage } from './pages/order-page.ts';
import type { ShopContext } from './shop-context.ts';

/** A list is not worth more questions at once. */
const ASKED_ABOUT = 10;

export function orderRoutes(shop: ShopContext): Hono {
  const { orders, payments, cards } = shop;
  const routes = new Hono();

  routes.get('/orders', async (c) => {
    const guest = await shop.visit(c);
    const { session } = guest;
    if (!session) return shop.page(c, ordersPage(guest, []));
    // The latest of them: whether the gateway still says that they are paid.
    const latest = (await orders.ofSession(session)).slice(0, ASKED_ABOUT);
    await payments.refresh(latest.filter(({ paid_at: paidAt }) => paidAt).map(({ id }) => id));
    return shop.page(c, ordersPage(guest, await orders.ofSession(session)));
  });

  routes.get('/orders/:publicId', async (c) => {
    const guest = await shop.visit(c);
    const { session } = guest;
    let order = session && (await orders.findByPublicId(session, c.req.param('publicId')));
    if (!session || !order) return shop.say(c, guest, 'missing', 404);
    const { outcome, attempt } = await payments.look(order.id);
    // The shopper was back already, but SecureTran2 never arrived: the return page does it.
    if (outcome.status === 'waiting' && attempt?.returned_at) return c.redirect(`/checkout/return/${attempt.return_id}`, 303);
    // Asked just now: the cart in the page's head is empty by then.
    const current = outcome.status === 'paid' ? await shop.visit(c) : guest;
    if (outcome.status === 'paid') {
      await payments.refresh([order.id]);
      order = (await orders.findByPublicId(session, order.public_id)) ?? order;
    }
    const saving = await cards.savingOf(order.id);
    return shop.page(c, orderPage(current, { order, lines: await orders.lines(order), outcome, saving }));
  });

  return routes;
}
