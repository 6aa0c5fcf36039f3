/** The calls about payments. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { approvalNumber, FORWARD, transactionNumber } from './acquirer.ts';
import { Refusal, type ErrInfo } from './error-codes.ts';
import { isExpired, processDate } from './japan-time.ts';
import type { Answer, Parameters } from './protocol-body.ts';
import type { ProtocolCall } from './protocol.ts';
import { faultsOf, faultsOfCompanions, RISK_FIELDS } from './protocol-fields.ts';
import type { SandboxContext } from './sandbox-context.ts';
import { savedCardOf } from './saved-cards.ts';
import type { HeldCard, Transaction, TransStatus } from './store.ts';
import { spendToken } from './tokens.ts';
import {
  alter,
  ALTER_JOBS,
  CHANGES,
  CHANGE_JOBS,
  ENTRY_JOBS,
  repeatsAmount,
  UNSETTLED,
  type AlterJobCd,
  type ChangeJobCd,
  type EntryJobCd,
  type JobCd,
  type Status,
} from './transaction-states.ts';

const HIGHEST_AMOUNT = 9_999_999;

/** The parameters that an authentication needs are opaque to the shop: `param` of the first callback. */
const opaque = (): string => randomBytes(48).toString('base64url');

const hex32 = (): string => randomBytes(16).toString('hex');

export const unknownJob = (parameters: Parameters, jobs: readonly string[]): ErrInfo[] =>
  parameters.get('JobCd') !== '' && !jobs.includes(parameters.get('JobCd')) ? ['E01050002'] : [];

export function faultsOfSum(parameters: Parameters): ErrInfo[] {
  const [amount, tax] = [Number(parameters.get('Amount')), Number(parameters.get('Tax'))];
  return amount <= HIGHEST_AMOUNT && tax <= HIGHEST_AMOUNT && amount + tax > HIGHEST_AMOUNT ? ['E01490005'] : [];
}

/* EntryTran */

const entryTran: ProtocolCall = {
  required: ['ShopID', 'ShopPass', 'OrderID', 'JobCd'],
  optional: ['Tax', 'ItemCode', 'TdFlag', 'TdTenantName', 'Tds2Type', 'TdRequired'],
  check: (parameters) => [
    ...unknownJob(parameters, ENTRY_JOBS),
    ...(parameters.get('JobCd') === 'CHECK' ? [] : faultsOf('Amount', parameters.get('Amount'), true)),
    ...faultsOfSum(parameters),
    ...(parameters.get('TdRequired') === '1' && ['', '0'].includes(parameters.get('TdFlag')) ? (['E01080101'] as const) : []),
  ],
  run(parameters, { store, now, endpoint = 'EntryTran' }) {
    const orderId = parameters.get('OrderID');
    if (store.transactionOfOrder(orderId)) throw new Refusal('E01040010');
    const jobCd = parameters.get('JobCd') as EntryJobCd;
    const transaction: Transaction = {
      accessId: hex32(),
      accessPass: hex32(),
      orderId,
      itemCode: parameters.get('ItemCode') || '0000990',
      threeDs: {
        wanted: parameters.get('TdFlag') === '2',
        type: parameters.get('Tds2Type') || '1',
        required: parameters.get('TdRequired') || '0',
        tenantName: parameters.get('TdTenantName'),
      },
      entryJobCd: jobCd,
      jobCd,
      status: 'UNPROCESSED',
      amount: jobCd === 'CHECK' ? 0 : Number(parameters.get('Amount')),
      tax: jobCd === 'CHECK' ? 0 : Number(parameters.get('Tax')),
      method: '',
      payTimes: '',
      forward: '',
      approve: '',
      tranId: '',
      tranDate: '',
      checkString: '',
      clientFields: ['', '', ''],
      echoesClientFields: false,
      card: null,
      memberId: '',
      session: null,
      settledAt: null,
      processedAt: now(),
      history: [{ at: now(), call: endpoint, status: 'UNPROCESSED', errInfo: null }],
    };
    store.transactions.set(transaction.accessId, transaction);
    return [
      ['AccessID', transaction.accessId],
      ['AccessPass', transaction.accessPass],
    ];
  },
};

/* ExecTran */

const execTran: ProtocolCall = {
  required: ['AccessID', 'AccessPass', 'OrderID'],
  optional: [
    ...(['Method', 'TokenType', 'SiteID', 'SitePass', 'MemberID', 'SeqMode', 'CardSeq', 'CardPass', 'SecurityCode'] as const),
    ...(['ClientField1', 'ClientField2', 'ClientField3', 'ClientFieldFlag', 'RetUrl', 'CallbackType'] as const),
    ...RISK_FIELDS,
  ],
  check: (parameters, { store }) => {
    // what is needed depends on the transaction; when there is none, that is reported afterwards
    const transaction = store.transactions.get(parameters.get('AccessID'));
    return [
      ...(transaction && transaction.entryJobCd !== 'CHECK' && parameters.get('Method') === '' ? (['E01260001'] as const) : []),
      ...faultsOfPayTimes(parameters),
      ...faultsOfCardSource(parameters),
      ...(transaction?.threeDs.wanted && parameters.get('RetUrl') === '' ? (['E01E30001'] as const) : []),
      ...faultsOfCompanions(parameters),
    ];
  },
  run(parameters, context) {
    const transaction = transactionOf(parameters, context);
    if (transaction.orderId !== parameters.get('OrderID')) throw new Refusal('E01110002');
    if (transaction.status !== 'UNPROCESSED') throw new Refusal('E11010001');
    const [card, memberId] = takeCard(parameters, context);
    transaction.card = card;
    transaction.memberId = memberId;
    transaction.method = transaction.entryJobCd === 'CHECK' ? '' : parameters.get('Method');
    transaction.payTimes = ['2', '4'].includes(transaction.method) ? parameters.get('PayTimes') : '';
    transaction.clientFields = [parameters.get('ClientField1'), parameters.get('ClientField2'), parameters.get('ClientField3')];
    transaction.echoesClientFields = parameters.get('ClientFieldFlag') === '1';
    return recorded(transaction, 'ExecTran', context, () =>
      transaction.threeDs.wanted && asksForAuthentication(transaction, card)
        ? startAuthentication(transaction, parameters, context)
        : [['ACS', '0'], ...settle(transaction, card, context)],
    );
  },
};

export function faultsOfPayTimes(parameters: Parameters): ErrInfo[] {
  const payTimes = parameters.get('PayTimes');
  switch (parameters.get('Method')) {
    case '2':
      if (payTimes === '') return ['E01270001'];
      if (!/^\d+$/.test(payTimes)) return ['E01270006'];
      if (payTimes.length > 2) return ['E01270005'];
      return Number(payTimes) < 2 ? ['E01270010'] : [];
    case '4': // bonus instalments: always two
      if (payTimes === '') return ['E01160001'];
      if (!/^\d+$/.test(payTimes)) return ['E01160007'];
      return Number(payTimes) === 2 ? [] : ['E01160010'];
    default:
      return [];
  }
}

function faultsOfCardSource(parameters: Parameters): ErrInfo[] {
  const has = (name: string) => parameters.get(name) !== '';
  if (has('CardNo')) return ['E61040001'];
  if (has('Token')) return has('MemberID') ? ['E01840010'] : [];
  if (!has('MemberID')) return ['E01170001', 'E01180001'];
  return (['SiteID', 'SitePass', 'CardSeq'] as const).flatMap((name) => (has(name) ? [] : faultsOf(name, '', true)));
}

function takeCard(parameters: Parameters, context: SandboxContext): [card: HeldCard, memberId: string] {
  const memberId = parameters.get('MemberID');
  if (memberId === '') return [spendToken(parameters.get('Token'), context), ''];
  const { card, holderName, cardPass } = savedCardOf(parameters, context);
  if (cardPass !== '' && parameters.get('CardPass') !== cardPass) throw new Refusal('E01250010');
  return [{ ...card, holderName }, memberId];
}

/** Is there somebody to ask? Throws where 3-D Secure cannot even begin and the shop does not do without. */
function asksForAuthentication({ threeDs }: Transaction, { behaviour }: HeldCard): boolean {
  if (behaviour.authentication === 'cannot-start') throw new Refusal('E21030001');
  if (behaviour.authentication !== 'not-enrolled') return true;
  if (threeDs.type !== '3') throw new Refusal('E21030201');
  if (threeDs.required === '1') throw new Refusal('E21030202');
  return false;
}

function startAuthentication(transaction: Transaction, parameters: Parameters, { gatewayOrigin, now }: SandboxContext): Answer {
  const [transId, ticket] = [randomUUID(), hex32()];
  transaction.session = {
    transId,
    ticket,
    acsTransId: randomUUID(),
    returnUrl: parameters.get('RetUrl'),
    callbackType: callbackTypeOf(parameters.get('CallbackType')),
    startedAt: now(),
    riskFields: RISK_FIELDS.filter((name) => parameters.get(name) !== ''),
    requestorTransId: hex32(),
    parameter: opaque(),
    askedShop: false,
    wantsChallenge: false,
    challengedAt: null,
    approval: null,
    wrongPasswords: 0,
    transStatus: null,
    transStatusReason: '',
  };
  transaction.status = 'AUTHENTICATED';
  // last and not encoded, as GMO sends it: whoever splits the answer at & loses t
  return [
    ['ACS', '2'],
    ['RedirectUrl', `${gatewayOrigin}/api/v2/brw/callback?transId=${transId}&t=${ticket}`],
  ];
}

const callbackTypeOf = (text: string): '1' | '2' | '3' => (text === '2' || text === '3' ? text : '1');

/* SecureTran2 */

const secureTran2: ProtocolCall = {
  required: ['AccessID', 'AccessPass'],
  optional: [],
  run(parameters, context) {
    const transaction = transactionOf(parameters, context);
    const { card, session, status } = transaction;
    if (!UNSETTLED.includes(status)) throw new Refusal('E11010001');
    if (status !== 'AUTHENTICATED' || !card || !session?.transStatus) throw new Refusal('E01E50004');
    const { transStatus } = session;
    return recorded(transaction, 'SecureTran2', context, () => {
      const refused = AUTHENTICATION_ERRORS[transStatus](transaction);
      if (refused) throw new Refusal(refused);
      return settle(transaction, card, context);
    });
  },
};

const AUTHENTICATION_ERRORS: Readonly<Record<TransStatus, (transaction: Transaction) => ErrInfo | null>> = {
  Y: () => null,
  A: ({ threeDs }) => (threeDs.required === '1' ? 'E21030202' : null),
  N: () => 'E21030007',
  U: () => 'E21030007',
  R: () => 'E21030007',
};

/* AlterTran, ChangeTran, SearchTrade */

const alterTran: ProtocolCall = {
  required: ['ShopID', 'ShopPass', 'AccessID', 'AccessPass', 'JobCd'],
  optional: ['Tax', 'Method'],
  check: (parameters) => [
    ...unknownJob(parameters, ALTER_JOBS),
    ...faultsOf('Amount', parameters.get('Amount'), repeatsAmount(parameters.get('JobCd'))),
    ...faultsOfPayTimes(parameters),
  ],
  run(parameters, context) {
    const transaction = transactionOf(parameters, context);
    const job = parameters.get('JobCd') as AlterJobCd;
    return recorded(transaction, 'AlterTran', context, () => {
      const altered = alter(transaction, job, context.now());
      if ('refused' in altered) throw new Refusal(altered.refused);
      const [amount, tax] = [Number(parameters.get('Amount')), Number(parameters.get('Tax'))];
      if (repeatsAmount(job) && (amount !== transaction.amount || tax !== transaction.tax)) throw new Refusal('E01060010');
      if (job === 'AUTH' || job === 'CAPTURE') {
        transaction.method = parameters.get('Method') || transaction.method;
        authoriseAgain(transaction, job, context);
      }
      return operate(transaction, job, altered.to, context);
    });
  },
};

const changeTran: ProtocolCall = {
  required: ['ShopID', 'ShopPass', 'AccessID', 'AccessPass', 'JobCd', 'Amount'],
  optional: ['Tax'],
  check: (parameters) => [...unknownJob(parameters, CHANGE_JOBS), ...faultsOfSum(parameters)],
  run(parameters, context) {
    const transaction = transactionOf(parameters, context);
    const job = parameters.get('JobCd') as ChangeJobCd;
    return recorded(transaction, 'ChangeTran', context, () => {
      if (UNSETTLED.includes(transaction.status)) throw new Refusal('E11010002');
      if (!CHANGES[job].includes(transaction.status)) throw new Refusal('E11010003');
      transaction.amount = Number(parameters.get('Amount'));
      transaction.tax = Number(parameters.get('Tax'));
      authoriseAgain(transaction, job, context);
      return operate(transaction, job, transaction.status, context);
    });
  },
};

const searchTrade: ProtocolCall = {
  required: ['ShopID', 'ShopPass', 'OrderID'],
  optional: ['UseSiteMaskLevel'],
  run(parameters, { store, siteId }) {
    const transaction = store.transactionOfOrder(parameters.get('OrderID'));
    if (!transaction) throw new Refusal('E01110002');
    const { card, clientFields } = transaction;
    return [
      ['OrderID', transaction.orderId],
      ['Status', transaction.status],
      ['ProcessDate', processDate(transaction.processedAt)],
      ['JobCd', transaction.jobCd],
      ['AccessID', transaction.accessId],
      ['AccessPass', transaction.accessPass],
      ['ItemCode', transaction.itemCode],
      ['Amount', String(transaction.amount)],
      ['Tax', String(transaction.tax)],
      ['SiteID', transaction.memberId === '' ? '' : siteId],
      ['MemberID', transaction.memberId],
      ['CardNo', card?.masked ?? ''],
      ['Expire', card?.expire ?? ''],
      ['Method', transaction.method],
      ['PayTimes', transaction.payTimes],
      ['Forward', transaction.forward],
      ['TranID', transaction.tranId],
      ['Approve', transaction.approve],
      ['ClientField1', clientFields[0]],
      ['ClientField2', clientFields[1]],
      ['ClientField3', clientFields[2]],
    ];
  },
};

export const TRANSACTION_CALLS = {
  EntryTran: entryTran,
  ExecTran: execTran,
  SecureTran2: secureTran2,
  AlterTran: alterTran,
  ChangeTran: changeTran,
  SearchTrade: searchTrade,
} as const;

/** The transaction of an AccessID and an AccessPass that belong together. */
export function transactionOf(parameters: Parameters, { store }: SandboxContext): Transaction {
  const transaction = store.transactions.get(parameters.get('AccessID'));
  if (transaction?.accessPass !== parameters.get('AccessPass')) throw new Refusal('E01110002');
  return transaction;
}

/** Asks the issuer, and keeps what an authorised transaction has. */
function settle(transaction: Transaction, card: HeldCard, { now, shopPass }: SandboxContext): Answer {
  if (card.behaviour.decline) throw new Refusal(card.behaviour.decline);
  if (isExpired(card.expire, now())) throw new Refusal('42G830000');
  transaction.status = transaction.entryJobCd;
  transaction.settledAt = now();
  transaction.forward = FORWARD;
  numberAgain(transaction, now());
  transaction.approve = approvalNumber();
  const { orderId, forward, method, payTimes, approve, tranId, tranDate } = transaction;
  transaction.checkString = createHash('md5')
    .update([orderId, forward, method, payTimes, approve, tranId, tranDate, shopPass].join(''))
    .digest('hex');
  const settled: Answer = [
    ['OrderID', orderId],
    ['Forward', forward],
    ['Method', method],
    ['PayTimes', payTimes],
    ['Approve', approve],
    ['TranID', tranId],
    ['TranDate', tranDate],
    ['CheckString', transaction.checkString],
  ];
  if (!transaction.echoesClientFields) return settled;
  return [...settled, ...transaction.clientFields.map((value, at) => [`ClientField${String(at + 1)}`, value] as const)];
}

function authoriseAgain(transaction: Transaction, job: EntryJobCd, { now }: SandboxContext): void {
  transaction.entryJobCd = job;
  transaction.settledAt = now();
  transaction.approve = approvalNumber();
}

function operate(transaction: Transaction, job: JobCd, status: Status, { now }: SandboxContext): Answer {
  transaction.status = status;
  transaction.jobCd = job;
  numberAgain(transaction, now());
  return [
    ['AccessID', transaction.accessId],
    ['AccessPass', transaction.accessPass],
    ['Forward', transaction.forward],
    ['Approve', transaction.approve],
    ['TranID', transaction.tranId],
    ['TranDate', transaction.tranDate],
  ];
}

function numberAgain(transaction: Transaction, at: Date): void {
  transaction.processedAt = at;
  transaction.tranDate = processDate(at);
  transaction.tranId = transactionNumber(transaction.tranDate);
}

/** Writes what became of the call into the history of the transaction. */
export function recorded(transaction: Transaction, call: string, context: SandboxContext, run: () => Answer): Answer {
  const { now, endpoint = call } = context;
  const record = (errInfo: ErrInfo | null) => transaction.history.push({ at: now(), call: endpoint, status: transaction.status, errInfo });
  try {
    const answer = run();
    record(null);
    return answer;
  } catch (error) {
    if (error instanceof Refusal) record(error.errInfos[0] ?? null);
    throw error;
  }
}
