import { appSuite } from './app-suite.ts';

appSuite({ app: 'svelte' });
