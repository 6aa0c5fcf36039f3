import type { Brand } from '../card/brands.js';
import type { HostedEnd } from '../channel/hosted-end.js';
import { isTokenMessage, maskNumber } from '../channel/protocol.js';
import { errorTypeOf, type ErrorCode } from '../errors.js';
import type { IssuedToken, Refusal } from '../gateway/gateway.js';
import type { FormNotice } from './form-notice.js';
import { RefusalBrake } from './refusal-brake.js';

/** What a form does about a call for tokens. */
export interface TokenForm {
  /** A call begins or is over. */
  lock(): void;
  /** No token, and this is why. */
  refused(code: ErrorCode): void;
  /** The page has the token. */
  issued(maskedNumber: string): void;
}

/** Asks the gateway for tokens: one call at a time, none while the brake holds, and one answer to the page for each. */
export function tokenCalls(end: HostedEnd, notice: FormNotice, form: TokenForm) {
  const brake = new RefusalBrake();
  const remaining = () => brake.remaining(Date.now());
  let call: AbortController | undefined;
  let hasIssued = false;

  /** Counts down for the shopper while the brake holds. */
  const announceWait = () => {
    if (remaining()) notice.countDown(remaining);
  };
  const refuse = (id: string, code: ErrorCode) => {
    announceWait();
    end.send({ type: 'error', id, code });
  };
  const refused = (id: string, code: ErrorCode) => {
    // congestion and a shop's wrong settings are nobody's attempt
    if (errorTypeOf(code) === 'customer') brake.refused(Date.now());
    form.refused(code);
    refuse(id, code);
  };

  return {
    announceWait,
    refuse,
    isBusy: () => call !== undefined,
    abort: () => call?.abort(),
    /** Something is typed: what the notice says is over, unless it counts down. */
    edited(): void {
      if (!remaining()) notice.clear();
    },
    /** Why no token is asked for now; null when nothing is in the way. */
    refusal: (): ErrorCode | null => (call ? 'busy' : remaining() ? 'too-many-attempts' : null),
    async start(id: string, brand: Brand | null, ask: (signal: AbortSignal) => Promise<IssuedToken | Refusal>): Promise<void> {
      notice.clear();
      // A page that asks for another token after one was issued is taken for one whose server could not use it.
      if (hasIssued) brake.refused(Date.now());
      hasIssued = false;
      const { signal } = (call = new AbortController());
      form.lock();
      const result = await ask(signal);
      call = undefined;
      form.lock();
      if (signal.aborted) refuse(id, 'aborted');
      else if ('code' in result) refused(id, result.code);
      else {
        const { tokens, expiresAt, securityCodeSet } = result;
        const maskedNumber = maskNumber(result.maskedNumber);
        const message = { type: 'token' as const, id, tokens, maskedNumber, expiresAt, securityCodeSet, brand };
        // the page drops what is not in the protocol: an odd answer is an error here, and the card is kept
        if (!isTokenMessage(message)) refused(id, 'gateway-answer');
        else {
          end.send(message);
          hasIssued = true;
          form.issued(maskedNumber);
        }
      }
    },
  };
}
