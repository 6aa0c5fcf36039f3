import { type HostedMessage, type InitMessage, type PageMessage } from './protocol.js';
export declare class PageEnd {
    #private;
    /**
     * Hands `init` and the other end of a fresh port to the hosted document.
     * @param origin - the fields origin; a document of any other origin in that frame never sees the message
     * @param receive - gets every well-formed message; what is not in the protocol is dropped
     */
    constructor(frame: Window, origin: string, init: InitMessage, receive: (message: HostedMessage) => void);
    send(message: PageMessage): void;
    close(): void;
}
