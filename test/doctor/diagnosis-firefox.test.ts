/** The doctor's findings in Firefox. Needs dist/. */
import { diagnosisSuite } from './diagnosis-suite.ts';

diagnosisSuite('firefox');
