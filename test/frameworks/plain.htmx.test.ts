import { appSuite } from './app-suite.ts';

appSuite({ app: 'plain', path: '/htmx', isServerRendered: true, keepsCard: true });
