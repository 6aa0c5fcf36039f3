/**
 * In every page of the bench. `bench.mount(container)` is what a cell brings along: it answers, at once or later, with a function that
 * takes the form away again.
 */
globalThis.bench = (() => {
  const frames = async (count) => {
    for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame);
  };
  const elapsed = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  const container = () => {
    const place = document.createElement('div');
    document.querySelector('#card').append(place);
    return place;
  };
  const mounted = [];

  const bench = {
    /** Sum of all layout shifts. */
    shift: 0,
    frames,

    /** Into the HTTP cache, so that no network is measured. */
    async fetchAhead(addresses) {
      for (const address of addresses) await (await fetch(address)).arrayBuffer();
      await frames(2);
    },

    /** The script as a page has it; its evaluation is over when it has loaded. */
    async addScript(address, isModule) {
      const script = document.createElement('script');
      if (isModule) script.type = 'module';
      script.crossOrigin = 'anonymous';
      script.src = address;
      await new Promise((loaded, failed) => {
        script.onload = loaded;
        script.onerror = () => failed(new Error(`${address} does not load`));
        document.head.append(script);
      });
    },

    addStyles(text) {
      const style = document.createElement('style');
      style.textContent = text;
      document.head.append(style);
    },

    /** @returns milliseconds until the fields could be used, counted from the container */
    async mountOnce() {
      const began = performance.now();
      const place = container();
      const unmount = await bench.mount(place);
      place.getBoundingClientRect();
      mounted.push(() => {
        unmount();
        place.remove();
      });
      return performance.now() - began;
    },

    unmountLast() {
      mounted.pop()();
    },

    /** From nothing to a form that can be used, and on until nothing more happens. Milliseconds. */
    async load({ script, isModule, styles, marks }) {
      console.timeStamp(marks.load);
      const began = performance.now();
      if (script) await bench.addScript(script, isModule);
      if (styles) bench.addStyles(styles);
      const evaluated = performance.now() - began;
      if (bench.mount) await bench.mountOnce();
      const ready = performance.now() - began;
      await frames(2);
      await elapsed(250);
      console.timeStamp(marks.loaded);
      return { evaluated, ready, height: document.querySelector('#card').offsetHeight };
    },

    async mountMany(count) {
      for (let index = 0; index < count; index += 1) await bench.mountOnce();
      await frames(2);
      await elapsed(300);
    },

    /** Mounts, types where a script of the page can, and takes it away. */
    async cycle(count) {
      for (let index = 0; index < count; index += 1) {
        await bench.mountOnce();
        const field = document.querySelector('#card input');
        if (field) {
          field.focus();
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, '4242');
          field.dispatchEvent(new Event('input', { bubbles: true }));
        } else document.querySelector('#card shoji-card')?.focus();
        await elapsed(0);
        bench.unmountLast();
      }
      await elapsed(300);
    },
  };

  new PerformanceObserver((list) => {
    for (const { value } of list.getEntries()) bench.shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
  return bench;
})();
