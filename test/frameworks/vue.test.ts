import { appSuite } from './app-suite.ts';
import { developmentSuite } from './development.ts';

appSuite({ app: 'vue' });
developmentSuite({ app: 'vue', source: 'src/Checkout.vue' });
