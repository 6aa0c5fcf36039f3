/** What the shop sells, and what a cart costs. Prices in yen, consumption tax included. Pure. */
export interface Product {
  readonly slug: string;
  readonly price: number;
  readonly name: { readonly ja: string; readonly en: string };
  readonly note: { readonly ja: string; readonly en: string };
}

/** Slug → quantity. */
export type Cart = Readonly<Record<string, number>>;

export interface CartLine {
  readonly product: Product;
  readonly quantity: number;
  readonly sum: number;
}

export interface PricedCart {
  readonly lines: readonly CartLine[];
  readonly goods: number;
  readonly shipping: number;
  readonly total: number;
}

export const SHIPPING = 440;
export const FREE_SHIPPING_FROM = 8800;
export const MOST_OF_ONE = 9;

export const products: readonly Product[] = [
  {
    slug: 'washi-notebook',
    price: 1980,
    name: { ja: '手漉き和紙のノート', en: 'Handmade washi notebook' },
    note: { ja: '藍染めの表紙、四つ目綴じ。96頁', en: 'Indigo-dyed cover, four-hole binding, 96 pages' },
  },
  {
    slug: 'andon-lamp',
    price: 12800,
    name: { ja: '置き行灯', en: 'Andon table lamp' },
    note: { ja: '杉の枠に美濃和紙。LED電球つき', en: 'Cedar frame, Mino washi, LED bulb included' },
  },
  {
    slug: 'letter-set',
    price: 880,
    name: { ja: '封筒と便箋の組', en: 'Envelopes and letter paper' },
    note: { ja: '封筒5枚、便箋12枚。透かし入り', en: 'Five envelopes, twelve watermarked sheets' },
  },
  {
    slug: 'furoshiki',
    price: 3300,
    name: { ja: '風呂敷 青海波', en: 'Furoshiki, blue waves' },
    note: { ja: '綿100%、約70cm角', en: 'Cotton wrapping cloth, about 70 cm square' },
  },
  {
    slug: 'chiyogami',
    price: 1320,
    name: { ja: '千代紙 十二色', en: 'Chiyogami, twelve colours' },
    note: { ja: '15cm角、型染め24枚', en: '24 stencil-dyed sheets, 15 cm square' },
  },
  {
    slug: 'incense',
    price: 1650,
    name: { ja: '紙のお香 檜', en: 'Paper incense, hinoki' },
    note: { ja: '名刺や便箋に添えて。10枚入り', en: 'Ten scented leaves to slip into a letter' },
  },
];

/** Not in the catalogue: members have it sent every month. The price includes the shipping. */
export const monthlyBox: Product = {
  slug: 'monthly-box',
  price: 2200,
  name: { ja: '毎月の紙箱', en: 'The monthly paper box' },
  note: { ja: 'その月の和紙と紙ものを三品。送料込み', en: 'Three papers of the month, shipping included' },
};

/** What can be put into a cart. */
export const findGood = (slug: string): Product | undefined => products.find((product) => product.slug === slug);

/** What can be in an order. */
export const findProduct = (slug: string): Product | undefined => [...products, monthlyBox].find((product) => product.slug === slug);

/** @example priceCart({ 'letter-set': 2 }).total // 2200: two sets and the shipping */
export function priceCart(cart: Cart): PricedCart {
  const lines = products.flatMap((product) => {
    const quantity = cart[product.slug] ?? 0;
    return quantity > 0 ? [{ product, quantity, sum: product.price * quantity }] : [];
  });
  const goods = lines.reduce((sum, line) => sum + line.sum, 0);
  const shipping = goods === 0 || goods >= FREE_SHIPPING_FROM ? 0 : SHIPPING;
  return { lines, goods, shipping, total: goods + shipping };
}

/** A quantity as typed into a form; anything else counts as `otherwise`. */
export function readQuantity(text: unknown, otherwise: number): number {
  return typeof text === 'string' && /^\d{1,2}$/.test(text) ? Math.min(Number(text), MOST_OF_ONE) : otherwise;
}
