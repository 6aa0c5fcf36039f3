import { appSuite } from './app-suite.ts';
import { developmentSuite } from './development.ts';

appSuite({ app: 'next', isServerRendered: true, mismatch: /Minified React error #418/ });
developmentSuite({ app: 'next', source: 'app/Checkout.tsx', strict: { '/': 2 }, mismatch: /Hydration failed/ });
