/** The few gestures of a shopper, as `@testing-library/user-event` names them, with the keys of the browser itself. */
import type { LocatorShape, PageShape } from './shapes.js';

export interface User {
  /** Clicks it, and types what has the focus then, key by key. */
  type(element: LocatorShape, text: string): Promise<void>;
  /** Empties it. */
  clear(element: LocatorShape): Promise<void>;
  click(element: LocatorShape): Promise<void>;
  tab(options?: { shift?: boolean }): Promise<void>;
  /** Puts the text at once where the focus is, as a paste does. The clipboard itself is left alone. */
  paste(text: string): Promise<void>;
  /** `'4111{Backspace}{Enter}'` */
  keyboard(text: string): Promise<void>;
}

/** Of a page of Playwright's. */
export function userOf({ keyboard }: Pick<PageShape, 'keyboard'>): User {
  const user: User = {
    async type(element, text) {
      await element.click();
      await user.keyboard(text);
    },
    clear: (element) => element.fill(''),
    click: (element) => element.click(),
    tab: ({ shift = false } = {}) => keyboard.press(shift ? 'Shift+Tab' : 'Tab'),
    paste: (text) => keyboard.insertText(text),
    async keyboard(text) {
      for (const [, key, plain] of text.matchAll(/\{(\w+)\}|([^{]+|\{)/g)) {
        if (key) await keyboard.press(key);
        else await keyboard.type(plain ?? '');
      }
    },
  };
  return user;
}
