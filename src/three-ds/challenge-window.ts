/** The frame of the dialog: the wrapper document on the fields origin, with the issuer's pages in a frame of its own. */
import { beginChallenge } from '../channel/challenge-page-end.js';
import type { Pristine } from '../pristine.js';

/** From the first byte asked for to the `load` event, as long as the card fields are waited for. */
const LOAD_DEADLINE = 20_000;
/** From `load` to `ready`: the document is complete and its script has run by then. */
const READY_DEADLINE = 3_000;

/**
 * What the wrapper gives its own frame has to be allowed here, too (hosted/show-challenge.ts says what for). No top navigation, no
 * modals, no downloads.
 */
const SANDBOX = 'allow-scripts allow-forms allow-same-origin allow-popups allow-popups-to-escape-sandbox';
const PERMISSIONS = 'publickey-credentials-get *; payment *; otp-credentials *';

export interface ChallengeWindow {
  readonly frame: HTMLIFrameElement;
  rename(title: string): void;
}

export interface ChallengeWindowOptions {
  readonly pristine: Pristine;
  /** Closed, and without a frame yet. */
  readonly root: ShadowRoot;
  readonly box: HTMLElement;
  /** Where the hosted document is. */
  readonly hosted: { readonly href: string; readonly origin: string };
  readonly address: string;
  readonly title: string;
  /** Something loaded, or nothing will. */
  readonly tell: (sign: 'loaded' | 'blocked') => void;
  /** Takes the frame and everything around it away. */
  readonly signal: AbortSignal;
}

export function openChallengeWindow(options: ChallengeWindowOptions): ChallengeWindow {
  const { pristine, root, box, hosted, address, title, tell, signal } = options;
  const frame = pristine.createFrame();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let close: () => void = () => undefined;
  let isLoaded = false;

  const end = () => {
    clearTimeout(timer);
    close();
    pristine.remove(frame);
  };
  const block = () => {
    if (signal.aborted) return;
    end();
    tell('blocked');
  };
  const blockAfter = (deadline: number) => {
    clearTimeout(timer);
    timer = setTimeout(block, deadline);
  };

  pristine.listenForLoad(root, () => {
    const content = pristine.contentWindow(frame);
    if (!content || signal.aborted) return;
    if (isLoaded) {
      block(); // a second document in our frame is not ours
      return;
    }
    isLoaded = true;
    blockAfter(READY_DEADLINE);
    close = beginChallenge(pristine, content, hosted.origin, { type: 'challenge', address, title }, ({ type }) => {
      if (type === 'ready') clearTimeout(timer);
      else if (type === 'blocked') block();
      else tell('loaded');
    });
  });
  // the shop's own policy: its `frame-src` does not name the fields origin
  document.addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective, blockedURI }) => {
      if (/^(?:frame|child|default)-src$/.test(effectiveDirective) && blockedURI.startsWith(hosted.origin)) block();
    },
    { signal },
  );
  signal.addEventListener('abort', end, { once: true });

  const attributes: Readonly<Record<string, string>> = {
    __proto__: null as never,
    title,
    sandbox: SANDBOX,
    allow: PERMISSIONS,
    referrerpolicy: 'strict-origin', // by which the wrapper knows who speaks
    src: new URL('challenge.html', hosted.href).href,
  };
  for (const name in attributes) pristine.setAttribute(frame, name, attributes[name] as string);
  blockAfter(LOAD_DEADLINE);
  pristine.append(box, frame);
  return {
    frame,
    rename: (name) => {
      pristine.setAttribute(frame, 'title', name);
    },
  };
}
