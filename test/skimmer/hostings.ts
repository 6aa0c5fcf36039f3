/** Where the hosted document comes from, and which token script it loads. A further hosting is one more entry. */
import { SANDBOX_SHOP } from '../../demo/serve.ts';
import type { Order } from './attack.ts';
import type { SkimmerGround } from './ground.ts';

export type HostingName = 'F1' | 'F2' | 'V2';

export interface Hosting {
  readonly what: string;
  /** Address of dist/shoji-card.js. */
  readonly script: (ground: SkimmerGround) => string;
  /** The attribute `hosted-url`; null leaves the default: beside the script. */
  readonly hostedUrl: (ground: SkimmerGround) => string | null;
  /** The attributes by which the element knows the shop. */
  readonly shop: (ground: SkimmerGround) => string;
  /** What a merchant's `frame-src` names. */
  readonly frameSource: (ground: SkimmerGround) => string;
  /** The folder of the shop's own server that has dist/; null where it has none. */
  readonly shopFolder: string | null;
}

const ID = () => `shop-id="${SANDBOX_SHOP.shopId}"`;

export const HOSTINGS: Readonly<Record<HostingName, Hosting>> = {
  F1: {
    what: 'on an origin of its own',
    script: ({ fields }) => `${fields.origin}/shoji-card.js`,
    hostedUrl: () => null,
    shop: ID,
    frameSource: ({ fields }) => fields.origin,
    shopFolder: null,
  },
  F2: {
    what: 'on the shop’s own origin, opaque by its response header',
    script: ({ shop }) => `${shop.origin}/shoji/shoji-card.js`,
    hostedUrl: () => '/shoji/hosted/index.html',
    shop: ID,
    frameSource: ({ shop }) => `${shop.origin}/shoji/hosted/`,
    shopFolder: '/shoji',
  },
  V2: {
    what: 'of token v2 on an origin of its own',
    script: ({ fields }) => `${fields.origin}/shoji-card.js`,
    hostedUrl: () => null,
    shop: ({ publicKey }) => `gateway="gmo-v2" api-key="${SANDBOX_SHOP.apiKey}" public-key="${publicKey}"`,
    frameSource: ({ fields }) => fields.origin,
    shopFolder: null,
  },
};

export const HOSTING_NAMES = Object.keys(HOSTINGS) as HostingName[];

/** With a policy of the shop's: what comes after us gets at no frame in the first place. */
export const POLICY_ORDERS: Readonly<Record<HostingName, readonly Order[]>> = { F1: ['before'], F2: ['before'], V2: ['before'] };
