/**
 * How much of the suite a run is: all of it, or the core that `npm test` has time for. The core has every attack in Chromium, in both orders, with
 * and without the shop's `frame-src`, under the hosting that a shop should have; and in the other engines what they answer in a way of their own.
 */
import type { EngineName } from '../support/session.ts';
import { comesIn, ordersOf, ORDERS, runsIn, type Attack, type Order } from './attack.ts';
import { HOSTING_NAMES, POLICY_ORDERS, type HostingName } from './hostings.ts';

export const IS_CORE = process.env['SKIMMER_SCOPE'] === 'core';

/** The hosted document on an origin of its own is the product; the other one is for those who have no such origin. */
export const HOSTINGS_RUN: readonly HostingName[] = IS_CORE ? ['F1'] : ['F1', 'F2'];

/** Every attack is made on the document of token v2, too; in the core the cheap ones, in one engine. */
export const ATTACKED: readonly HostingName[] = IS_CORE ? ['F1', 'V2'] : HOSTING_NAMES;
const isSmall = (hosting: HostingName): boolean => IS_CORE && hosting === 'V2';

/** In which orders this hosting is attacked in this engine. */
export function ordersRun(engine: EngineName, hosting: HostingName): readonly Order[] {
  if (isSmall(hosting)) return engine === 'chromium' ? ['before'] : [];
  return IS_CORE && engine !== 'chromium' ? ['before'] : ORDERS;
}

export const policyOrdersRun = (engine: EngineName, hosting: HostingName): readonly Order[] =>
  (IS_CORE && engine !== 'chromium') || isSmall(hosting) ? [] : POLICY_ORDERS[hosting];

/** Attacks that only listen cost no page load of their own, and what leads into a closed root is another thing in every engine. */
const isAnsweredApart = ({ alone, differs }: Attack, order: Order): boolean => (alone !== true && alone !== order) || differs === true;

/** Is this attack made in this engine and order at all? */
export const isRun = (attack: Attack, engine: EngineName, order: Order, hosting: HostingName): boolean =>
  (!isSmall(hosting) || (attack.alone === undefined && attack.flow === undefined)) &&
  runsIn(attack, engine) && comesIn(attack, engine, order) && ordersOf(attack).includes(order) && (!IS_CORE || engine === 'chromium' || isAnsweredApart(attack, order));
