import { skimmerSuite } from './skimmer-suite.ts';

skimmerSuite('webkit');
