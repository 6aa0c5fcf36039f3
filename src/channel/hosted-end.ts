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
 * both are told that the frame was tampered with, and neither is obeyed any more.
 */
export function acceptPage(self: Window): Promise<HostedEnd> {
  return new Promise((resolve) => {
    let first: MessagePort | undefined;
    self.addEventListener('message', ({ data, origin, ports: [port], source }) => {
      if (source !== self.parent || !isFromEmbedder(origin, self.document.referrer)) return;
      if (!port || !isInitMessage(data)) return;
      if (first) {
        for (const each of [first, port]) each.postMessage({ type: 'tamper' } satisfies HostedMessage);
        first.onmessage = null;
        return;
      }
      first = port;
      resolve({
        init: data,
        send: (message) => {
          port.postMessage(message);
        },
        receive: (deliver) => {
          port.onmessage = ({ data: message }: MessageEvent) => {
            if (isPageMessage(message)) deliver(message);
          };
        },
      });
    });
  });
}

/** The frame's referrerpolicy makes the referrer the embedder's origin. Where a browser sends none, the source check stands alone. */
function isFromEmbedder(origin: string, referrer: string): boolean {
  return referrer === '' || new URL(referrer).origin === origin;
}
