/**
 * For tests that run in the page themselves (`@web/test-runner`): no script of a page reaches the fields, so the runner's server
 * does, by a command. This is the half in the page; web-test-runner.ts is the other.
 */
import { CardFailure, type CardFieldName } from './card-readiness.js';
export { CardFailure };
export type CardValues = Readonly<Partial<Record<CardFieldName, string>>>;
/** As `@web/test-runner-commands` has it: `executeServerCommand`. */
export type SendCommand = (command: string, payload: unknown) => Promise<unknown>;
export interface CardInPage {
    /** Puts the values in, as autofill does, and waits until the element knows. An empty text empties a field. */
    fill(values: CardValues): Promise<void>;
    /** Empties a field and types into it with real keys. */
    type(name: CardFieldName, text: string): Promise<void>;
    /** A key where the focus is: `Tab`, `Enter`, … */
    press(key: string): Promise<void>;
    /** What is shown as wrong, by field, in the shopper's language. */
    errors(): Promise<CardValues>;
    /** What stands in the fields. */
    values(): Promise<CardValues>;
}
/**
 * Waits until the fields of a `<shoji-card>` can be typed into.
 * @throws {@link CardFailure} for an element in the state `failed`: its `code` says why
 */
export declare function cardOf(element: HTMLElement, send: SendCommand): Promise<CardInPage>;
