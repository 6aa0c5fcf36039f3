import { appSuite } from './app-suite.ts';

appSuite({ app: 'next', isServerRendered: true });
