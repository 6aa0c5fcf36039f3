/** Our own field code in a frame; which of the fields, says the address. For a frame for all of them, and for one for each. */
import type { FieldName } from '../../../src/card/verification.ts';
import { startFields } from './fields.ts';

void startFields(location.search.slice(1).split(',') as FieldName[]).then(() => {
  parent.postMessage('ready', '*');
});
