import { challengeSuite } from './challenge-suite.ts';

challengeSuite('firefox');
