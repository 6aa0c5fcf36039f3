import { tokenV2Suite } from './token-v2-suite.ts';

tokenV2Suite('firefox', 'with the fields on the shop’s own origin, opaque', { hosting: 'shop-origin' });
