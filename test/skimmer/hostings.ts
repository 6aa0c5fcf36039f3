/** Where the hosted document comes from. A further hosting is one more entry. */
import type { Order } from './attack.ts';
import type { SkimmerGround } from './ground.ts';

export type HostingName = 'F1' | 'F2';

export interface Hosting {
  readonly what: string;
  /** Address of dist/shoji-card.js. */
  readonly script: (ground: SkimmerGround) => string;
  /** The attribute `hosted-url`; null leaves the default: beside the script. */
  readonly hostedUrl: (ground: SkimmerGround) => string | null;
  /** What a merchant's `frame-src` names. */
  readonly frameSource: (ground: SkimmerGround) => string;
  /** The folder of the shop's own server that has dist/; null where it has none. */
  readonly shopFolder: string | null;
}

export const HOSTINGS: Readonly<Record<HostingName, Hosting>> = {
  F1: {
    what: 'on an origin of its own',
    script: ({ fields }) => `${fields.origin}/shoji-card.js`,
    hostedUrl: () => null,
    frameSource: ({ fields }) => fields.origin,
    shopFolder: null,
  },
  F2: {
    what: 'on the shop’s own origin, opaque by its response header',
    script: ({ shop }) => `${shop.origin}/shoji/shoji-card.js`,
    hostedUrl: () => '/shoji/hosted/index.html',
    frameSource: ({ shop }) => `${shop.origin}/shoji/hosted/`,
    shopFolder: '/shoji',
  },
};

export const HOSTING_NAMES = Object.keys(HOSTINGS) as HostingName[];

/** With a policy of the shop's: what comes after us gets at no frame in the first place. */
export const POLICY_ORDERS: Readonly<Record<HostingName, readonly Order[]>> = { F1: ['before'], F2: ['before'] };
