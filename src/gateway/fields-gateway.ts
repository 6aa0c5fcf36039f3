/** What a gateway must do whose own fields the shopper types into: then not even our document knows the card. */
import type { FieldName } from '../card/verification.js';
import type { ErrorCode } from '../errors.js';
import type { IssuedToken, Refusal, TokenizeOptions } from './gateway.js';

/** The cardholder name is typed into a field of ours. */
export type GatewayFieldName = Exclude<FieldName, 'name'>;

/** CSS longhands of the text and of its placeholder. */
export interface TextLook {
  readonly text: Readonly<Record<string, string>>;
  readonly placeholder: Readonly<Record<string, string>>;
}

/** How a field looks in any state, and what is different in some. */
export type StateLooks = Readonly<Record<'base' | 'empty' | 'complete' | 'focused' | 'invalid' | 'disabled', TextLook>>;

export interface FieldDress {
  readonly looks: StateLooks;
  readonly placeholder: string;
  readonly isDisabled: boolean;
}

/** All that the gateway tells of what is typed. */
export type FieldReport =
  | { readonly type: 'focus' | 'blur' }
  /** `code`: what is wrong, if the gateway says that something is. */
  | { readonly type: 'change'; readonly isEmpty: boolean; readonly isComplete: boolean; readonly code: ErrorCode | null };

/** What it is given to stand on. */
export interface FieldsStage {
  /** Where its fields go: elements of the document itself, since a gateway's script may look for them there. */
  readonly places: ReadonlyMap<GatewayFieldName, HTMLElement>;
  dressOf(name: GatewayFieldName): FieldDress;
  report(name: GatewayFieldName, report: FieldReport): void;
}

export interface FieldsGateway {
  /** Puts the fields into their places, once. The code says why they did not come; then it may be asked again. */
  open(signal: AbortSignal): Promise<ErrorCode | null>;
  /** `dressOf` says something else of this field. */
  dress(name: GatewayFieldName): void;
  focus(name: GatewayFieldName): void;
  clear(name: GatewayFieldName): void;
  /** A refusal, silence or a broken line is a result, not an exception. Never repeats a token call by itself. */
  tokenize(cardholderName: string, options: TokenizeOptions): Promise<IssuedToken | Refusal>;
}
