/** The doctor's findings in Chromium. Needs dist/. */
import { diagnosisSuite } from './diagnosis-suite.ts';

diagnosisSuite('chromium');
