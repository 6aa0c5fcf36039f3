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
export const SELECT_ALL = '\uE0F5';
export const COPY = '\uE0F6';
export const PASTE = '\uE0F7';

const SHIFT = '\uE008';
const CONTROL = '\uE009';
/** The letter that Control makes a command. */
const COMMANDS: Readonly<Record<string, string>> = { [SELECT_ALL]: 'a', [COPY]: 'c', [PASTE]: 'v' };

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
  | { readonly kind: 'command'; readonly letter: string }
  | { readonly kind: 'character'; readonly character: string };

/** `pressesOf('4' + TAB)` is the character 4, then the key Tab. */
export function pressesOf(text: string): Press[] {
  return Array.from(text, (character): Press => {
    if (character === SHIFT_TAB) return { kind: 'key', name: 'Tab', shift: true };
    const letter = COMMANDS[character];
    if (letter !== undefined) return { kind: 'command', letter };
    if (character in NAMES) return { kind: 'key', name: NAMES[character as keyof typeof NAMES], shift: false };
    return { kind: 'character', character };
  });
}

/** The key actions of WebDriver (§ 17.4.2). */
export function keyActionsOf(text: string): { type: 'keyDown' | 'keyUp'; value: string }[] {
  const press = (value: string) => [{ type: 'keyDown' as const, value }, { type: 'keyUp' as const, value }];
  const holding = (held: string, value: string) => [
    { type: 'keyDown' as const, value: held },
    ...press(value),
    { type: 'keyUp' as const, value: held },
  ];
  return Array.from(text).flatMap((value) => {
    if (value === SHIFT_TAB) return holding(SHIFT, TAB);
    const letter = COMMANDS[value];
    return letter === undefined ? press(value) : holding(CONTROL, letter);
  });
}
