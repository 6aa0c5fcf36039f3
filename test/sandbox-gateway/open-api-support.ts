/** A shop's server that speaks the OpenAPI type. */
import { SHOP, tokenFor, walk, type ChallengeStep, type TestSandbox } from './support.ts';

export const PASSWORD = `Basic ${Buffer.from(`${SHOP.ShopID}:${SHOP.ShopPass}`).toString('base64')}`;

export const CALLBACK_URL = 'https://shop.example/callback?order=7';
export const CSRF_TOKEN = 'bdb04c5f-42f0-29e2-0979-edae3e7760bf';

export const MERCHANT = {
  name: '匠の道具',
  nameKana: 'タクミノドウグ',
  nameAlphabet: 'Takumi Tools',
  nameShort: '匠',
  contactName: 'お客様窓口',
  contactPhone: '03-1234-5678',
  contactOpeningHours: '10:00-18:00',
  callbackUrl: CALLBACK_URL,
  csrfToken: CSRF_TOKEN,
};

export const PAYER = {
  name: '山田 太郎',
  email: 'taro@shopper.example',
  phones: [{ type: 'MOBILE', countryCode: '81', number: '090-1234-5678' }],
};

export type Json = Readonly<Record<string, unknown>>;

export interface Reply {
  readonly status: number;
  readonly type: string | null;
  readonly body: Json;
}

export async function post(sandbox: TestSandbox, path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
  const response = await fetch(`${sandbox.gatewayOrigin}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: PASSWORD, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, type: response.headers.get('Content-Type'), body: (await response.json()) as Json };
}

/** `valueAt(body, 'orderReference.status')` */
export const valueAt = (body: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Json | undefined)?.[name], body);

/** `with_(body, 'order.amount', '0')` is a body with another amount; undefined takes the value away. */
export function with_(body: Json, path: string, value: unknown): Json {
  const [name = '', ...rest] = path.split('.');
  return { ...body, [name]: rest.length === 0 ? value : with_((body[name] ?? {}) as Json, rest.join('.'), value) };
}

let orders = 0;

export const newOrderId = (): string => {
  orders += 1;
  return `open-${String(orders)}`;
};

interface Wanted {
  readonly cardno?: string;
  readonly amount?: string;
  readonly authorizationMode?: 'AUTH' | 'CAPTURE';
  readonly useTds2?: boolean;
  readonly tds2Options?: Json;
  readonly orderId?: string;
}

/** The body of a charge, with a fresh token. */
export async function chargeOf(sandbox: TestSandbox, wanted: Wanted = {}): Promise<Json> {
  const { cardno, amount = '1200', authorizationMode = 'AUTH', useTds2 = false, tds2Options, orderId = newOrderId() } = wanted;
  return {
    merchant: MERCHANT,
    order: { orderId, amount, transactionType: 'CIT' },
    payer: PAYER,
    creditInformation: {
      tokenizedCard: { type: 'MP_TOKEN', token: await tokenFor(sandbox, cardno) },
      creditChargeOptions: { authorizationMode, useTds2 },
    },
    ...(tds2Options && { tds2Information: { tds2Options } }),
  };
}

export const charge = async (sandbox: TestSandbox, wanted: Wanted = {}): Promise<Reply> =>
  post(sandbox, '/credit/charge', await chargeOf(sandbox, wanted));

/** What the callback carries. */
export interface Callback {
  readonly address: string;
  readonly parameter: Json;
}

/** A shopper's browser, from redirectUrl to the shop's callbackUrl. */
export async function walkToShop(sandbox: TestSandbox, { body }: Reply, steps: readonly ChallengeStep[] = []): Promise<Callback> {
  const { returned } = await walk(sandbox, String(valueAt(body, 'redirectInformation.redirectUrl')), steps);
  const response = await fetch(returned?.url ?? '', { redirect: 'manual' });
  return callbackIn(response.headers.get('Location') ?? '');
}

export function callbackIn(location: string): Callback {
  const url = new URL(location);
  const text = Buffer.from(url.searchParams.get('p') ?? '', 'base64url').toString('utf8');
  url.searchParams.delete('p');
  return { address: url.href, parameter: JSON.parse(text) as Json };
}
