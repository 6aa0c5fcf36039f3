import { tokenV2Suite } from './token-v2-suite.ts';

tokenV2Suite('chromium', 'under the strictest policy, isolated, with the fields on an origin of their own', { isStrict: true, isIsolated: true });
tokenV2Suite('chromium', 'with the fields on the shop’s own origin, opaque', { hosting: 'shop-origin' });
