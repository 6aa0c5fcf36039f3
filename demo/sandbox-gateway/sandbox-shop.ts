/** What the sandbox knows and the shop uses: no secrets, the sandbox charges nobody. */
export const SANDBOX_SHOP = {
  shopId: 'tshop00000001',
  shopPass: 'shoppass01',
  siteId: 'tsite00000001',
  sitePass: 'sitepass01',
};
