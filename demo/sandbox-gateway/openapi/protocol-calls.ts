/**
 * The OpenAPI type does its work with the calls of the protocol type, in the name of the shop and its site: one store, one set of
 * rules, and either sees what the other did.
 */
import type { ErrInfo } from '../error-codes.ts';
import { Parameters } from '../protocol-body.ts';
import { callProtocol } from '../protocol.ts';
import type { SandboxContext } from '../sandbox-context.ts';
import { problemOf } from './problems.ts';

export type Values = Readonly<Record<string, string | undefined>>;

/** One call, or the problem that its first error is. */
export function call(name: string, values: Values, context: SandboxContext): Readonly<Record<string, string>> {
  const { shopId, shopPass, siteId, sitePass } = context;
  const all: Values = { ShopID: shopId, ShopPass: shopPass, SiteID: siteId, SitePass: sitePass, ...values };
  const given = Object.entries(all).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const answer: Record<string, string> = Object.fromEntries(callProtocol(name, new Parameters(new Map(given)), context));
  const [errInfo] = (answer['ErrInfo'] ?? '').split('|');
  if (errInfo) throw problemOf(errInfo as ErrInfo);
  return answer;
}
