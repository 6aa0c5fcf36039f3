import { axeSuite } from './axe-suite.ts';

axeSuite('chromium');
