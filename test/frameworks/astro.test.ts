import { appSuite } from './app-suite.ts';

appSuite({ app: 'astro', isServerRendered: true, keepsCard: true });
