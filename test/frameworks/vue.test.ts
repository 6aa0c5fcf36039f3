import { appSuite } from './app-suite.ts';
import { hotReloads } from './hot-reload.ts';

appSuite({ app: 'vue' });
hotReloads('vue', 'src/Checkout.vue');
