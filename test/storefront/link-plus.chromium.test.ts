import { linkPlusSuite } from './link-plus-suite.ts';

linkPlusSuite('chromium');
