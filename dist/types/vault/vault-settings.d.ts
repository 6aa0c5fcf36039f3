/** From what the merchant wrote in HTML to what the vault opens with, or the code that says which attribute is wrong. */
import { type InitMessage } from '../channel/protocol.js';
import type { ErrorCode } from '../errors.js';
import { type HostedAddress } from './hosted-address.js';
/** What the fields show and how they look: some of it is loaded while the document is. */
export type Appearance = Pick<InitMessage, 'language' | 'words' | 'style' | 'fonts' | 'disabled'>;
export interface VaultSettings {
    readonly address: HostedAddress;
    /** Short accessible name of the frame. */
    readonly title: string;
    readonly init: Omit<InitMessage, 'type' | 'version' | keyof Appearance>;
}
/** What the merchant wrote, unchecked, and what the element shows. */
export interface RawSettings {
    /** As those of any form control: not for the vault. */
    readonly name: unknown;
    readonly disabled: unknown;
    readonly gateway: string;
    readonly environment: string;
    readonly provider: string;
    readonly shopId: string;
    readonly apiKey: string;
    readonly publicKey: string;
    readonly fieldsBy: string;
    readonly sendFingerprint: boolean;
    readonly fields: readonly string[];
    readonly brands: readonly string[];
    readonly tokenCount: number;
    readonly challenge: string;
    /** The shopper has to agree to what 3-D Secure passes on. */
    readonly consent: boolean;
    /** Is the card to be saved; anything but `ask` and `always` means that it is not. */
    readonly save: string;
    /** `hosted-url` and the page's address as they stood at first connect. */
    readonly hostedUrl: string;
    readonly page: string;
    readonly title: string;
}
/** @returns null when it is a number of tokens that the gateway issues */
export declare const checkTokenCount: (count: number) => ErrorCode | null;
/** @returns settings without a prototype, frozen: what somebody adds to Object.prototype is not read as one */
export declare function readSettings({ name: _name, disabled: _disabled, consent: _consent, save: _save, tokenCount, challenge, hostedUrl, page, title, ...init }: RawSettings): VaultSettings | ErrorCode;
