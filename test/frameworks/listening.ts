/** What listens in a page, and ever did. */
import { inPage } from '../support/leak-search.ts';
import type { Session } from '../support/session.ts';

interface Listening {
  readonly target: EventTarget;
  readonly type: string;
  readonly run: unknown;
  readonly isCapture: boolean;
  isLive: boolean;
}

interface Noted extends Window {
  listening?: Listening[];
  times?: number;
}

function note(): void {
  const listening: Listening[] = [];
  const page = window as Noted;
  page.listening = listening;
  const native = EventTarget.prototype.addEventListener;
  const nativeRemove = EventTarget.prototype.removeEventListener;
  type Options = AddEventListenerOptions | boolean | undefined;
  const isCapture = (options: Options) => (typeof options === 'object' ? (options.capture ?? false) : (options ?? false));
  const find = (target: EventTarget, type: string, run: unknown, capture: boolean) =>
    listening.find((each) => each.isLive && each.target === target && each.type === type && each.run === run && each.isCapture === capture);

  EventTarget.prototype.addEventListener = function (this: EventTarget | undefined, type: string, run: EventListenerOrEventListenerObject | null, options?: Options) {
    const target = this ?? window;
    native.call(target, type, run, options);
    const { signal, once }: AddEventListenerOptions = typeof options === 'object' ? options : {};
    if (!run || signal?.aborted || find(target, type, run, isCapture(options))) return;
    const entry: Listening = { target, type, run, isCapture: isCapture(options), isLive: true };
    listening.push(entry);
    const end = () => {
      entry.isLive = false;
    };
    if (signal) native.call(signal, 'abort', end);
    if (once) native.call(target, type, end, { once: true, capture: entry.isCapture });
  };
  EventTarget.prototype.removeEventListener = function (this: EventTarget | undefined, type: string, run: EventListenerOrEventListenerObject | null, options?: EventListenerOptions | boolean) {
    const target = this ?? window;
    nativeRemove.call(target, type, run, options);
    const entry = find(target, type, run, isCapture(options));
    if (entry) entry.isLive = false;
  };
  native.call(window, 'shoji-ready', () => {
    page.times ??= listening.filter(({ target, type }) => type === 'shoji-token' && target instanceof HTMLElement).length;
  }, true);
}

/** Runs before any script of the page. */
export const noteListeners: string = inPage(note);

/** What listens on the window, the document and the elements of the page itself, in order of its name. */
export const listeners = (session: Session): Promise<string[]> =>
  session.run(`listening
    .filter(({ target, isLive }) => isLive && (target === window || (target instanceof Node && target.isConnected && target.getRootNode() === document)))
    .map(({ target, type }) => (target.nodeName ?? 'window') + ' ' + type)
    .sort()`);

/** What the app still listens to on cards that are no longer in the page. */
export const forgotten = (session: Session): Promise<string[]> =>
  session.run(`listening
    .filter(({ target, type, isLive }) => isLive && /^shoji-/.test(type) && target instanceof Node && !target.isConnected)
    .map(({ type }) => type)`);

/** How often `shoji-token` had been listened to on a card when the first was ready. */
export const timesListened = (session: Session): Promise<number> => session.run('window.times ?? 0');
