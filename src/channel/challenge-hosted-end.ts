/** The wrapper's end: takes one well-formed message from its parent, then speaks over that port only. */
import { isChallengeInit, type ChallengeInit, type ChallengeMessage } from './challenge-protocol.js';
import { isFromEmbedder } from './hosted-end.js';

export interface ChallengeEnd {
  readonly init: ChallengeInit;
  send(message: ChallengeMessage): void;
}

/** Whoever frames the wrapper may speak, once: that it is no stranger is the business of `frame-ancestors`. */
export function acceptChallenge(self: Window): Promise<ChallengeEnd> {
  return new Promise((resolve) => {
    const listeners = new AbortController();
    self.addEventListener(
      'message',
      ({ data, origin, ports: [port], source }) => {
        if (source !== self.parent || !isFromEmbedder(origin, self.document.referrer)) return;
        if (!port || !isChallengeInit(data)) return;
        listeners.abort();
        resolve({
          init: data,
          send: (message) => {
            port.postMessage(message);
          },
        });
      },
      { signal: listeners.signal },
    );
  });
}
