import { appSuite } from './app-suite.ts';
import { hotReloads } from './hot-reload.ts';

appSuite({ app: 'react' });
hotReloads('react', 'src/Checkout.jsx');
