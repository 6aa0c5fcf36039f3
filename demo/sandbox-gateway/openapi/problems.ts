/** How the OpenAPI type says no: one problem per answer (RFC 9457), whose title is the code. */
import { ERROR_CODES, errCodeOf, type ErrInfo } from '../error-codes.ts';

const STATUSES = {
  invalid_contract: 400,
  invalid_header: 400,
  invalid_parameter: 400,
  invalid_request: 400,
  invalid_status: 400,
  missing_parameter: 400,
  transaction_expired: 400,
  unauthorized_request: 401,
  card_declined: 402,
  insufficient_balance: 402,
  amount_limit_exceeded: 402,
  processing_failure: 402,
  resource_not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  unsupported_media_type: 415,
  too_many_requests: 429,
  internal_server_error: 500,
  bad_gateway: 502,
  service_unavailable: 503,
} as const;

export type Title = keyof typeof STATUSES;

/** Thrown by a call that is refused. */
export class Problem extends Error {
  readonly title: Title;

  constructor(title: Title, detail: string) {
    super(detail);
    this.title = title;
  }

  get status(): number {
    return STATUSES[this.title];
  }
}

export const missing = (parameter: string): Problem => new Problem('missing_parameter', `A parameter is missing.(${parameter})`);

export const wrong = (parameter: string): Problem => new Problem('invalid_parameter', `This value cannot be used.(${parameter})`);

/** What the issuer's reasons are called; every other one is `card_declined`. */
const DECLINES: Readonly<Record<string, Title>> = {
  ...Object.fromEntries(['G02', 'G04', 'G06'].map((code) => [code, 'insufficient_balance'])),
  ...Object.fromEntries(['G03', 'G05', 'G07', 'G55'].map((code) => [code, 'amount_limit_exceeded'])),
  ...Object.fromEntries(['G42', 'G43', 'G44', 'G45', 'G65', 'G83'].map((code) => [code, 'processing_failure'])),
  G91: 'bad_gateway',
};

/** Where one code of the protocol type says more than its beginning does. */
const TITLES: Partial<Record<ErrInfo, Title>> = {
  E01040010: 'invalid_request',
  E01080101: 'invalid_request',
  E01110002: 'invalid_status',
  E01110010: 'invalid_status',
  E01230009: 'invalid_request',
  E01420010: 'transaction_expired',
  E01630010: 'invalid_request',
  E01E50004: 'invalid_status',
  E11010001: 'invalid_status',
  E11010002: 'invalid_status',
  E11010003: 'invalid_status',
  E11010010: 'transaction_expired',
  E61030001: 'invalid_contract',
  E61040001: 'invalid_contract',
};

/** The parameter that a code of the protocol type is about, by how the code begins. */
const PARAMETERS: readonly (readonly [begins: string, parameter: string])[] = [
  ['E0104', 'order.orderId'],
  ['E0106', 'order.amount'],
  ['E0111', 'accessId'],
  ['E0122', 'memberId'],
  ['E0123', 'cardId'],
  ['E0124', 'cardId'],
  ['E0127', 'installments'],
  ['E0132', 'order.clientFields.clientField1'],
  ['E0133', 'order.clientFields.clientField2'],
  ['E0134', 'order.clientFields.clientField3'],
  ['E0139', 'memberId'],
  ['E0143', 'memberName'],
  ['E0145', 'itemCode'],
  ['E0148', 'cardholderName'],
  ['E01E3', 'merchant.callbackUrl'],
  ['EX1', 'tokenizedCard.token'],
];

function titleOf(errInfo: ErrInfo): Title {
  const known = TITLES[errInfo];
  if (known) return known;
  if (errInfo.startsWith('42C')) return 'bad_gateway';
  if (errInfo.startsWith('42G')) return DECLINES[errCodeOf(errInfo)] ?? 'card_declined';
  if (errInfo.startsWith('E21')) return 'processing_failure';
  return errInfo.endsWith('0001') && errInfo.startsWith('E01') ? 'missing_parameter' : 'invalid_parameter';
}

/** `problemOf('42G120000')` is `card_declined`, and says G12. */
export function problemOf(errInfo: ErrInfo): Problem {
  const text = ERROR_CODES.get(errInfo)?.[1] ?? 'refused';
  const about = errInfo.startsWith('42') ? errCodeOf(errInfo) : PARAMETERS.find(([begins]) => errInfo.startsWith(begins))?.[1];
  return new Problem(titleOf(errInfo), `${text.charAt(0).toUpperCase()}${text.slice(1)}.${about === undefined ? '' : `(${about})`}`);
}

/** `instance` is the endpoint that was called. */
export const writeProblem = ({ title, status, message }: Problem, instance: string): Response =>
  new Response(JSON.stringify({ title, detail: message, instance: instance.slice(0, 40) }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' },
  });
