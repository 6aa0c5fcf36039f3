import { storefrontSuite } from './storefront-suite.ts';

storefrontSuite('chromium', 'with the fields on the shop’s origin', { hosting: 'shop-origin' });
