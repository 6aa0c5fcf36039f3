import { appSuite } from './app-suite.ts';

appSuite({ app: 'plain', path: '/script-tag', isServerRendered: true, hasScript: false });
