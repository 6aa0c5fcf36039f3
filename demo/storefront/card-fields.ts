/** What a page with the card fields is made with. Pure. */
import type { CardFields } from './pages/checkout-page.ts';
import type { StorefrontOptions } from './storefront.ts';

export function cardFieldsOf(options: StorefrontOptions, nonce: string): CardFields & { readonly origin: string } {
  const { fieldsUrl, shopId, environment, challenge = 'redirect', scriptIntegrity, membersIntegrity } = options;
  return {
    shopId,
    environment,
    challenge,
    script: { src: `${fieldsUrl}/shoji-card.js`, nonce, integrity: scriptIntegrity },
    membersScript: { src: `${fieldsUrl}/shoji-members.js`, nonce, integrity: membersIntegrity },
    origin: new URL(fieldsUrl).origin,
  };
}
