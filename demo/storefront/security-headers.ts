/** The headers of every page: what a merchant is advised to send, as strict as the shop's few needs allow. */

/** What the pages of a shop differ in. */
export interface PolicyOptions {
  /** The checkout page alone runs a script and holds a frame. */
  readonly checkout?: { readonly nonce: string; readonly fieldsOrigin: string };
  /** The page that a challenge in a dialog ends on: it stands in a frame of the fields origin, and runs one script. */
  readonly returning?: { readonly nonce: string; readonly fieldsOrigin: string };
  /**
   * Where the form's 303 leads: browsers hold the redirect of a form to `form-action` as well (CSP3, "form-action Pre-
   * Navigation Check").
   */
  readonly formTargets: readonly string[];
  /** Scripts of a nonce load what they need, and nothing else is let in; and forms lead to the shop alone. */
  readonly isStrict?: boolean;
}

export function contentSecurityPolicy({ checkout, returning, formTargets, isStrict = false }: PolicyOptions): string {
  const nonce = (checkout ?? returning)?.nonce;
  return [
    "default-src 'none'",
    `script-src ${nonce ? `'nonce-${nonce}'${isStrict ? " 'strict-dynamic'" : ''}` : "'none'"}`,
    "style-src 'self'",
    `frame-src ${checkout ? checkout.fieldsOrigin : "'none'"}`,
    ...(checkout ? ["connect-src 'self'"] : []),
    "img-src 'self' data:",
    "font-src 'self'",
    `form-action ${["'self'", ...(isStrict ? [] : formTargets)].join(' ')}`,
    "base-uri 'none'",
    `frame-ancestors ${["'self'", ...(returning ? [returning.fieldsOrigin] : [])].join(' ')}`,
    "object-src 'none'",
    // No page makes markup or code from text, and neither does the element: no policy may even be made.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

export const securityHeaders = (secure: boolean, isIsolated = false): Readonly<Record<string, string>> => ({
  'X-Content-Type-Options': 'nosniff',
  // Not `no-referrer`: with that, a browser sends `Origin: null` with the shop's own forms.
  'Referrer-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Cross-origin isolation. The README advises `credentialless`, because under `require-corp` Safari stops the real gateway's
  // script, which says nothing of who may load it. The sandbox's does, so the demo sends the harder one: what holds here holds there.
  ...(isIsolated && { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' }),
  ...(secure && { 'Strict-Transport-Security': 'max-age=63072000' }),
});
