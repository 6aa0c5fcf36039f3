/** A script that ran first and prepared the element. The element is not registered until the test says so. */
import { expect, fixtureSync, html } from '@open-wc/testing';
import { until } from '../support/wtr-clock.ts';
import { StubEnd } from '../support/wtr-stub-end.ts';

describe('<shoji-card> that somebody prepared', () => {
  it('fails closed: a root that is there already is never used', async () => {
    const stub = new StubEnd();
    const prepared = document.createElement('shoji-card');
    const root = prepared.attachShadow({ mode: 'open' });
    const errors: string[] = [];
    const { onerror } = window;
    window.onerror = () => true; // the test tool's own would end the test
    window.addEventListener('error', (event) => {
      errors.push(String(event.error));
      event.stopImmediatePropagation();
      event.preventDefault();
    }, { capture: true });
    prepared.setAttribute('shop-id', 'tshop00000001');
    prepared.setAttribute('hosted-url', stub.url());
    const place = fixtureSync<HTMLElement>(html`<div></div>`);
    place.append(prepared);

    await import('../../src/define.js');
    await until(() => errors.length > 0);
    window.onerror = onerror;
    expect(errors[0]).to.contain('NotSupportedError');
    expect(prepared.matches(':defined')).to.equal(false);
    expect(root.childNodes.length).to.equal(0);
    expect(document.querySelector('iframe')).to.equal(null);

    // control: one that nobody prepared works in the same page
    const plain = document.createElement('shoji-card');
    plain.setAttribute('shop-id', 'tshop00000001');
    plain.setAttribute('hosted-url', stub.url());
    place.append(plain);
    await stub.next('init');
    expect(stub.loads).to.equal(1);
  });
});
