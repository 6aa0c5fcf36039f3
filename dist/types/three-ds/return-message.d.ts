export interface ReturnMessage {
    readonly shoji: 'returned';
    /** As the return page found it in its own address, where GMO calls it with GET (CallbackType 3). */
    readonly accessId: string | null;
}
/**
 * @param event - a message at the shop's window
 * @param origin - the shop's: the return page is one of its pages
 * @param wrapper - the window of the dialog's frame. The attempt has no name on its way to the issuer and back, because GMO calls
 *   the return URL as it was registered: that the message comes out of this very frame is what binds it
 * @returns null for every other message
 */
export declare function readReturn({ isTrusted, origin: from, source, data }: MessageEvent<unknown>, origin: string, wrapper: Window | null): {
    accessId: string | null;
} | null;
