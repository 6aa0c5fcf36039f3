import { storefrontSuite } from './storefront-suite.ts';

storefrontSuite('webkit', 'with the fields on the shop’s origin', { hosting: 'shop-origin' });
