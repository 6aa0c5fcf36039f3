import { appSuite } from './app-suite.ts';

appSuite({ app: 'plain', path: '/jquery', isServerRendered: true });
