/** From what the merchant wrote in HTML to what the vault opens with, or the error that says which attribute is wrong. */
import { isBrandList, isFieldList, isShopId, type InitMessage } from '../channel/protocol.js';
import { ShojiError } from '../errors.js';
import { hostedAddress } from './hosted-address.js';

export interface VaultSettings {
  /** Address of the hosted document. Its origin is the only one that ever gets `init`. */
  readonly address: URL;
  /** Short accessible name of the frame. */
  readonly title: string;
  /** Reserved until the document says better, CSS pixels. */
  readonly height: number;
  readonly init: Omit<InitMessage, 'type' | 'version'>;
}

/** Attribute values as they stand. */
export interface RawSettings {
  readonly gateway: string;
  readonly environment: string;
  readonly shopId: string;
  readonly fields: readonly string[];
  readonly brands: readonly string[];
  readonly hostedUrl: string | null;
  /** Address of the page, which a relative hosted-url starts from. */
  readonly page: string;
  readonly title: string;
  readonly height: number;
  readonly shown: Pick<InitMessage, 'language' | 'words' | 'style' | 'disabled'>;
}

export function readSettings(raw: RawSettings) {
  const { gateway, environment, shopId, fields, brands, hostedUrl, page, title, height, shown } = raw;
  if (gateway !== 'gmo') return new ShojiError('gateway-unsupported');
  if (environment !== 'live' && environment !== 'test') return new ShojiError('environment-unknown');
  if (!isShopId(shopId)) return new ShojiError('shop-id-missing');
  if (!isFieldList(fields)) return new ShojiError('fields-unknown');
  if (!isBrandList(brands)) return new ShojiError('brands-unknown');
  const address = hostedAddress(hostedUrl, page);
  if (address instanceof ShojiError) return address;
  // no prototype, frozen: what somebody adds to Object.prototype is not read as a setting
  const init = Object.freeze({ __proto__: null, gateway, environment, shopId, fields, brands, ...shown } as VaultSettings['init']);
  return Object.freeze({ __proto__: null, address, title, height, init } as VaultSettings);
}
