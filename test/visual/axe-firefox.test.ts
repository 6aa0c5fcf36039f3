import { axeSuite } from './axe-suite.ts';

axeSuite('firefox');
