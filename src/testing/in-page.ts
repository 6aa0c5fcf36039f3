/**
 * For tests that run in the page themselves (`@web/test-runner`): no script of a page reaches the fields, so the runner's server
 * does, by a command. This is the half in the page; web-test-runner.ts is the other.
 */
import { agreement, CardFailure, readinessOf, type CardFieldName } from './card-readiness.js';
import { COMMAND, REGISTER, type CardAnswer, type CardCommand } from './card-command.js';

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

let cards = 0;

/**
 * Waits until the fields of a `<shoji-card>` can be typed into.
 * @throws {@link CardFailure} for an element in the state `failed`: its `code` says why
 */
export async function cardOf(element: HTMLElement, send: SendCommand): Promise<CardInPage> {
  const { isReady, code } = await readinessOf(element);
  if (!isReady) throw new CardFailure(code);
  const register = ((globalThis as Record<string, unknown>)[REGISTER] ??= new Map()) as Map<string, HTMLElement>;
  cards += 1;
  const id = String(cards);
  register.set(id, element);
  const ask = async (action: CardCommand['action'], more: Partial<CardCommand> = {}) => {
    const { error, value, isComplete } = (await send(COMMAND, { id, action, ...more })) as CardAnswer;
    if (error) throw new Error(error);
    if (isComplete !== undefined) await agreement(element, isComplete);
    return value ?? {};
  };
  return {
    async fill(values) {
      await ask('fill', { values });
    },
    async type(name, text) {
      await ask('type', { values: { [name]: text } });
    },
    async press(key) {
      await ask('press', { key });
    },
    errors: () => ask('errors'),
    values: () => ask('values'),
  };
}
