/**
 * A gateway small enough to be obviously right: five calls, one table, and every way an answer can go missing. It counts
 * settlements. The token's own text says what becomes of it: `ok-…`, `decline-…`, `decline-late-…`, `n-…` (authentication
 * fails), `at-once-…` (ACS=0).
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';

export type Api = 'EntryTran' | 'ExecTran' | 'SecureTran2' | 'SearchTrade' | 'AlterTran';

export interface Trade {
  readonly orderId: string;
  readonly accessId: string;
  readonly accessPass: string;
  readonly amount: string;
  status: string;
  token: string;
  returnUrl: string;
  email: string;
  challenged: boolean;
  settlements: number;
}

interface Fault {
  readonly api: Api;
  /** Before the gateway does anything, or after it has done everything and only the answer is lost. */
  readonly when: 'before' | 'after';
  readonly what: 'drop' | 'hang' | 'refuse' | 'error-page';
  readonly code?: string;
  readonly reached: () => void;
  /** A hanging request goes on when this resolves. */
  readonly released: Promise<void>;
}

export interface Armed {
  readonly reached: Promise<void>;
  release(): void;
}

export class FakeGateway {
  readonly trades = new Map<string, Trade>();
  readonly calls: { readonly api: Api; readonly fields: Readonly<Record<string, string>> }[] = [];
  /** Where the browser is sent for the challenge. */
  redirectOrigin = 'https://gateway.example';
  readonly #faults: Fault[] = [];
  readonly #tokens = new Set<string>();
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      void this.#handle(request, response);
    });
  }

  async start(port = 0): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => {
        resolve();
      });
      this.#server.closeAllConnections();
    });
  }

  token(kind: string): string {
    // A plus sign is legal in a token and must survive a form body.
    const token = `${kind}-${randomBytes(8).toString('hex')}+/=`;
    this.#tokens.add(token);
    return token;
  }

  /** The next call of this kind goes wrong. */
  arm(api: Api, when: Fault['when'], what: Fault['what'], code?: string): Armed {
    const reached = gate();
    const released = gate();
    this.#faults.push({ api, when, what, ...(code && { code }), reached: reached.open, released: released.opened });
    return { reached: reached.opened, release: released.open };
  }

  count(api: Api): number {
    return this.calls.filter((call) => call.api === api).length;
  }

  tradeOf(redirectUrl: string): Trade {
    const accessId = new URL(redirectUrl).searchParams.get('transId');
    const trade = [...this.trades.values()].find((one) => one.accessId === accessId);
    if (!trade) throw new Error('no trade has that redirect address');
    return trade;
  }

  /** What the shopper does on the bank's pages; gives what the browser then posts to the shop. */
  challenge(redirectUrl: string): { path: string; accessId: string } {
    if (new URL(redirectUrl).searchParams.get('t')?.length !== 32) throw new Error('the redirect address was cut at its &');
    const trade = this.tradeOf(redirectUrl);
    trade.challenged = true;
    return { path: new URL(trade.returnUrl).pathname, accessId: trade.accessId };
  }

  get settlements(): number {
    return [...this.trades.values()].reduce((sum, trade) => sum + trade.settlements, 0);
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const fields = Object.fromEntries(new URLSearchParams(await readAll(request)));
    const api = /^\/payment\/(\w+)\.idPass$/.exec(request.url ?? '')?.[1] as Api;
    this.calls.push({ api, fields });
    const position = this.#faults.findIndex((fault) => fault.api === api);
    const [fault] = position < 0 ? [] : this.#faults.splice(position, 1);
    const stop = async (when: Fault['when']): Promise<boolean> => {
      if (fault?.when !== when) return false;
      fault.reached();
      if (fault.what === 'hang') {
        await fault.released;
        return false;
      }
      if (fault.what === 'drop') request.socket.destroy();
      else if (fault.what === 'error-page') response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>Bad Gateway</h1>');
      else response.end(refusal(fault.code ?? 'E91020001'));
      return true;
    };
    if (await stop('before')) return;
    const answer = this.#answer(api, fields);
    if (await stop('after')) return;
    response.writeHead(200, { 'content-type': 'text/plain;charset=Windows-31J' }).end(answer);
  }

  #answer(api: Api, fields: Readonly<Record<string, string>>): string {
    const isOurs = fields.ShopID === 'tshop00000001' && fields.ShopPass === 'shoppass01';
    if (fields.ShopID !== undefined && !isOurs) return refusal('E01030002');
    if (api === 'EntryTran') return this.#enter(fields);
    const byAccess = [...this.trades.values()].find((one) => one.accessId === fields.AccessID);
    const trade = this.trades.get(fields.OrderID ?? '') ?? byAccess;
    if (!trade) return refusal('E01110002');
    if (api === 'SearchTrade') {
      const { orderId, status, accessId, accessPass, amount } = trade;
      const access = `AccessID=${accessId}&AccessPass=${accessPass}`;
      return `OrderID=${orderId}&Status=${status}&JobCd=CAPTURE&${access}&Amount=${amount}&Tax=0&CardNo=*1111&Approve= 00453`;
    }
    if (fields.AccessPass !== trade.accessPass) return refusal('E01110002');
    if (api === 'ExecTran') return this.#execute(trade, fields);
    if (api === 'SecureTran2') return this.#settle(trade);
    trade.status = 'VOID';
    return `AccessID=${trade.accessId}&AccessPass=${trade.accessPass}&Forward=2a99662&Approve=1&TranID=1&TranDate=20260101000000`;
  }

  #enter(fields: Readonly<Record<string, string>>): string {
    const orderId = fields.OrderID ?? '';
    if (!/^[A-Za-z0-9-]{1,27}$/.test(orderId)) return refusal('E01040013');
    if (this.trades.has(orderId)) return refusal('E01040010');
    if (fields.TdFlag !== '2' || fields.Tds2Type !== '2' || fields.JobCd !== 'CAPTURE') return refusal('E01080010');
    const [accessId, accessPass] = [randomBytes(16).toString('hex'), randomBytes(16).toString('hex')];
    this.trades.set(orderId, {
      orderId,
      accessId,
      accessPass,
      amount: fields.Amount ?? '',
      status: 'UNPROCESSED',
      token: '',
      returnUrl: '',
      email: '',
      challenged: false,
      settlements: 0,
    });
    return `AccessID=${accessId}&AccessPass=${accessPass}`;
  }

  #execute(trade: Trade, fields: Readonly<Record<string, string>>): string {
    const { Token: token = '', RetUrl: returnUrl = '', Tds2Email: email = '' } = fields;
    if (trade.status !== 'UNPROCESSED') return refusal('E11010001');
    if (!this.#tokens.delete(token)) {
      if (token.startsWith('expired-')) return refusal('EX1000303');
      return refusal(token.startsWith('spent-') ? 'EX1000302' : 'EX1000301');
    }
    if (token.startsWith('decline-') && !token.startsWith('decline-late-')) return refusal('42G020000', 'G02');
    Object.assign(trade, { token, returnUrl, email });
    if (token.startsWith('at-once-')) {
      this.#capture(trade);
      return `ACS=0&${settled(trade)}`;
    }
    trade.status = 'AUTHENTICATED';
    const ticket = randomBytes(16).toString('hex');
    return `ACS=2&RedirectUrl=${this.redirectOrigin}/api/v2/brw/callback?transId=${trade.accessId}&t=${ticket}`;
  }

  #settle(trade: Trade): string {
    if (trade.status !== 'AUTHENTICATED') return refusal('E11010001');
    if (!trade.challenged) return refusal('E01E50004');
    if (trade.token.startsWith('n-')) return refusal('E21030007');
    if (trade.token.startsWith('decline-late-')) return refusal('42G120000', 'G12');
    this.#capture(trade);
    return settled(trade);
  }

  #capture(trade: Trade): void {
    trade.status = 'CAPTURE';
    trade.settlements++;
  }
}

const refusal = (info: string, code = info.slice(0, 3)) => `ErrCode=${code}&ErrInfo=${info}`;

const settled = ({ orderId }: Trade) =>
  `OrderID=${orderId}&Forward=2a99662&Method=1&PayTimes=&Approve= 00453&TranID=2601010000111111111111198879` +
  '&TranDate=20260101000000&CheckString=0123456789abcdef0123456789abcdef';

function gate(): { opened: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('latin1');
}
