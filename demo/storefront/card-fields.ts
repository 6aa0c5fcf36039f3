/** What a page with the card fields is made with. Pure. */
import type { CardFields } from './pages/checkout-page.ts';
import type { StorefrontOptions } from './storefront.ts';

export function cardFieldsOf(options: StorefrontOptions, nonce: string): CardFields & { readonly origin: string } {
  const { fieldsUrl, environment, challenge = 'redirect', scriptIntegrity, membersIntegrity } = options;
  return {
    gateway: gatewayOf(options),
    environment,
    challenge,
    script: { src: `${fieldsUrl}/shoji-card.js`, nonce, integrity: scriptIntegrity },
    membersScript: { src: `${fieldsUrl}/shoji-members.js`, nonce, integrity: membersIntegrity },
    origin: new URL(fieldsUrl).origin,
  };
}

/** The attributes by which the element knows the shop. */
function gatewayOf({ gateway = 'gmo', fieldsBy, shopId, apiKey = '', publicKey = '' }: StorefrontOptions): CardFields['gateway'] {
  if (gateway === 'gmo') return { 'shop-id': shopId };
  return { gateway, 'api-key': apiKey, 'public-key': publicKey, ...(fieldsBy && { 'fields-by': fieldsBy }) };
}
