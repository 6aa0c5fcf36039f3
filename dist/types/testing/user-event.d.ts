/** The few gestures of a shopper, as `@testing-library/user-event` names them, with the keys of the browser itself. */
import type { LocatorShape, PageShape } from './shapes.js';
export interface User {
    /** Clicks it, and types what has the focus then, key by key. */
    type(element: LocatorShape, text: string): Promise<void>;
    /** Empties it. */
    clear(element: LocatorShape): Promise<void>;
    click(element: LocatorShape): Promise<void>;
    tab(options?: {
        shift?: boolean;
    }): Promise<void>;
    /** Puts the text at once where the focus is, as a paste does. The clipboard itself is left alone. */
    paste(text: string): Promise<void>;
    /** `'4111{Backspace}{Enter}'` */
    keyboard(text: string): Promise<void>;
}
/** Of a page of Playwright's. */
export declare function userOf({ keyboard }: Pick<PageShape, 'keyboard'>): User;
