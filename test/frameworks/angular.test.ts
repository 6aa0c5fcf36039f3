import { appSuite } from './app-suite.ts';

appSuite({ app: 'angular' });
