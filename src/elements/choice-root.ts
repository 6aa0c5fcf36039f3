/** The shadow root of an element with a choice: open, because it holds nothing that the page does not know. */
export function openChoiceRoot(host: HTMLElement, ...styles: readonly string[]): ShadowRoot {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles.join(''));
  root.adoptedStyleSheets = [sheet];
  return root;
}

/** A text that did not change is not announced again. */
export function say(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

/** `('{card} was removed.', { card: 'Visa' })` → `Visa was removed.` */
export const filled = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (hole, name: string) => values[name] ?? hole);
