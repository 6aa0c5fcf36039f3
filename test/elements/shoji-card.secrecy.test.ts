/** What a script of the page can reach. Roots are as the element makes them here; frame attributes are in vault/. */
import { ShojiCard } from '../../src/define.js';
import { expect } from '@open-wc/testing';
import { openCard, shopForm } from '../support/card-harness.ts';

type Found = 'root' | 'frame' | 'port' | 'vault';

/** What a thing gives away by itself, and by the tree that it stands in. */
function kindsOf(thing: object): Found[] {
  const kinds: Found[] = [];
  if (thing instanceof ShadowRoot) kinds.push('root');
  if (thing instanceof HTMLIFrameElement) kinds.push('frame');
  if (thing instanceof MessagePort || thing instanceof MessageChannel) kinds.push('port');
  if (thing instanceof Element && thing.localName === 'shoji-vault') kinds.push('vault');
  if (thing instanceof Node && thing.getRootNode() instanceof ShadowRoot) kinds.push('root');
  return kinds;
}

/** Follows own properties, prototypes, and the contents of maps, sets and arrays, but leaves the light DOM alone. */
function crawl(start: object): Set<Found> {
  const found = new Set<Found>();
  const seen = new Set<unknown>([window, document, document.body, document.documentElement]);
  const visit = (thing: unknown, depth: number) => {
    if ((typeof thing !== 'object' && typeof thing !== 'function') || thing === null || seen.has(thing) || depth > 6) return;
    seen.add(thing);
    for (const kind of kindsOf(thing)) found.add(kind);
    if (thing instanceof Node && thing !== start && !kindsOf(thing).length) return;
    for (let owner = thing as object | null; owner && !isPlatform(owner); owner = Object.getPrototypeOf(owner) as object | null) {
      for (const key of Reflect.ownKeys(owner)) {
        try {
          visit(Reflect.get(owner, key, thing), depth + 1);
        } catch {
          // a getter that wants another receiver
        }
      }
    }
    if (thing instanceof Map || thing instanceof Set) for (const entry of thing) visit(entry, depth + 1);
  };
  visit(start, 0);
  return found;
}

const isPlatform = (owner: object) => owner === HTMLElement.prototype || owner === Object.prototype || owner === Function.prototype;

describe('<shoji-card>: what a page can reach', () => {
  it('shows no shadow root, and Lit renders into the element itself', async () => {
    const { element } = await openCard();
    expect(element.shadowRoot).to.equal(null);
    expect(element.renderRoot).to.equal(element);
  });

  it('finds roots, frames and ports where there are some (control)', () => {
    const host = document.createElement('div');
    const root = host.attachShadow({ mode: 'closed' });
    const inner = root.appendChild(document.createElement('span'));
    const { port1 } = new MessageChannel();
    expect([...crawl({ deep: new Set([{ root }]) })]).to.deep.equal(['root']);
    expect([...crawl({ inner })]).to.deep.equal(['root']);
    expect([...crawl({ frame: document.createElement('iframe'), port1 })]).to.deep.equal(['frame', 'port']);
  });

  it('never leads from the element to a root, a frame or a port', async () => {
    const { element } = await openCard({ around: '<p>CARD</p>' });
    expect([...crawl(element)]).to.deep.equal([]);
    expect([...crawl(ShojiCard)]).to.deep.equal([]);
  });

  it('never leads from an event to a root, a frame or a port', async () => {
    const card = await openCard();
    const paths: EventTarget[] = [];
    for (const type of ['click', 'focusin', 'focusout', 'invalid', 'slotchange', 'load', 'transitionrun']) {
      window.addEventListener(type, (event) => paths.push(...event.composedPath()), { capture: true, once: true });
    }
    card.element.focus();
    card.element.click();
    card.element.reportValidity();
    card.element.blur();
    expect(paths.length, 'control: something was heard').to.be.greaterThan(0);
    expect(paths.flatMap((target) => (target instanceof Node ? kindsOf(target) : []))).to.deep.equal([]);
  });

  it('gives its internals to nobody', async () => {
    const { element } = await openCard();
    expect(() => element.attachInternals()).to.throw(DOMException);
    expect(() => element.attachShadow({ mode: 'open' })).to.throw(DOMException);
  });

  it('adds no frame that the window could find', async () => {
    const before = window.frames.length;
    await openCard();
    expect(window.frames.length).to.equal(before);
    expect(before).to.equal(0);
    expect(document.querySelector('iframe, shoji-vault')).to.equal(null);
    expect(document.elementFromPoint(30, 60)?.localName).to.not.equal('iframe');
  });

  it('counts frames of the light DOM (control)', async () => {
    await openCard({ around: shopForm() });
    expect(window.frames.length).to.equal(1);
  });

  it('listens to no message of the window', async () => {
    const heard: string[] = [];
    const { addEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (this: EventTarget, ...parameters: Parameters<typeof addEventListener>) {
      if (new Error().stack?.includes('/src/')) heard.push(parameters[0]);
      addEventListener.apply(this, parameters);
    };
    try {
      await openCard();
    } finally {
      EventTarget.prototype.addEventListener = addEventListener;
    }
    expect(heard, 'control: it listens to the return from the page cache').to.include('pageshow');
    expect(heard).to.not.include('message');
  });

  it('never tells a script that patches the platform later', async () => {
    const caught: string[] = [];
    const patches: [object, string][] = [
      [MessagePort.prototype, 'postMessage'], [Element.prototype, 'attachShadow'], [HTMLElement.prototype, 'attachInternals'],
      [Document.prototype, 'createElement'], [MessageChannel.prototype, 'port1'], [HTMLIFrameElement.prototype, 'contentWindow'],
      [MessagePort.prototype, 'onmessage'], [MessageEvent.prototype, 'data'],
    ];
    const originals = patches.map(([owner, name]) => Object.getOwnPropertyDescriptor(owner, name) as PropertyDescriptor);
    patches.forEach(([owner, name], index) => {
      const original = originals[index] as PropertyDescriptor;
      const spy = (method: unknown) =>
        typeof method !== 'function'
          ? undefined
          : function (this: unknown, ...values: unknown[]): unknown {
              const isOurs = [MessagePort, MessageChannel, HTMLIFrameElement].some((kind) => this instanceof kind);
              if (isOurs || values.includes('iframe')) caught.push(name);
              return Reflect.apply(method, this, values);
            };
      const { value, get, set } = original as Readonly<Record<keyof PropertyDescriptor, unknown>>;
      const patched = 'value' in original ? { value: spy(value) } : { get: spy(get), set: spy(set) };
      Object.defineProperty(owner, name, { ...original, ...patched } as PropertyDescriptor);
    });
    try {
      const card = await openCard();
      card.element.clear();
      await card.stub.next('clear');
      expect(caught).to.deep.equal([]);
      new MessageChannel().port1.postMessage('control');
      expect(caught, 'control').to.deep.equal(['port1', 'postMessage']);
    } finally {
      patches.forEach(([owner, name], index) => Object.defineProperty(owner, name, originals[index] as PropertyDescriptor));
    }
  });

  it('asks no iterator and no URL that came later for its port, its sheets and its frame', async () => {
    const card = await openCard();
    const caught: string[] = [];
    const { URL: Address } = window;
    const { values } = Array.prototype;
    const iterate = (value: unknown) => {
      Object.defineProperty(Array.prototype, Symbol.iterator, { configurable: true, writable: true, value });
    };
    iterate(function (this: unknown[]) {
      const kind = this[0] instanceof MessagePort ? 'port' : this[0] instanceof CSSStyleSheet ? 'sheet' : null;
      if (kind) caught.push(kind);
      return values.call(this);
    });
    window.URL = class extends Address {
      constructor(...parameters: ConstructorParameters<typeof URL>) {
        super(...parameters);
        caught.push('URL');
      }
    };
    try {
      card.element.fields = 'number expiry cvc'; // another frame
      await card.once('shoji-ready');
      expect(caught).to.deep.equal([]);
      const { port1, port2 } = new MessageChannel();
      const spread = [...[port2]];
      const sheets = [...[new CSSStyleSheet()]];
      expect([new URL('/', location.href).pathname, spread.length, sheets.length, port1.onmessage]).to.deep.equal(['/', 1, 1, null]);
      expect(caught, 'control').to.include('port');
      expect(caught, 'control').to.include.members(['sheet', 'URL']);
    } finally {
      window.URL = Address;
      iterate(values);
    }
  });
});
