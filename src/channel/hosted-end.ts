/** The hosted document's end of the channel: takes one well-formed `init` from its parent, then speaks over that port only. */
import { isInitMessage, isPageMessage, type HostedMessage, type InitMessage, type PageMessage } from './protocol.js';

export interface HostedEnd {
  readonly init: InitMessage;
  send(message: HostedMessage): void;
  /** From here on messages are delivered; a message that is not in the protocol is dropped. */
  receive(listener: (message: PageMessage) => void): void;
}

/**
 * Waits for the page's first message. Whoever frames the document may speak: that it cannot be a stranger is the business of
 * `frame-ancestors`; what it learns is nothing about the card. A second `init` means that somebody else spoke first, or speaks now:
 * both are told that the frame was tampered with, neither is obeyed or told anything any more, and the fields are emptied and shut.
 */
export function acceptPage(self: Window): Promise<HostedEnd> {
  return new Promise((resolve) => {
    let first: MessagePort | undefined;
    let shut: () => void = () => undefined;
    self.addEventListener('message', ({ data, origin, ports: [port], source }) => {
      if (source !== self.parent || !isFromEmbedder(origin, self.document.referrer)) return;
      if (!port || !isInitMessage(data)) return;
      if (first) {
        for (const each of [first, port]) each.postMessage({ type: 'tamper' } satisfies HostedMessage);
        shut();
        return;
      }
      first = port;
      let isShut = false;
      let deliver: (message: PageMessage) => void = () => undefined;
      shut = () => {
        isShut = true;
        deliver({ type: 'clear' });
        deliver({ type: 'disabled', disabled: true });
      };
      resolve({
        init: data,
        send: (message) => {
          if (!isShut) port.postMessage(message);
        },
        receive: (listener) => {
          deliver = listener;
          port.onmessage = ({ data: message }: MessageEvent) => {
            if (!isShut && isPageMessage(message)) deliver(message);
          };
        },
      });
    });
  });
}

/** The frame's referrerpolicy makes the referrer the embedder's origin. Where a browser sends none, the source check stands alone. */
export function isFromEmbedder(origin: string, referrer: string): boolean {
  return referrer === '' || new URL(referrer).origin === origin;
}
