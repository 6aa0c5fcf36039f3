/** The protocol type: one table of calls, one way through all of them: format, then who asks, then the call itself. */
import { Hono } from 'hono';
import { AUTHENTICATION_CALLS } from './authentication-calls.ts';
import { errCodeOf, Refusal, type ErrInfo } from './error-codes.ts';
import { delayOf, never, pause } from './faults.ts';
import { MEMBER_CALLS } from './members.ts';
import { readParameters, writeAnswer, type Answer, type Parameters } from './protocol-body.ts';
import { faultsOf, type FieldName } from './protocol-fields.ts';
import type { SandboxContext } from './sandbox-context.ts';
import { CARD_CALLS } from './saved-cards.ts';
import { TRANSACTION_CALLS } from './transactions.ts';

export interface ProtocolCall {
  readonly required: readonly FieldName[];
  readonly optional: readonly FieldName[];
  /** What the table of formats cannot say; reported together with it. */
  readonly check?: (parameters: Parameters, context: SandboxContext) => readonly ErrInfo[];
  readonly run: (parameters: Parameters, context: SandboxContext) => Answer;
}

const CALLS: ReadonlyMap<string, ProtocolCall> = new Map(
  Object.entries({ ...TRANSACTION_CALLS, ...AUTHENTICATION_CALLS, ...MEMBER_CALLS, ...CARD_CALLS }),
);

/** Makes one call. Throws nothing: a refusal is an answer. */
export function callProtocol(name: string, parameters: Parameters, context: SandboxContext): Answer {
  try {
    const call = CALLS.get(name);
    if (!call) throw new Refusal('E91099997');
    const faults = [
      ...call.required.flatMap((field) => faultsOf(field, parameters.get(field), true)),
      ...call.optional.flatMap((field) => faultsOf(field, parameters.get(field), false)),
      ...(call.check?.(parameters, context) ?? []),
    ];
    if (faults.length > 0) throw new Refusal(...faults);
    identify(call, parameters, context);
    return call.run(parameters, context);
  } catch (error) {
    if (error instanceof Refusal) return refuse(error);
    throw error;
  }
}

/** Compares IDs and passwords of the shop and the site, where the call has them. */
function identify({ required }: ProtocolCall, parameters: Parameters, context: SandboxContext): void {
  const is = (id: FieldName, idValue: string, pass: FieldName, passValue: string) =>
    parameters.get(id) === idValue && parameters.get(pass) === passValue;
  const wrong: ErrInfo[] = [];
  if (required.includes('ShopPass') && !is('ShopID', context.shopId, 'ShopPass', context.shopPass)) wrong.push('E01030002');
  if (required.includes('SitePass') && !is('SiteID', context.siteId, 'SitePass', context.sitePass)) wrong.push('E01210002');
  if (wrong.length > 0) throw new Refusal(...wrong);
}

const refuse = ({ errInfos }: Refusal): Answer => [
  ['ErrCode', errInfos.map(errCodeOf).join('|')],
  ['ErrInfo', errInfos.join('|')],
];

/** `/payment/<call>.idPass` */
export function protocolRoutes(context: SandboxContext): Hono {
  const { faults } = context;
  const routes = new Hono();
  routes.post('/payment/:file', async (c) => {
    const fault = faults.get('idPass');
    if (fault === 'status-500') return c.text('Internal Server Error', 500);
    await pause(delayOf(fault));
    const name = /^(\w+)\.idPass$/.exec(c.req.param('file'))?.[1] ?? '';
    const answer = callProtocol(name, await readParameters(c.req.raw), context);
    return fault === 'silent' ? never() : writeAnswer(answer);
  });
  routes.all('/payment/:file', () => writeAnswer(refuse(new Refusal('E31500014'))));
  return routes;
}
