/** Form value, validity and custom states: what the platform, CSS and a form see of a payment. */
import { publicCard, type CardToken, type PaymentState } from '../payment/payment-state.js';

export interface Reflection {
  /** Form-control name; without one the element takes no part in the form data. */
  readonly name: string | null;
  readonly message: string;
  /** Where the browser points when it says the message. */
  readonly anchor: HTMLElement;
}

export function reflectState(internals: ElementInternals, state: PaymentState, { name, message, anchor }: Reflection): void {
  const { phase, frame, token } = state;
  const { complete, empty, fields } = publicCard(state);
  const custom: Readonly<Record<string, boolean>> = {
    ready: frame === 'ready',
    complete,
    invalid: Object.values(fields).some(({ error }) => error !== null),
    busy: phase === 'tokenizing',
    challenge: phase === 'challenging',
  };
  for (const [stateName, holds] of Object.entries(custom)) {
    if (holds) internals.states.add(stateName);
    else internals.states.delete(stateName);
  }
  internals.setFormValue(token && name ? toFormValue(name, token) : null);
  if (complete) internals.setValidity({});
  else internals.setValidity(empty ? { valueMissing: true } : { badInput: true }, message, anchor);
}

/** One entry per token, all under the element's name, and which words of saving the card were agreed to. */
function toFormValue(name: string, { tokens, saveConsent }: CardToken): FormData {
  const data = new FormData();
  for (const token of tokens) data.append(name, token);
  if (saveConsent) data.append('save-card', saveConsent.version);
  return data;
}
