// WebKit knows no credentialless embedding: in an isolated page it shows no frame that loads GMO's script
import { storefrontSuite } from './storefront-suite.ts';

storefrontSuite('webkit', 'under the strictest policy, with the fields on an origin of their own', { isStrict: true });
