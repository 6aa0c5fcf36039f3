import { storefrontSuite } from './storefront-suite.ts';

storefrontSuite('webkit');
