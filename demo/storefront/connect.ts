/** Which client speaks for the shop: the one place where the connection types differ. */
import type { Connection, Gateway, GatewayOptions } from './gateway.ts';
import { LinkPlus } from './link-plus.ts';
import { OpenApiClient } from './openapi-client.ts';
import { ProtocolClient } from './protocol-client.ts';

export interface ConnectOptions extends GatewayOptions {
  readonly connection?: Connection;
  readonly openApiUrl?: string;
}

export function connect(options: ConnectOptions): { gateway: Gateway; linkPlus: LinkPlus } {
  const { connection, openApiUrl } = options;
  const linkPlus = new LinkPlus(options);
  if (connection !== 'openapi') return { gateway: new ProtocolClient({ ...options, tenantName: 'Nanakusa' }), linkPlus };
  if (!openApiUrl) throw new Error('the OpenAPI type has an address of its own');
  return { gateway: new OpenApiClient({ ...options, gatewayUrl: openApiUrl }), linkPlus };
}
