import { challengeSuite } from './challenge-suite.ts';

challengeSuite('chromium');
