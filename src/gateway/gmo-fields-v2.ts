/**
 * GMO Payment Gateway, token script v2 (`mp-token.js`), with its own fields: the only file with GMO's spelling of them. Each is a frame of
 * the gateway's; the script says how a field is, and never what is typed.
 */
import type { ErrorCode } from '../errors.js';
import type { FieldDress, FieldReport, FieldsGateway, FieldsStage, GatewayFieldName, TextLook } from './fields-gateway.js';
import type { IssuedToken, Refusal, TokenizeOptions } from './gateway.js';
import { fromV2Answer, refusal, shape, toErrorCode } from './gmo-answers.js';
import { ANSWER_DEADLINE, callGmo } from './gmo-call.js';
import { MpToken, type MpTokenOptions } from './mp-token-script.js';

/** Milliseconds from the script to a sign of life of every field. */
const FIELDS_DEADLINE = 15_000;

const TYPES: Readonly<Record<GatewayFieldName, string>> = { number: 'cardNumber', expiry: 'cardExpiry', cvc: 'cardCvc' };

/** Of the published style properties those that have a CSS longhand here. It draws no box and loads no font: both are the document's. */
const PROPERTIES: Readonly<Record<string, string>> = {
  color: 'color',
  caretColor: 'caret-color',
  fontFamily: 'font-family',
  fontSize: 'font-size',
  fontStyle: 'font-style',
  fontVariant: 'font-variant-numeric',
  fontWeight: 'font-weight',
  letterSpacing: 'letter-spacing',
  lineHeight: 'line-height',
  textAlign: 'text-align',
  textDecoration: 'text-decoration-line',
  textShadow: 'text-shadow',
  textTransform: 'text-transform',
};

interface GmoElement {
  on(type: string, handler: (event: unknown) => void): unknown;
  mount(place: HTMLElement): void;
  destroy(): void;
  update(options: object): void;
  focus(): void;
  clear(): void;
}

/** What `init` makes. */
interface Client {
  createElements(): { create(type: string, options: object): GmoElement };
  /** It takes one of the fields, and finds the others. */
  getTokenThroughIframe(element: GmoElement, cardholderName: string, options: { readonly tokenNumber: string }): unknown;
}

export interface GmoFieldsV2Options extends MpTokenOptions {
  readonly stage: FieldsStage;
  readonly fieldsDeadline?: number;
}

export class GmoFieldsV2 implements FieldsGateway {
  readonly #script: MpToken<Client>;
  readonly #stage: FieldsStage;
  readonly #fieldsDeadline: number;
  readonly #answerDeadline: number;
  #client: Client | undefined;
  #opening: Promise<ErrorCode | null> | undefined;
  #elements = new Map<GatewayFieldName, GmoElement>();

  constructor(options: GmoFieldsV2Options) {
    this.#script = new MpToken<Client>(['createElements', 'getTokenThroughIframe'], options);
    this.#stage = options.stage;
    this.#fieldsDeadline = options.fieldsDeadline ?? FIELDS_DEADLINE;
    this.#answerDeadline = options.answerDeadline ?? ANSWER_DEADLINE;
  }

  /** One attempt for all who ask; the next one makes another, if it failed or was too slow. */
  open(signal: AbortSignal): Promise<ErrorCode | null> {
    return (this.#opening ??= this.#open(signal).then((code) => {
      if (code) this.#opening = undefined;
      return code;
    }));
  }

  dress(name: GatewayFieldName): void {
    this.#tell(name, (element) => {
      element.update(toOptions(this.#stage.dressOf(name)));
    });
  }

  focus(name: GatewayFieldName): void {
    this.#tell(name, (element) => {
      element.focus();
    });
  }

  clear(name: GatewayFieldName): void {
    this.#tell(name, (element) => {
      element.clear();
    });
  }

  async tokenize(cardholderName: string, { count, signal }: TokenizeOptions): Promise<IssuedToken | Refusal> {
    const code = await this.open(signal);
    const [client, number] = [this.#client, this.#elements.get('number')];
    if (code || !client || !number) return refusal(code ?? 'gateway-script');
    if (signal.aborted) return refusal('aborted');
    const { realm, hosts } = this.#script;
    return callGmo({
      realm,
      origins: Object.values(hosts),
      count,
      deadline: this.#answerDeadline,
      signal,
      read: fromV2Answer,
      ask: () => client.getTokenThroughIframe(number, cardholderName, { tokenNumber: String(count) }),
    });
  }

  async #open(signal: AbortSignal): Promise<ErrorCode | null> {
    this.#client = await this.#script.client(signal).catch(() => undefined);
    if (signal.aborted) return 'aborted';
    if (!this.#client) return 'gateway-script';
    return (await this.#mount(this.#client)) ? null : 'gateway-unreachable';
  }

  /** @returns whether every field has said something in time */
  #mount(client: Client): Promise<boolean> {
    return new Promise((resolve) => {
      const stage = this.#stage;
      const { places } = stage;
      const silent = new Set(places.keys());
      const timer = setTimeout(resolve, this.#fieldsDeadline, false);
      try {
        for (const element of this.#elements.values()) element.destroy();
        const group = client.createElements();
        const elements = (this.#elements = new Map<GatewayFieldName, GmoElement>());
        for (const [name, place] of places) {
          const element = group.create(TYPES[name], toOptions(stage.dressOf(name)));
          elements.set(name, element);
          for (const type of ['ready', 'focus', 'blur', 'change'] as const) {
            element.on(type, (event) => {
              if (this.#elements !== elements) return; // of fields that are gone
              silent.delete(name);
              if (!silent.size) {
                clearTimeout(timer);
                resolve(true);
              }
              if (type !== 'ready') stage.report(name, type === 'change' ? fromChange(event) : { type });
            });
          }
          element.mount(place);
        }
      } catch {
        clearTimeout(timer);
        resolve(false);
      }
    });
  }

  /** A field that is not there yet is made as it is to be. */
  #tell(name: GatewayFieldName, act: (element: GmoElement) => void): void {
    const element = this.#elements.get(name);
    try {
      if (element) act(element);
    } catch {
      // what the script of another makes of it stops nothing here
    }
  }
}

/** The published types have `error`, the published samples read `invalid`: either says that something is wrong. */
function fromChange(event: unknown): FieldReport {
  const { empty, complete, error, invalid } = shape(event);
  const isEmpty = empty === true;
  const isWrong = invalid === true || (error ?? null) !== null;
  const isComplete = complete !== false && !isEmpty && !isWrong;
  return { type: 'change', isEmpty, isComplete, code: isWrong ? (toErrorCode(shape(error)['code']) ?? 'gateway-answer') : null };
}

function toOptions({ looks, placeholder, isDisabled }: FieldDress) {
  const { base, empty, complete, focused, invalid, disabled } = looks;
  const style = {
    base: { ...toVariant(base), ':disabled': toProperties(disabled.text) },
    empty: toVariant(empty),
    complete: toVariant(complete),
    focus: toVariant(focused),
    invalid: toVariant(invalid),
  };
  return { style, placeholder, disabled: isDisabled };
}

const toVariant = ({ text, placeholder }: TextLook) => ({ ...toProperties(text), '::placeholder': toProperties(placeholder) });

function toProperties(values: Readonly<Record<string, string>>): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const [property, longhand] of Object.entries(PROPERTIES)) {
    const value = values[longhand];
    if (value !== undefined) properties[property] = value;
  }
  const sides = ['top', 'right', 'bottom', 'left'].map((side) => values[`padding-${side}`]);
  if (sides.every((side) => side !== undefined)) properties['padding'] = sides.join(' ');
  return properties;
}
