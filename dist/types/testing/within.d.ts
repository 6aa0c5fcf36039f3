/**
 * The queries of Testing Library for the fields of one card, by what the shopper reads. Across a frame nothing is known at once, so
 * every query is a promise; what it gives is a locator of Playwright's.
 */
import type { Card, WaitOptions } from './card.js';
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
    getByRole(role: FieldRole, options?: {
        name?: Text;
    }): Promise<L>;
    queryByRole(role: FieldRole, options?: {
        name?: Text;
    }): Promise<L | null>;
    findByRole(role: FieldRole, options?: {
        name?: Text;
    } & WaitOptions): Promise<L>;
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
export declare function within<L extends LocatorShape>(card: Pick<Card<L>, 'frame'>): CardQueries<L>;
