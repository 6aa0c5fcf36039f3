/** The calls about a payment that was made. */
import type { SandboxContext } from '../sandbox-context.ts';
import type { Transaction } from '../store.ts';
import { creditResult, errorInformation, orderReference, tds2Result, type Answered } from './answers.ts';
import { missing, wrong } from './problems.ts';
import { call } from './protocol-calls.ts';
import type { INQUIRY, OPERATION, RequestOf, UPDATE } from './requests.ts';

const answer = (status: 200 | 201, transaction: Transaction, context: SandboxContext): Answered => ({
  status,
  body: {
    orderReference: orderReference(transaction),
    creditResult: creditResult(transaction),
    tds2Result: tds2Result(transaction, context),
  },
});

function transactionOf(accessId: string, { store }: SandboxContext): Transaction {
  const transaction = store.transactions.get(accessId);
  if (!transaction) throw wrong('accessId');
  return transaction;
}

export function inquire({ accessId, orderId }: RequestOf<typeof INQUIRY>, context: SandboxContext): Answered {
  if (accessId === undefined && orderId === undefined) throw missing('accessId');
  const transaction =
    accessId === undefined ? context.store.transactionOfOrder(orderId ?? '') : context.store.transactions.get(accessId);
  if (!transaction) throw wrong(accessId === undefined ? 'orderId' : 'accessId');
  if (orderId !== undefined && orderId !== transaction.orderId) throw wrong('orderId');
  const { status, body } = answer(200, transaction, context);
  return { status, body: { ...body, errorInformation: errorInformation(transaction) } };
}

function alter(transaction: Transaction, job: 'SALES' | 'CANCEL', context: SandboxContext): Answered {
  const { accessId, accessPass, amount, tax } = transaction;
  // a card that was only checked has no amount; what is wrong with it then is its state
  const sum = job === 'SALES' ? { Amount: String(amount || 1), Tax: String(tax) } : {};
  call('AlterTran', { AccessID: accessId, AccessPass: accessPass, JobCd: job, ...sum }, context);
  return answer(201, transaction, context);
}

export const capture = ({ accessId }: RequestOf<typeof OPERATION>, context: SandboxContext): Answered =>
  alter(transactionOf(accessId, context), 'SALES', context);

export const cancel = ({ accessId }: RequestOf<typeof OPERATION>, context: SandboxContext): Answered =>
  alter(transactionOf(accessId, context), 'CANCEL', context);

/** Changes the amount; with the same one, an authorisation lives longer. */
export function update(request: RequestOf<typeof UPDATE>, context: SandboxContext): Answered {
  const transaction = transactionOf(request.accessId, context);
  const { accessId, accessPass, status } = transaction;
  const job = { AUTH: 'AUTH', SAUTH: 'SAUTH' }[status as string] ?? 'CAPTURE';
  call(
    'ChangeTran',
    { AccessID: accessId, AccessPass: accessPass, JobCd: request.authorizationMode ?? job, Amount: request.amount, Tax: '0' },
    context,
  );
  return answer(201, transaction, context);
}
