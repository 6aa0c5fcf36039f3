import { storefrontSuite } from './storefront-suite.ts';

storefrontSuite('firefox', 'with the fields on the shop’s origin', { hosting: 'shop-origin' });
