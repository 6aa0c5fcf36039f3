import { connectionSuite } from './connection-suite.ts';

connectionSuite('chromium', 'gmo');
connectionSuite('chromium', 'gmo-v2');
