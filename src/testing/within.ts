/**
 * The queries of Testing Library for the fields of one card, by what the shopper reads. Across a frame nothing is known at once, so
 * every query is a promise; what it gives is a locator of Playwright's.
 */
import type { Card, FrameOf, WaitOptions } from './card.js';
import type { FieldRole, LocatorShape } from './shapes.js';

export type Text = string | RegExp;

/** `getBy…` exactly one, `queryBy…` one or null, `findBy…` waits for it. A string is the whole text, as in Testing Library. */
export interface CardQueries<L extends LocatorShape> {
  getByLabelText(text: Text): Promise<L>;
  queryByLabelText(text: Text): Promise<L | null>;
  findByLabelText(text: Text, options?: WaitOptions): Promise<L>;
  getByText(text: Text): Promise<L>;
  queryByText(text: Text): Promise<L | null>;
  findByText(text: Text, options?: WaitOptions): Promise<L>;
  getByRole(role: FieldRole, options?: { name?: Text }): Promise<L>;
  queryByRole(role: FieldRole, options?: { name?: Text }): Promise<L | null>;
  findByRole(role: FieldRole, options?: { name?: Text } & WaitOptions): Promise<L>;
  getByPlaceholderText(text: Text): Promise<L>;
  queryByPlaceholderText(text: Text): Promise<L | null>;
  getByDisplayValue(text: Text): Promise<L>;
  queryByDisplayValue(text: Text): Promise<L | null>;
}

/** ```js
 * const { getByLabelText, findByText } = within(await cardOf(page.locator('shoji-card')));
 * await user.type(await getByLabelText('カード番号'), '4111');
 * ```
 */
export function within<L extends LocatorShape>(card: Pick<Card<L>, 'frame'>): CardQueries<L> {
  const frame: FrameOf<L> = card.frame;
  const visible = async (found: LocatorShape) => {
    const all = await found.all();
    const seen = await Promise.all(all.map((each) => each.isVisible()));
    return all.filter((_, index) => seen[index]);
  };
  const having = async (text: Text) => {
    const inputs = await frame.locator('input').all();
    const values = await Promise.all(inputs.map((each) => each.inputValue()));
    return inputs.filter((_, index) => matches(values[index] ?? '', text));
  };
  const byLabel = (text: Text) => frame.getByLabel(text, { exact: true });
  const byText = (text: Text) => frame.getByText(text, { exact: true });
  const byRole = (role: FieldRole, { name }: { name?: Text } = {}) =>
    frame.getByRole(role, name === undefined ? {} : { name, exact: true });
  const byPlaceholder = (text: Text) => frame.getByPlaceholder(text, { exact: true });

  const get = async (found: Promise<LocatorShape[]>, what: string) => {
    const one = await query(found, what);
    if (!one) throw new Error(`nothing ${what} in the card fields`);
    return one;
  };
  const query = async (found: Promise<LocatorShape[]>, what: string) => {
    const [one, another] = await found;
    if (another) throw new Error(`more than one ${what} in the card fields`);
    return (one ?? null) as L | null;
  };
  const find = async (locator: LocatorShape, what: string, { timeout = 5_000 }: WaitOptions = {}) => {
    await locator.first().waitFor({ state: 'visible', timeout });
    return get(visible(locator), what);
  };
  const labelled = (text: Text) => `labelled ${String(text)}`;
  const withText = (text: Text) => `with the text ${String(text)}`;
  const ofRole = (role: string, name?: Text) => `of the role ${role}${name === undefined ? '' : ` and the name ${String(name)}`}`;

  return {
    getByLabelText: (text) => get(visible(byLabel(text)), labelled(text)),
    queryByLabelText: (text) => query(visible(byLabel(text)), labelled(text)),
    findByLabelText: (text, options) => find(byLabel(text), labelled(text), options),
    getByText: (text) => get(visible(byText(text)), withText(text)),
    queryByText: (text) => query(visible(byText(text)), withText(text)),
    findByText: (text, options) => find(byText(text), withText(text), options),
    getByRole: (role, options) => get(visible(byRole(role, options)), ofRole(role, options?.name)),
    queryByRole: (role, options) => query(visible(byRole(role, options)), ofRole(role, options?.name)),
    findByRole: (role, options) => find(byRole(role, options), ofRole(role, options?.name), options),
    getByPlaceholderText: (text) => get(visible(byPlaceholder(text)), `with the placeholder ${String(text)}`),
    queryByPlaceholderText: (text) => query(visible(byPlaceholder(text)), `with the placeholder ${String(text)}`),
    getByDisplayValue: (text) => get(having(text), `that holds ${String(text)}`),
    queryByDisplayValue: (text) => query(having(text), `that holds ${String(text)}`),
  };
}

const matches = (value: string, text: Text): boolean => (typeof text === 'string' ? value === text : text.test(value));
