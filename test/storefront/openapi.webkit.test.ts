import { connectionSuite } from './connection-suite.ts';

connectionSuite('webkit', 'gmo');
connectionSuite('webkit', 'gmo-v2');
