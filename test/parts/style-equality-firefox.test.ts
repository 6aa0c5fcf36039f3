import { styleEqualitySuite } from './style-equality-suite.ts';

styleEqualitySuite('firefox');
