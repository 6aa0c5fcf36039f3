import { appSuite } from './app-suite.ts';

appSuite({ app: 'plain', path: '/script-tag', isServerRendered: true, hasScript: false });
appSuite({ app: 'plain', path: '/jquery', isServerRendered: true });
appSuite({ app: 'plain', path: '/htmx', isServerRendered: true });
