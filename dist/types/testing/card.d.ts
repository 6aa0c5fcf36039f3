import { type CardFieldName } from './card-readiness.js';
import { type LocatorShape } from './shapes.js';
export type CardValues = Readonly<Partial<Record<CardFieldName, string>>>;
export type PageOf<L extends LocatorShape> = ReturnType<L['page']>;
export type FrameOf<L extends LocatorShape> = ReturnType<PageOf<L>['frames']>[number];
/**
 * The fields of one `<shoji-card>`, in its frame. They belong to the frame that was there: after the element was moved, or set to
 * something else, ask `cardOf` again.
 */
export interface Card<L extends LocatorShape> {
    readonly element: L;
    /** The frame with the fields. */
    readonly frame: FrameOf<L>;
    readonly number: L;
    readonly expiry: L;
    readonly cvc: L;
    readonly name: L;
    /** Puts the values in, as autofill does, and waits until the page knows. An empty text empties a field. */
    fill(values: CardValues): Promise<void>;
    /** The same with real keys, a key at a time. */
    type(values: CardValues): Promise<void>;
    /** What is shown as wrong, by field, in the shopper's language. Nothing, while nothing is wrong. */
    errors(): Promise<CardValues>;
    /** What stands in the fields, as the shopper sees it. */
    values(): Promise<CardValues>;
    /** As the element says it to the page. */
    brand(): Promise<string | null>;
    complete(): Promise<boolean>;
    state(): Promise<string>;
}
export interface WaitOptions {
    /** Milliseconds. */
    readonly timeout?: number;
}
/**
 * Waits until the fields of a `<shoji-card>` can be typed into.
 *
 * ```js
 * const card = await cardOf(page.locator('shoji-card'));
 * await card.fill({ number: '4111111111111111', expiry: '12/39', cvc: '123', name: 'TARO YAMADA' });
 * ```
 * @throws {@link CardFailure} for an element in the state `failed`: its `code` says why
 */
export declare function cardOf<L extends LocatorShape>(element: L, { timeout }?: WaitOptions): Promise<Card<L>>;
export declare function inTime<T>(promise: Promise<T>, timeout: number, otherwise: string): Promise<T>;
