/** The page's end of the channel: speaks first, once; afterwards believes only guarded messages on its port. */
import { pristine } from '../pristine.js';
import { isHostedMessage, type HostedMessage, type InitMessage, type PageMessage } from './protocol.js';

export class PageEnd {
  readonly #port: MessagePort;

  /**
   * Hands `init` and the other end of a fresh port to the hosted document.
   * @param targetOrigin - the fields origin: a document of any other one in that frame never sees the message; `*` for a document on
   *   the page's own origin, which is opaque there and cannot be named
   * @param receive - gets every well-formed message; what is not in the protocol is dropped
   */
  constructor(frame: Window, targetOrigin: string, init: InitMessage, receive: (message: HostedMessage) => void) {
    const channel = pristine.createChannel();
    this.#port = pristine.port1(channel);
    pristine.setOnMessage(this.#port, (event) => {
      // An event made by a script is not trusted; and while a real one is delivered `window.event` leads to the port, so nothing
      // that the page could have replaced runs before that is over.
      if (!event.isTrusted) return;
      const message = pristine.data(event);
      pristine.later(() => {
        if (isHostedMessage(message)) receive(message);
      });
    });
    pristine.postToWindow(frame, init, targetOrigin, pristine.port2(channel));
  }

  send(message: PageMessage): void {
    pristine.postToPort(this.#port, message);
  }

  close(): void {
    pristine.closePort(this.#port);
  }
}
