/** From what the merchant wrote in HTML to what the vault opens with, or the error that says which attribute is wrong. */
import { type InitMessage } from '../channel/protocol.js';
import { ShojiError } from '../errors.js';
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
    readonly hostedUrl: string | null;
    /** Address of the page, which a relative hosted-url starts from. */
    readonly page: string;
    readonly title: string;
    readonly height: number;
    readonly shown: Pick<InitMessage, 'language' | 'words' | 'style' | 'disabled'>;
}
export declare function readSettings({ gateway, environment, shopId, fields, hostedUrl, page, title, height, shown }: RawSettings): ShojiError | Readonly<VaultSettings>;
