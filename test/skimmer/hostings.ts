/** Where the hosted document comes from. A further hosting is one more entry. */
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
  F2: {
    what: 'on the shop’s own origin, opaque by its response header',
    script: ({ shop }) => `${shop.origin}/shoji/shoji-card.js`,
    hostedUrl: () => '/shoji/hosted/index.html',
    frameSource: ({ shop }) => `${shop.origin}/shoji/hosted/`,
    async serveFromShop(path, file) {
      if (!path.startsWith('/shoji/')) return null;
      const answer = await file(path.slice('/shoji'.length));
      if (!path.endsWith('/hosted/index.html')) return answer;
      const headers = new Headers(answer.headers);
      headers.append('content-security-policy', 'sandbox allow-scripts allow-forms');
      return new Response(answer.body, { headers });
    },
  },
};

export const HOSTING_NAMES = Object.keys(HOSTINGS) as HostingName[];
