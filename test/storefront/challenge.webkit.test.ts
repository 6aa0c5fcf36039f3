import { challengeSuite } from './challenge-suite.ts';

challengeSuite('webkit');
