/**
 * How the issuer decides: by its card, by the amount, or as the console page wants it. The console comes first, then the amount,
 * then the card.
 */
import type { ChallengeFaultName, ChallengeFaultValues } from './faults.ts';
import type { SandboxContext } from './sandbox-context.ts';
import type { ThreeDsSession, Transaction, TransStatus } from './store.ts';
import { faultsOfAmount, type Authentication } from './test-cards.ts';
import { USUAL_REASON } from './trans-status-reasons.ts';

export type Authenticating = Transaction & { session: ThreeDsSession };

export const isAuthenticating = (transaction: Transaction): transaction is Authenticating => transaction.session !== null;

/** What the issuer answers to the authentication request; C wants a challenge. */
const ANSWERS: Readonly<Record<Authentication, TransStatus | 'C'>> = {
  frictionless: 'Y',
  'frictionless-after-method': 'Y',
  challenge: 'C',
  attempt: 'A',
  failed: 'N',
  unavailable: 'U',
  rejected: 'R',
  // these two never come here: ExecTran refuses them or does without authentication
  'not-enrolled': 'U',
  'cannot-start': 'U',
};

/** Which way this part of the challenge goes wrong for this shopper: `ok` when it does not. */
export function challengeFault<Name extends ChallengeFaultName>(
  name: Name,
  { card, amount, tax }: Transaction,
  { faults }: SandboxContext,
): ChallengeFaultValues[Name] {
  const wanted = faults.get(name) as ChallengeFaultValues[Name];
  if (wanted !== 'ok') return wanted;
  return faultsOfAmount(amount + tax)[name] ?? card?.behaviour.faults[name] ?? wanted;
}

/** The authentication request and its answer (EMV 3DS: AReq, ARes). Asked again, the issuer has decided already. */
export function authenticate(transaction: Authenticating, context: SandboxContext): void {
  const { session, card } = transaction;
  if (session.transStatus !== null || session.wantsChallenge) return;
  const wanted = challengeFault('transStatus', transaction, context);
  const usual = ANSWERS[card?.behaviour.authentication ?? 'unavailable'];
  const asked = usual === 'Y' && context.store.openApiOrders.get(transaction.accessId)?.requiresChallenge ? 'C' : usual;
  const answer = wanted === 'ok' ? asked : wanted;
  if (answer === 'C') session.wantsChallenge = true;
  else end(transaction, answer, context);
}

/** The end of a challenge (EMV 3DS: RReq). The first end counts. */
export function endChallenge(transaction: Authenticating, shopper: TransStatus, context: SandboxContext): void {
  if (transaction.session.transStatus !== null) return;
  const wanted = challengeFault('challengeResult', transaction, context);
  end(transaction, wanted === 'ok' ? shopper : wanted, context);
}

function end(transaction: Authenticating, transStatus: TransStatus, context: SandboxContext): void {
  const { session } = transaction;
  const wanted = challengeFault('transStatusReason', transaction, context);
  session.transStatus = transStatus;
  session.transStatusReason = wanted === 'ok' || transStatus === 'Y' ? USUAL_REASON[transStatus] : wanted;
}
