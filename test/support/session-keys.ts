/** Keys that are not characters, as one code point each: WebDriver's (§ 17.4.2), so that they can stand inside a text. */
export const BACKSPACE = '\uE003';
export const TAB = '\uE004';
export const ENTER = '\uE007';
export const ESCAPE = '\uE00C';
export const END = '\uE010';
export const HOME = '\uE011';
export const ARROW_LEFT = '\uE012';
export const ARROW_UP = '\uE013';
export const ARROW_RIGHT = '\uE014';
export const ARROW_DOWN = '\uE015';
export const DELETE = '\uE017';
/** Not WebDriver's: it has no code point for a combination. */
export const SHIFT_TAB = '\uE0F4';

const SHIFT = '\uE008';

/** The same keys under the names of the DOM's `KeyboardEvent.key`, which Playwright and Puppeteer use. */
const NAMES = {
  [BACKSPACE]: 'Backspace',
  [TAB]: 'Tab',
  [ENTER]: 'Enter',
  [ESCAPE]: 'Escape',
  [END]: 'End',
  [HOME]: 'Home',
  [ARROW_LEFT]: 'ArrowLeft',
  [ARROW_UP]: 'ArrowUp',
  [ARROW_RIGHT]: 'ArrowRight',
  [ARROW_DOWN]: 'ArrowDown',
  [DELETE]: 'Delete',
} as const;

export type KeyName = (typeof NAMES)[keyof typeof NAMES];
export type Press =
  | { readonly kind: 'key'; readonly name: KeyName; readonly shift: boolean }
  | { readonly kind: 'character'; readonly character: string };

/** `pressesOf('4' + TAB)` is the character 4, then the key Tab. */
export function pressesOf(text: string): Press[] {
  return Array.from(text, (character): Press => {
    if (character === SHIFT_TAB) return { kind: 'key', name: 'Tab', shift: true };
    if (character in NAMES) return { kind: 'key', name: NAMES[character as keyof typeof NAMES], shift: false };
    return { kind: 'character', character };
  });
}

/** The key actions of WebDriver (§ 17.4.2). */
export function keyActionsOf(text: string): { type: 'keyDown' | 'keyUp'; value: string }[] {
  const press = (value: string) => [{ type: 'keyDown' as const, value }, { type: 'keyUp' as const, value }];
  const [shiftDown, shiftUp] = [{ type: 'keyDown' as const, value: SHIFT }, { type: 'keyUp' as const, value: SHIFT }];
  return Array.from(text).flatMap((value) => (value === SHIFT_TAB ? [shiftDown, ...press(TAB), shiftUp] : press(value)));
}
