/** A script that the hosted document loads for a page with `gateway="gmo-v2"`. */
import type { CreateGateway } from './gateway/gateway.js';
import { GmoTokenV2 } from './gateway/gmo-token-v2.js';

const create: CreateGateway = (choice) => new GmoTokenV2(choice);

if (document.currentScript) Object.assign(document.currentScript, { given: create });
