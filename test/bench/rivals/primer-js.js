/** Evaluated only: what it shows comes from Primer's servers. */
import { loadPrimer } from '@primer-io/primer-js';

loadPrimer();
