import { appSuite } from './app-suite.ts';
import { developmentSuite } from './development.ts';

appSuite({ app: 'svelte' });
developmentSuite({ app: 'svelte', source: 'src/Checkout.svelte', isRemounted: true });
