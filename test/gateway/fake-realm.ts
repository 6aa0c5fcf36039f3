/** As much of a window as a gateway's script needs: script elements, their events, globals. No network, no DOM. */
import assert from 'node:assert/strict';

export class FakeScript extends EventTarget {
  src = '';
  isInDocument = false;

  remove(): void {
    this.isInDocument = false;
  }
}

export class FakeRealm extends EventTarget {
  readonly HTMLScriptElement = FakeScript;
  /** Every script that was asked of the network, in order. */
  readonly scripts: FakeScript[] = [];

  readonly document = {
    /** The elements; those of a script's own requests are put in by whoever plays that script. */
    scripts: [] as FakeScript[],
    createElement: (name: string) => {
      assert.equal(name, 'script');
      return new FakeScript();
    },
    head: {
      append: (script: FakeScript) => {
        assert.ok(script.src, 'a script has its address before it is put into the document');
        script.isInDocument = true;
        this.scripts.push(script);
        this.document.scripts.push(script);
        this.#network(script);
      },
    },
  };

  readonly #network: (script: FakeScript) => void;
  readonly #ownNames = new Set([...Object.keys(this), 'Multipayment']);

  /** @param network - calls load() or fail() for each script, now or later or never */
  constructor(network: (script: FakeScript) => void) {
    super();
    this.#network = network;
  }

  load(script: FakeScript): void {
    script.dispatchEvent(new Event('load'));
  }

  /** The event of an element does not bubble, but a capturing listener of the window sees it first. */
  fail(script: FakeScript): void {
    this.#dispatchError(script);
    script.dispatchEvent(new Event('error'));
  }

  /** What JSONP does: runs `name(value)` as a script of its own. */
  callGlobal(name: string, value: unknown): void {
    const found = this.globals()[name];
    if (typeof found === 'function') (found as (value: unknown) => void)(value);
    else this.#dispatchError(this);
  }

  /** What anybody put on the window. */
  globals(): Record<string, unknown> {
    return Object.fromEntries(Object.entries(this).filter(([name]) => !this.#ownNames.has(name)));
  }

  asWindow(): Window & typeof globalThis {
    return this as unknown as Window & typeof globalThis;
  }

  asDocument(): Document {
    return this.document as unknown as Document;
  }

  #dispatchError(target: EventTarget): void {
    this.dispatchEvent(Object.defineProperty(new Event('error'), 'target', { value: target }));
  }
}
