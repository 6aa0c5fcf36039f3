/** What the sandbox knows and the shop uses: no secrets, the sandbox charges nobody. */
export const SANDBOX_SHOP = {
  shopId: 'tshop00000001',
  shopPass: 'shoppass01',
  siteId: 'tsite00000001',
  sitePass: 'sitepass01',
  /** For version 2 of the token script; the public key that belongs to it is made at each start: `sandbox.publicKey`. */
  apiKey: 'sandbox-api-key-of-the-demo-shop',
};
