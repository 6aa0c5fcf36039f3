import { membersSuite } from './members-suite.ts';

membersSuite('chromium');
