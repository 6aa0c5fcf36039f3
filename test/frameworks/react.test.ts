import { appSuite } from './app-suite.ts';
import { developmentSuite } from './development.ts';

appSuite({ app: 'react' });
developmentSuite({ app: 'react', source: 'src/Checkout.jsx', strict: { '/': 1, '/?component': 2 } });
