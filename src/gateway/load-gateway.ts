/** From the name in the page's `gateway` attribute to an adapter. */
import type { Environment, Gateway } from './gateway.js';
import { GmoTokenV1 } from './gmo-token-v1.js';

export interface GatewayChoice {
  readonly gateway: 'gmo';
  readonly shopId: string;
  readonly environment: Environment;
}

const ADAPTERS: Readonly<Record<GatewayChoice['gateway'], (choice: GatewayChoice) => Gateway>> = {
  gmo: (choice) => new GmoTokenV1(choice),
};

export const loadGateway = (choice: GatewayChoice): Gateway => ADAPTERS[choice.gateway](choice);
