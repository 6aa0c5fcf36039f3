import { gatewayFieldsSuite } from './gateway-fields-suite.ts';

gatewayFieldsSuite('firefox');
