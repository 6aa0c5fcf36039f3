import { type HostedMessage, type InitMessage, type PageMessage } from './protocol.js';
export declare class PageEnd {
    #private;
    /**
     * Hands `init` and the other end of a fresh port to the hosted document.
     * @param targetOrigin - the fields origin: a document of any other one in that frame never sees the message; `*` for a document on
     *   the page's own origin, which is opaque there and cannot be named
     * @param receive - gets every well-formed message; what is not in the protocol is dropped
     */
    constructor(frame: Window, targetOrigin: string, init: InitMessage, receive: (message: HostedMessage) => void);
    send(message: PageMessage): void;
    close(): void;
}
