/**
 * Link Type Plus: a payment page of the gateway's own. Every connection type has it as the way out for a browser that shows no fields;
 * with `--connection=linkplus` it is the only way to pay. It is JSON, and `gmopg` has no call for it.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { type GatewayOptions, isWebAddress, type Reply } from './gateway.ts';
import { callProtocol } from './protocol-client.ts';

export interface LinkOrder {
  readonly orderId: string;
  readonly amount: number;
  readonly returnUrl: string;
  readonly email: string;
  readonly name: string;
  readonly language: 'ja' | 'en';
  readonly shopName: string;
}

export class LinkPlus {
  readonly #options: GatewayOptions;

  constructor(options: GatewayOptions) {
    this.#options = options;
  }

  /** The address of the page. Whoever has it can pay the order there. */
  async urlFor(order: LinkOrder): Promise<Reply<{ readonly url: string }>> {
    const { gatewayUrl, shopId, shopPass, deadline } = this.#options;
    const name = 'GetLinkplusUrlPayment';
    const body = {
      geturlparam: { ShopID: shopId, ShopPass: shopPass },
      configid: 'shop',
      transaction: {
        OrderID: order.orderId,
        Amount: String(order.amount),
        Tax: '0',
        PayMethods: ['credit'],
        RetUrl: order.returnUrl,
        CompleteUrl: order.returnUrl,
        CancelUrl: order.returnUrl,
        ExpireDays: '1',
      },
      customer: { MailAddress: order.email, CustomerName: order.name },
      displaysetting: { ShopName: order.shopName, Lang: order.language },
      credit: { JobCd: 'CAPTURE', Method: '1', TdFlag: '2', Tds2Type: '2', SecCodeRequiredFlag: '1' },
    };
    const reply = await callProtocol(this.#options, name, async () => {
      const response = await fetch(`${gatewayUrl.replace(/\/$/, '')}/payment/${name}.json`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json;charset=UTF-8' },
        body: JSON.stringify(body),
        redirect: 'error', // the password is in it
        signal: AbortSignal.timeout(deadline),
      });
      const answer: unknown = await response.json();
      // Errors are a list, with whatever HTTP status.
      if (Array.isArray(answer)) throw Object.assign(new Error(name), { errInfo: answer.map((each: { errInfo?: unknown } | null) => each?.errInfo) });
      if (typeof answer !== 'object' || answer === null) throw new Error('the answer is no object');
      return answer;
    });
    if (reply.kind !== 'answered') return reply;
    const { linkurl: url = '', orderid } = reply.answer;
    return orderid === order.orderId && isWebAddress(url) ? { kind: 'answered', url } : { kind: 'unanswered' };
  }

  /** What came with the browser to RetUrl: the gateway's own word only when the signature is right. */
  readResult(result: string): { readonly orderId: string; readonly word: string } | undefined {
    const [, payload = '', signature = ''] = /^([\w-]+=*)\.([0-9a-f]{64})$/.exec(result) ?? [];
    const expected = createHash('sha256').update(payload + this.#options.shopPass).digest();
    if (payload === '' || !timingSafeEqual(Buffer.from(signature, 'hex'), expected)) return undefined;
    const { transactionresult } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as {
      transactionresult?: { OrderID?: unknown; Result?: unknown };
    };
    return { orderId: String(transactionresult?.OrderID), word: String(transactionresult?.Result) };
  }
}
