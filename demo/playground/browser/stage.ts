/** What is shown: the form with the element in it, and the two style sheets that it wears. Both are made by script: no inline style. */
import { formMarkup, type Addresses, type Markup } from '../snippet.ts';
import { INITIAL, type Settings } from '../settings.ts';

export class Stage {
  readonly #sheet: HTMLElement;
  readonly #addresses: Addresses;
  readonly #frameStyle = new CSSStyleSheet();
  readonly #worn = new CSSStyleSheet();
  #shown: Markup | undefined;

  constructor(sheet: HTMLElement, addresses: Addresses) {
    this.#sheet = sheet;
    this.#addresses = addresses;
    document.adoptedStyleSheets.push(this.#frameStyle, this.#worn);
  }

  get element(): ShojiCardElement {
    return this.#sheet.querySelector('shoji-card') as ShojiCardElement;
  }

  get form(): HTMLFormElement {
    return this.#sheet.querySelector('form') as HTMLFormElement;
  }

  /** How many rules of the text are understood. */
  wear(css: string): number {
    this.#worn.replaceSync(css);
    return this.#worn.cssRules.length;
  }

  show(settings: Settings): void {
    const { width, scheme } = settings;
    // nobody asked for the first width: there it gives way to a narrow window
    const givesWay = width === INITIAL.width ? ' max-inline-size: calc(100% - 2 * var(--inset));' : '';
    const wears = scheme === 'auto' ? '' : ` color-scheme: ${scheme};`;
    this.#frameStyle.replaceSync(`.sheet { inline-size: ${width}px;${givesWay}${wears} }`);
    const wanted = formMarkup(settings, this.#addresses);
    const before = this.#shown;
    if (before === undefined || isOtherHosted(before, wanted)) this.#sheet.replaceChildren(build(wanted));
    else this.#change(before, wanted);
    this.#shown = wanted;
  }

  /** The same element goes on, as in a merchant's page whose script sets an attribute. */
  #change(before: Markup, wanted: Markup): void {
    assign(this.form, before, wanted);
    const [card, button] = wanted.children as readonly [Markup, Markup];
    const [cardBefore] = before.children as readonly [Markup];
    assign(this.element, cardBefore, card);
    if (JSON.stringify(card.children) !== JSON.stringify(cardBefore.children)) this.element.replaceChildren(...card.children.map(build));
    const [pay = ''] = button.children;
    const shownButton = this.form.querySelector('button');
    if (shownButton && typeof pay === 'string') shownButton.textContent = pay;
  }
}

/** As much of the element as is used here; the built file brings the rest. */
export interface ShojiCardElement extends HTMLElement {
  readonly state: string;
  readonly complete: boolean;
  readonly empty: boolean;
  readonly brand: string | null;
  readonly validationMessage: string;
  tokenize(): Promise<{ readonly token: string }>;
  authenticate(redirectUrl: string, options: { readonly returnUrl: string }): Promise<{ readonly status: string }>;
  clear(): void;
  checkValidity(): boolean;
  reportValidity(): boolean;
}

/** Read once, at first connect: another address is another element. */
function isOtherHosted(before: Markup, wanted: Markup): boolean {
  const addressOf = ({ children: [card] }: Markup) => (typeof card === 'object' ? card.attributes['hosted-url'] : undefined);
  return addressOf(before) !== addressOf(wanted);
}

function assign(element: Element, before: Markup, wanted: Markup): void {
  for (const name of Object.keys(before.attributes)) if (!(name in wanted.attributes)) element.removeAttribute(name);
  for (const [name, value] of Object.entries(wanted.attributes)) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}

function build(markup: Markup | string): Node {
  if (typeof markup === 'string') return document.createTextNode(markup);
  const element = document.createElement(markup.tag);
  for (const [name, value] of Object.entries(markup.attributes)) element.setAttribute(name, value);
  element.append(...markup.children.map(build));
  return element;
}
