import { storefrontSuite } from './storefront-suite.ts';

storefrontSuite('firefox', 'under the strictest policy, isolated, with the fields on an origin of their own', { isStrict: true, isIsolated: true });
