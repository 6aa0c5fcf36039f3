/** A script that the hosted document loads for a page with `gateway="gmo"`. */
import type { CreateGateway } from './gateway/gateway.js';
import { GmoTokenV1 } from './gateway/gmo-token-v1.js';

const create: CreateGateway = (choice) => new GmoTokenV1(choice);

if (document.currentScript) Object.assign(document.currentScript, { given: create });
