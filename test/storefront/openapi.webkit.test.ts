import { connectionSuite } from './connection-suite.ts';

connectionSuite('webkit');
