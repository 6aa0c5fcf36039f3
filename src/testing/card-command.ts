/** What the half in the page asks of the half in Node, and how that does it with whatever drives the browser. */
import { THEIRS, type CardFieldName } from './card-readiness.js';
import { frameOfCard } from './frame-of-card.js';
import { evaluate, type HandleShape } from './shapes.js';

export const COMMAND = 'shoji-card';
/** In the page: the elements that tests have asked for, by number. */
export const REGISTER = 'shojiCardsUnderTest';

export interface CardCommand {
  readonly id: string;
  readonly action: 'fill' | 'type' | 'press' | 'errors' | 'values';
  readonly values?: Readonly<Partial<Record<CardFieldName, string>>>;
  readonly key?: string;
}

export interface CardAnswer {
  readonly error?: string;
  readonly value?: Readonly<Record<string, string>>;
  /** As the frame sees it, after a change. */
  readonly isComplete?: boolean;
}

interface DriverFrame extends HandleShape {
  parentFrame(): unknown;
  frameElement(): Promise<HandleShape | null>;
  evaluateHandle(run: never, argument?: unknown): Promise<unknown>;
}

/** What Playwright's and Puppeteer's pages have in common. */
export interface DriverPage {
  frames(): DriverFrame[];
  mainFrame(): DriverFrame;
  bringToFront(): Promise<unknown>;
  readonly keyboard: { type(text: string): Promise<unknown>; press(key: never): Promise<unknown> };
}

/** Sent to the page. */
const registered = ([register, id]: [string, string]) =>
  (globalThis as unknown as Record<string, Map<string, Element> | undefined>)[register]?.get(id);

/** Sent to the frame: writes as autofill does, or puts the caret into an empty field; then reads. */
function handle([action, name, text, theirs]: ['fill' | 'enter' | 'errors' | 'values', CardFieldName | '', string, string]) {
  const form = Array.from(document.body.children, ({ shadowRoot }) => shadowRoot?.querySelector('form')).find(Boolean);
  if (action !== 'errors' && form?.querySelector('div.input')) return { error: theirs, value: {}, isComplete: false };
  const fields = Array.from(form?.querySelectorAll('.field') ?? []);
  const read = Object.fromEntries(
    fields
      .filter(({ classList }) => action !== 'errors' || classList.contains('invalid'))
      .map((field) => [
        field.querySelector('.input')?.id,
        (action === 'errors' ? field.querySelector('.message')?.textContent : field.querySelector('input')?.value) ?? '',
      ]),
  ) as Record<string, string>;
  const input = fields.map((field) => field.querySelector('input')).find((each) => each?.id === name);
  if (name && !input) return { error: `there is no field ${name} in this <shoji-card>, but ${Object.keys(read).join(', ')}`, value: {}, isComplete: false };
  if (input) {
    input.focus();
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }
  return { error: '', value: read, isComplete: fields.every(({ classList }) => classList.contains('complete')) };
}

export async function perform(page: DriverPage, { id, action, values = {}, key = '' }: CardCommand): Promise<CardAnswer> {
  if (action === 'press') {
    await page.keyboard.press(key as never);
    return {};
  }
  const card = await page.mainFrame().evaluateHandle(registered as never, [REGISTER, id]);
  const frame = await frameOfCard(page.frames(), card);
  if (!frame) return { error: 'the frame of this <shoji-card> is not found: Firefox and WebDriver do not tell whose a frame is' };
  const ask = (what: 'fill' | 'enter' | 'errors' | 'values', name: CardFieldName | '' = '', text = '') =>
    evaluate(frame, handle, [what, name, text, THEIRS]);
  if (action === 'errors' || action === 'values') {
    const { error, value } = await ask(action);
    return { error, value };
  }
  await page.bringToFront(); // a page in the background has no focus
  for (const [name, text] of Object.entries(values) as [CardFieldName, string][]) {
    const { error } = await ask('fill', name, action === 'fill' ? text : '');
    if (error) return { error };
    if (action === 'type') await page.keyboard.type(text);
  }
  return { isComplete: (await ask('values')).isComplete };
}
