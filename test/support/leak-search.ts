/**
 * The search that every end-to-end test ends with: did any card digit reach the page? `record()` listens where a script of
 * the shop could listen, `pageTexts()` reads what such a script could read, `searchFor()` looks for the card in it.
 */
import type { Session } from './session.ts';

export interface Secrets {
  /** Digits only. */
  readonly pan: string;
  /** Choose one that stands nowhere else, for example 737. */
  readonly cvc: string;
  /** MM/YY, one that stands nowhere else, for example 11/38. */
  readonly expiry: string;
}

export interface Finding {
  readonly secret: keyof Secrets;
  /** In which form, for example "reversed". */
  readonly form: string;
  /** The key of the text. */
  readonly where: string;
  readonly excerpt: string;
}

interface Recorded extends Window {
  __recorded?: string[];
  __roots?: ShadowRoot[];
}

/** Runs in the page. Nothing from outside may be used in it: only its text gets there. */
function recorder(): void {
  const page = window as unknown as Recorded;
  if (page.__recorded) return;
  const KEY = '__recorded';
  const storage = window.sessionStorage;
  const recorded = JSON.parse(storage.getItem(KEY) ?? '[]') as string[];
  const roots: ShadowRoot[] = [];
  Object.defineProperties(page, { __recorded: { value: recorded }, __roots: { value: roots } });
  // What a submission records must outlive the document that submits: the next one of this origin reads it again.
  const getItem = storage.getItem.bind(storage);
  const setItem = storage.setItem.bind(storage);
  addEventListener('pagehide', () => {
    setItem(KEY, JSON.stringify(recorded));
  });
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    const since = JSON.parse(getItem(KEY) ?? '[]') as string[];
    recorded.push(...since.filter((entry) => !recorded.includes(entry)));
  });

  const say = (channel: string, text: string) => {
    recorded.push(`${channel}: ${text}`);
  };

  // A leak of one digit at a time makes a number only when the digits are put together again.
  let typed: Record<string, number> = {};
  let lastTarget: unknown;
  const type = (channel: string, character: string) => {
    const index = (typed[channel] ??= recorded.push(`${channel}, one by one: `) - 1);
    recorded[index] = `${recorded[index] ?? ''}${character}`;
  };

  /** Everything a script could read out of a value. */
  const textOf = (value: unknown, channel: string, depth = 0): string => {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') {
      if (String(value).length === 1) type(channel, String(value));
      return String(value);
    }
    if (value === null || typeof value !== 'object' || depth > 5) return '';
    const inner = (items: Iterable<unknown>) => Array.from(items, (item) => textOf(item, channel, depth + 1)).join(' ');
    if (value instanceof FormData || value instanceof URLSearchParams || value instanceof Map || value instanceof Headers) {
      return Array.from(value as Iterable<[unknown, unknown]>, (pair) => inner(pair)).join('; ');
    }
    if (Array.isArray(value) || value instanceof Set) return inner(value as Iterable<unknown>);
    if (value instanceof Blob) {
      void value.text().then((text) => {
        say(`${channel}, later`, text);
      });
      return '';
    }
    if (value instanceof Request) {
      const { url, headers } = value;
      void value
        .clone()
        .text()
        .then((text) => {
          say(`${channel}, later`, text);
        });
      return `${url} ${inner([headers])}`;
    }
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return new TextDecoder().decode(value);
    if (value instanceof Error) return `${value.message} ${value.stack ?? ''} ${inner(Object.values(value))}`;
    if (value instanceof Event) return fieldsOf(value, channel);
    if (value instanceof Element) return value.outerHTML;
    if (value instanceof Node) return value.textContent ?? '';
    if (value instanceof Window || value instanceof EventTarget) return '';
    return Object.entries(value)
      .map(([name, item]) => `${name}=${textOf(item, channel, depth + 1)}`)
      .join(' ');
  };

  /** An event's own fields and those of its classes. Numbers of the platform's classes are left out: places and times. */
  const fieldsOf = (event: Event, channel: string): string => {
    const parts: string[] = [];
    for (let owner: object = event; owner !== Object.prototype; owner = Object.getPrototypeOf(owner) as object) {
      for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
        if (/^[A-Z_]+$|^constructor$|^isTrusted$/.test(name) || typeof descriptor.value === 'function') continue;
        const native = descriptor.get !== undefined && Function.prototype.toString.call(descriptor.get).includes('[native code]');
        let value: unknown;
        try {
          value = (event as unknown as Record<string, unknown>)[name];
        } catch {
          continue;
        }
        if (typeof value === 'function' || typeof value === 'boolean' || (native && typeof value === 'number')) continue;
        if (value instanceof EventTarget || value === null || value === undefined) continue;
        if (value instanceof DataTransfer) value = value.getData('text');
        parts.push(`${name}=${textOf(value, `${channel} ${name}`, 1)}`);
      }
    }
    const target = event.composedPath()[0];
    if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) parts.push(`target.value=${target.value}`);
    return parts.join(' ');
  };

  const heard = new WeakSet<Event>();
  const hear = (event: Event) => {
    if (heard.has(event)) return;
    heard.add(event);
    const target = event.composedPath()[0];
    const leavesField = event instanceof KeyboardEvent && /^(Tab|Enter)$/.test(event.key);
    if (leavesField || (event instanceof UIEvent && target !== lastTarget)) typed = {};
    if (event instanceof UIEvent) lastTarget = target;
    say(`event ${event.type}`, fieldsOf(event, `event ${event.type}`));
  };

  // Listening is done with the functions as they are now, before anything is patched.
  const listen = EventTarget.prototype.addEventListener;
  const types = new Set(['DOMContentLoaded', 'focusin', 'focusout', 'textInput']);
  for (const stage of ['start', 'update', 'end']) types.add(`composition${stage}`);
  for (const owner of [window, document, HTMLElement.prototype, HTMLBodyElement.prototype]) {
    for (const name in owner) if (name.startsWith('on')) types.add(name.slice(2));
  }
  for (const name of types) listen.call(window, name, hear, true);

  /** Reports the arguments of a function, then calls it. */
  const watch = (label: string, owner: object, names: string) => {
    for (const name of names.split(' ')) {
      const real = (owner as Record<string, unknown>)[name];
      if (typeof real !== 'function') continue;
      const watched = function (this: unknown, ...given: unknown[]): unknown {
        say(`${label}.${name}`, textOf(given, `${label}.${name}`));
        return Reflect.apply(real, this, given);
      };
      try {
        Object.defineProperty(owner, name, { value: watched, configurable: true, writable: true, enumerable: true });
      } catch {
        // not redefinable in this engine
      }
    }
  };
  watch('console', console, 'log info warn error debug trace table dir dirxml group groupCollapsed assert timeStamp');
  // Windows of other origins cannot be patched, but neither can they be told anything that this page does not have.
  watch('window', window, 'postMessage fetch open');
  watch('XMLHttpRequest', XMLHttpRequest.prototype, 'open setRequestHeader send');
  watch('navigator', Navigator.prototype, 'sendBeacon');
  watch('history', History.prototype, 'pushState replaceState');
  watch('Storage', Storage.prototype, 'setItem');
  watch('WebSocket', WebSocket.prototype, 'send');
  watch('IDBObjectStore', IDBObjectStore.prototype, 'put add');
  watch('ElementInternals', ElementInternals.prototype, 'setFormValue setValidity');
  watch('CustomStateSet', CustomStateSet.prototype, 'add');

  const hearMessages = new WeakSet<EventTarget>();
  const hearMessagesOf = (target: EventTarget) => {
    if (target instanceof Node || target instanceof Window || hearMessages.has(target)) return;
    hearMessages.add(target);
    const name = target.constructor.name;
    listen.call(target, 'message', (event) => {
      say(`${name} message`, textOf((event as MessageEvent<unknown>).data, `${name} message`));
    });
  };
  for (const { name, prototype: owner } of [MessagePort, BroadcastChannel, Worker, WebSocket, EventSource]) {
    watch(name, owner, 'postMessage');
    const descriptor = Object.getOwnPropertyDescriptor(owner, 'onmessage');
    if (!descriptor?.set) continue;
    const { set } = descriptor;
    Object.defineProperty(owner, 'onmessage', {
      ...descriptor,
      set(this: EventTarget, handler: unknown) {
        hearMessagesOf(this);
        set.call(this, handler);
      },
    });
  }
  EventTarget.prototype.addEventListener = function (this: EventTarget | undefined, ...given: Parameters<typeof listen>) {
    const target = this ?? window;
    if (given[0] === 'message') hearMessagesOf(target);
    else if (target === window && !types.has(given[0])) {
      types.add(given[0]);
      listen.call(window, given[0], hear, true);
    }
    listen.apply(target, given);
  };
  // Events that scripts send are heard here: those that do not bubble, and those of nodes outside the document.
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (this: EventTarget | undefined, event) {
    hear(event);
    return dispatch.call(this ?? window, event);
  };

  const cookie = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie');
  if (cookie?.set) {
    const { set } = cookie;
    Object.defineProperty(Document.prototype, 'cookie', {
      ...cookie,
      set(this: Document, value: string) {
        say('cookie', value);
        set.call(this, value);
      },
    });
  }

  // What stood in the document for a moment only.
  new MutationObserver((records) => {
    for (const { type: kind, target, attributeName, addedNodes } of records) {
      const name = attributeName ?? '';
      if (kind === 'attributes') say(`attribute ${name}`, (target as Element).getAttribute(name) ?? '');
      else if (kind === 'characterData') say('text', target.textContent ?? '');
      else for (const node of addedNodes) say('added', node instanceof Element ? node.outerHTML : (node.textContent ?? ''));
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

  // A hostile script that comes first keeps the closed shadow roots, so they count as readable.
  const attachShadow = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    roots.push(root);
    return root;
  };
}

/** Runs in the page, like `recorder`. */
function reader(): Record<string, string> {
  const page = window as unknown as Recorded;
  const roots: ParentNode[] = [document, ...(page.__roots ?? [])];
  const collect = (node: ParentNode) => {
    for (const { shadowRoot } of node.querySelectorAll('*')) {
      if (!shadowRoot) continue;
      if (!roots.includes(shadowRoot)) roots.push(shadowRoot);
      collect(shadowRoot);
    }
  };
  collect(document);
  const holders = 'input, textarea, select, output, button, data';
  const fields = roots.flatMap((root) => [...root.querySelectorAll<HTMLInputElement>(holders)]);
  const all = (storage: Storage) =>
    Object.entries(storage)
      .filter(([name]) => name !== '__recorded')
      .map((pair) => pair.join('='))
      .join('\n');
  const attempt = (read: () => string | undefined) => {
    try {
      return read() ?? '';
    } catch (error) {
      return String(error);
    }
  };
  return {
    html: document.documentElement.outerHTML,
    shadowRoots: roots.slice(1).map((root) => (root as ShadowRoot).innerHTML).join('\n'),
    values: fields.map((field) => field.value).join('\n'),
    localStorage: attempt(() => all(localStorage)),
    sessionStorage: attempt(() => all(sessionStorage)),
    cookies: attempt(() => document.cookie),
    historyState: attempt(() => JSON.stringify(history.state)),
    location: location.href,
    referrer: document.referrer,
    title: document.title,
    windowName: window.name,
    selection: attempt(() => getSelection()?.toString()),
    requests: performance.getEntries().map((entry) => entry.name).join('\n'),
    recorded: (page.__recorded ?? []).join('\n'),
  };
}

// tsx compiles with esbuild's keepNames, whose helper does not travel with a function's text.
export const inPage = (body: () => unknown) => `(() => { const __name = (named) => named; return (${body.toString()})(); })()`;

/** For the shop's page, before any other script. It may be run again: the second time does nothing. */
export const pageRecorder: string = inPage(recorder);

const prepared = new WeakSet<Session>();

/**
 * Call it before the first `goto()`, and in WebKit after every arrival on a page: WebKitWebDriver runs no script before those of
 * the page, so that what happens during loading, and functions that the page has put aside by then, are not recorded there.
 */
export async function record(session: Session): Promise<void> {
  if (session.engine !== 'webkit' && !prepared.has(session)) {
    prepared.add(session);
    await session.onNewDocument(pageRecorder);
  }
  if (/^https?:/.test(await session.url())) await session.run(pageRecorder);
}

/** Everything that a script of the page could read, by where it stands. */
export const pageTexts = async (session: Session): Promise<Record<string, string>> => ({
  ...(await session.run<Record<string, string>>(inPage(reader))),
  console: session.consoleText().join('\n'),
});

/** The text as it is, and as it is once percent-encoding, HTML's and JSON's escapes are undone. */
function readingsOf(text: string): Set<string> {
  const code = (digits: string, radix: number) => {
    const point = Number.parseInt(digits, radix);
    return point <= 0x10ffff ? String.fromCodePoint(point) : '';
  };
  const decode = (encoded: string) =>
    encoded
      .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => code(hex, 16))
      .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => code(hex, 16))
      .replace(/&#x([0-9a-f]+);/gi, (_, hex: string) => code(hex, 16))
      .replace(/&#([0-9]+);/g, (_, decimal: string) => code(decimal, 10))
      .normalize('NFKC'); // full-width digits
  const once = decode(text);
  return new Set([text, once, decode(once)]);
}

/** The base64 of the bytes within a longer text, whatever stands before and after: at the three places it can begin. */
const base64Of = (text: string): string[] =>
  [0, 1, 2].map((before) => {
    const encoded = Buffer.from(' '.repeat(before) + text).toString('base64').replace(/=+$/, '');
    const from = Math.ceil((before * 8) / 6);
    return encoded.slice(from, Math.floor(((before + text.length) * 8) / 6));
  });

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
/** Up to three signs between two digits: blanks, dashes, or the `","` of a list. */
const spread = (digits: string) => Array.from(digits).join('[^0-9A-Za-z]{0,3}');
const reverse = (text: string) => Array.from(text).reverse().join('');
const alone = (text: string) => `(?<![\\w.]|\\d,)${text}(?![\\w]|[.,]\\d)`;

interface Pattern {
  readonly secret: keyof Secrets;
  readonly form: string;
  readonly pattern: RegExp;
}

const RUN = 8;

function patternsOf({ pan, cvc, expiry }: Secrets): Pattern[] {
  const [month = '', year = ''] = expiry.split('/');
  if (!/^\d{12,19}$/.test(pan) || !/^\d{3,4}$/.test(cvc) || !/^\d\d\/\d\d$/.test(expiry)) {
    throw new TypeError('secrets are a PAN of 12 to 19 digits, a CVC of 3 or 4, an expiry MM/YY');
  }
  const find = (secret: keyof Secrets, form: string, source: string, flags = 'u'): Pattern => ({
    secret,
    form,
    pattern: new RegExp(source, flags),
  });
  const grouped = (separator: string) => (pan.match(/.{1,4}/g) ?? []).join(separator);
  const written = [pan, grouped(' '), grouped('-')];
  const hex = Buffer.from(pan).toString('hex');
  const runs = Array.from({ length: pan.length - RUN + 1 }, (_, start) => pan.slice(start, start + RUN));
  return [
    find('pan', 'as it is', pan),
    find('pan', 'with separators', spread(pan)),
    find('pan', 'reversed', spread(reverse(pan))),
    find('pan', 'base64', [...written, reverse(pan)].flatMap(base64Of).map(escaped).join('|')),
    find('pan', 'hexadecimal', hex, 'ui'),
    // The last four digits are the shopper's to see; eight in a row are more than those and more than they betray.
    find('pan', `${String(RUN)} digits in a row`, runs.map((run) => Array.from(run).join('[ -]?')).join('|')),
    find('cvc', 'as it is', alone(cvc)),
    // as shoppers write it, and as GMO takes it: YYMM or YYYYMM
    find('expiry', 'as it is', [`${month}( ?[/-] ?)?(20)?${year}`, `(20)?${year}( ?[/-] ?)?${month}`].map(alone).join('|')),
  ];
}

/** When a token expires, as GMO says it: `2026-11-28-18-38-11` has an expiry of a card in it once in a while, and is none. */
const TIMES = /(?<!\d)20\d\d(?:-\d\d){5}(?!\d)/g;

/** The first place of each form in each text. */
export function searchFor(secrets: Secrets, texts: Readonly<Record<string, string>>): Finding[] {
  const patterns = patternsOf(secrets);
  return Object.entries(texts).flatMap(([where, text]) => {
    const readings = [...readingsOf(text)];
    return patterns.flatMap(({ secret, form, pattern }): Finding[] => {
      for (const reading of readings) {
        const found = pattern.exec(secret === 'expiry' ? reading.replace(TIMES, ' ') : reading);
        if (!found) continue;
        const excerpt = found.input.slice(Math.max(0, found.index - 60), found.index + found[0].length + 20);
        return [{ secret, form, where, excerpt }];
      }
      return [];
    });
  });
}
