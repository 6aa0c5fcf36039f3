/** Where the hosted document comes from. A further hosting is one more entry. */
import type { SkimmerGround } from './ground.ts';

export type HostingName = 'F1';

export interface Hosting {
  readonly what: string;
  /** Address of dist/shoji-card.js. */
  readonly script: (ground: SkimmerGround) => string;
  /** The attribute `hosted-url`; null leaves the default: beside the script. */
  readonly hostedUrl: (ground: SkimmerGround) => string | null;
  /** What a merchant's `frame-src` names. */
  readonly frameSource: (ground: SkimmerGround) => string;
  /** What the shop's own server serves for it; null for any other path. `file` fetches a file of dist/, prepared for the sandbox. */
  readonly serveFromShop: (path: string, file: (path: string) => Promise<Response>) => Promise<Response | null>;
}

export const HOSTINGS: Readonly<Record<HostingName, Hosting>> = {
  F1: {
    what: 'on an origin of its own',
    script: ({ fields }) => `${fields.origin}/shoji-card.js`,
    hostedUrl: () => null,
    frameSource: ({ fields }) => fields.origin,
    serveFromShop: () => Promise.resolve(null),
  },
};

export const HOSTING_NAMES = Object.keys(HOSTINGS) as HostingName[];
