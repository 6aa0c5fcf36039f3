import { appSuite } from './app-suite.ts';
import { developmentSuite } from './development.ts';

appSuite({ app: 'nuxt', isServerRendered: true, mismatch: /Hydration completed but contains mismatches/ });
developmentSuite({ app: 'nuxt', source: 'app/app.vue', mismatch: /Hydration .*mismatch/ });
