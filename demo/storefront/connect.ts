/** Which client speaks for the shop. */
import type { CallbackType } from './attempts.ts';
import { type Connection, CONNECTIONS, type Gateway, type GatewayOptions } from './gateway.ts';
import { LinkPlus } from './link-plus.ts';
import { OpenApiClient } from './openapi-client.ts';
import { ProtocolClient } from './protocol-client.ts';

export interface ConnectOptions extends GatewayOptions {
  readonly connection?: Connection;
  readonly openApiUrl?: string;
  readonly callbackType?: CallbackType;
  readonly acceptsAttempts?: boolean;
}

/** The environment variable SHOP_CONNECTION. */
export function readConnection({ SHOP_CONNECTION: value }: Readonly<Record<string, string | undefined>>): Connection {
  const connection = CONNECTIONS.find((each) => each === (value || 'protocol'));
  if (!connection) throw new Error(`SHOP_CONNECTION is none of ${CONNECTIONS.join(', ')}: ${String(value)}`);
  return connection;
}

export function connect(options: ConnectOptions): { gateway: Gateway; linkPlus: LinkPlus } {
  const { connection, openApiUrl, callbackType, acceptsAttempts = true } = options;
  const linkPlus = new LinkPlus(options);
  if (connection !== 'openapi') return { gateway: new ProtocolClient({ ...options, tenantName: 'Nanakusa' }), linkPlus };
  if (!openApiUrl) throw new Error('the OpenAPI type has an address of its own: GMO_OPENAPI_URL');
  if (callbackType === '2') throw new Error('the detailed flow of 3-D Secure (CallbackType 2) is the protocol type’s');
  return { gateway: new OpenApiClient({ ...options, acceptsAttempts, gatewayUrl: openApiUrl }), linkPlus };
}
