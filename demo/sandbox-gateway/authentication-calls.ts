/** The two calls of the detailed flow (CallbackType 2): the shop has the card authenticated, and reads the result. */
import { Refusal } from './error-codes.ts';
import { authenticate, isAuthenticating, type Authenticating } from './issuer.ts';
import type { Answer, Parameters } from './protocol-body.ts';
import type { ProtocolCall } from './protocol.ts';
import type { SandboxContext } from './sandbox-context.ts';
import { challengeUrl } from './three-ds-server.ts';
import { recorded, transactionOf } from './transactions.ts';

const tds2Auth: ProtocolCall = {
  required: ['AccessID', 'AccessPass', 'Tds2Param'],
  optional: [],
  run(parameters, context) {
    const transaction = authenticatingOf(parameters, context);
    const { session } = transaction;
    if (!session.askedShop || session.wantsChallenge || session.transStatus) throw new Refusal('E01E50004');
    if (parameters.get('Tds2Param') !== session.parameter) throw new Refusal('E01EB0010');
    return recorded(transaction, 'Tds2Auth', context, () => {
      authenticate(transaction, context);
      // last and not encoded, as RedirectUrl is
      const url: Answer = session.wantsChallenge ? [['ChallengeUrl', challengeUrl(session, context)]] : [];
      return [...result(transaction), ...url];
    });
  },
};

const tds2Result: ProtocolCall = {
  required: ['AccessID', 'AccessPass'],
  optional: [],
  run(parameters, context) {
    const transaction = authenticatingOf(parameters, context);
    if (!transaction.session.transStatus) throw new Refusal('E01E50004');
    return recorded(transaction, 'Tds2Result', context, () => result(transaction));
  },
};

export const AUTHENTICATION_CALLS = { Tds2Auth: tds2Auth, Tds2Result: tds2Result } as const;

function authenticatingOf(parameters: Parameters, context: SandboxContext): Authenticating {
  const transaction = transactionOf(parameters, context);
  if (!isAuthenticating(transaction) || transaction.status !== 'AUTHENTICATED') throw new Refusal('E01E50004');
  if (transaction.session.callbackType !== '2') throw new Refusal('E11010004');
  return transaction;
}

const result = ({ session: { transStatus, transStatusReason } }: Authenticating): Answer => [
  ['Tds2TransResult', transStatus ?? 'C'],
  ['Tds2TransResultReason', transStatusReason],
];
