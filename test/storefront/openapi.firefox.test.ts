import { connectionSuite } from './connection-suite.ts';

connectionSuite('firefox', 'gmo');
connectionSuite('firefox', 'gmo-v2');
