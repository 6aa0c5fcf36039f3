import '../../src/members-define.js';
import { expect, fixture, html } from '@open-wc/testing';
import { ShojiChangeEvent } from '../../src/elements/events.js';
import type { ShojiPaymentMethod } from '../../src/elements/shoji-payment-method.js';
import type { ShojiSavedCards } from '../../src/elements/shoji-saved-cards.js';
import { members as en } from '../../src/locales/members/en.js';
import { members as ja } from '../../src/locales/members/ja.js';
import { until } from '../support/wtr-clock.ts';

const ALL = '1 2-3 2-6 2-12 3 4-2 5';

interface Setup {
  readonly attributes?: string;
  readonly before?: string;
}

async function open({ attributes = `options="${ALL}" amount="10000"`, before = '' }: Setup = {}) {
  const shop = await fixture<HTMLElement>(html`<div></div>`);
  shop.innerHTML = `<form lang="en">${before}<shoji-payment-method ${attributes}></shoji-payment-method><button>Pay</button></form>`;
  const element = shop.querySelector('shoji-payment-method') as ShojiPaymentMethod;
  await element.updateComplete;
  return { shop, element, form: shop.querySelector('form') as HTMLFormElement };
}

const rootOf = (element: Element) => element.shadowRoot as ShadowRoot;
const get = (element: Element, selector: string) => {
  const found = rootOf(element).querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const radioOf = (element: Element, method: string) => get(element, `input[value="${method}"]`) as HTMLInputElement;
const rowOf = (element: Element, method: string) => radioOf(element, method).closest('.option') as HTMLElement;
const methodsOf = (element: Element) => [...rootOf(element).querySelectorAll('input')].map(({ value }) => value);
const estimateOf = (element: Element, method: string) => rowOf(element, method).querySelector('output')?.textContent;
const sent = (form: HTMLFormElement) => [...new FormData(form)].map(([name, value]) => `${name}=${value as string}`);
/** The element's next event of that name. */
const once = <K extends keyof HTMLElementEventMap>(element: Element, name: K): Promise<HTMLElementEventMap[K]> =>
  new Promise((resolve) => {
    (element as HTMLElement).addEventListener(name, resolve, { once: true });
  });

async function choose(element: ShojiPaymentMethod, method: string, count?: string) {
  radioOf(element, method).click();
  await element.updateComplete;
  if (count === undefined) return;
  const counts = rowOf(element, method).querySelector('select') as HTMLSelectElement;
  counts.value = count;
  counts.dispatchEvent(new Event('change'));
  await element.updateComplete;
}

describe('<shoji-payment-method>', () => {
  it('is accessible, also with instalments', async () => {
    const { element } = await open();
    await expect(element).to.be.accessible();
    await choose(element, '2', '6');
    await expect(element).to.be.accessible();
  });

  it('offers each method once, and explains it', async () => {
    const { element } = await open();
    expect(methodsOf(element)).to.deep.equal(['1', '2', '3', '4', '5']);
    for (const method of ['1', '2', '3', '4', '5'] as const) {
      const described = (radioOf(element, method).getAttribute('aria-describedby') ?? '').split(' ');
      expect(rootOf(element).getElementById(described[0] ?? '')?.textContent).to.equal(en[`text-${method}`]);
    }
    expect(get(element, '.note').textContent).to.equal(`${en.fees} ${en.estimate}`);
  });

  it('has nothing to say of fees where there is one payment only', async () => {
    const { element } = await open({ attributes: '' });
    expect(methodsOf(element)).to.deep.equal(['1']);
    expect(get(element, '.note').textContent).to.equal('');
  });

  it('sends the gateway’s own values, and the number of payments where there is one', async () => {
    const { element, form } = await open();
    expect(sent(form)).to.deep.equal(['method=1']);
    await choose(element, '2');
    expect(sent(form)).to.deep.equal(['method=2', 'pay-times=3']);
    await choose(element, '2', '12');
    expect(sent(form)).to.deep.equal(['method=2', 'pay-times=12']);
    await choose(element, '4');
    expect(sent(form)).to.deep.equal(['method=4', 'pay-times=2']);
    await choose(element, '5');
    expect(sent(form)).to.deep.equal(['method=5']);
    expect([element.value, element.method, element.payTimes]).to.deep.equal(['5', '5', '']);
  });

  it('keeps the number of payments while another method is looked at', async () => {
    const { element, form } = await open();
    await choose(element, '2', '6');
    await choose(element, '1');
    await choose(element, '2');
    expect(sent(form)).to.deep.equal(['method=2', 'pay-times=6']);
  });

  it('sends under the shop’s names', async () => {
    const { element, form } = await open({ attributes: 'options="2-3" name="m" pay-times-name="n"' });
    expect(sent(form)).to.deep.equal(['m=2', 'n=3']);
    expect(element.validity.valid).to.equal(true);
  });

  it('says how the amount is divided, with the rest in the last payment', async () => {
    const { element } = await open();
    expect(estimateOf(element, '1')).to.equal('');
    await choose(element, '2');
    expect(estimateOf(element, '2')).to.equal('2 × ¥3,333, and ¥3,334 as the last payment');
    await choose(element, '4');
    expect(estimateOf(element, '4')).to.equal('2 × ¥5,000');
    element.amount = 12_800;
    await element.updateComplete;
    expect(estimateOf(element, '4')).to.equal('2 × ¥6,400');
  });

  it('says no amount that it does not know', async () => {
    for (const amount of ['', '0', '-5', '10.5', 'x']) {
      const { element } = await open({ attributes: `options="${ALL}" amount="${amount}"` });
      await choose(element, '2');
      expect(estimateOf(element, '2'), amount).to.equal('');
      expect(get(element, '.note').textContent, amount).to.equal(en.fees);
    }
  });

  it('writes yen as they are written in Japanese', async () => {
    const { element, form } = await open();
    form.lang = 'ja';
    await choose(element, '2');
    await until(() => get(element, 'legend').textContent === ja.methods);
    expect(estimateOf(element, '2')).to.equal('3,333円 × 2回と、最後の1回 3,334円');
  });

  it('names instalments of one number by it', async () => {
    const { element } = await open({ attributes: 'options="1 2-3"' });
    expect(rowOf(element, '2').querySelector('label')?.textContent).to.equal('Instalments 3 payments');
    await choose(element, '2');
    expect(rowOf(element, '2').querySelector('select')?.checkVisibility()).to.equal(false);
  });

  it('tells what the shopper chose', async () => {
    const { element } = await open();
    let changes = 0;
    element.addEventListener('change', () => (changes += 1));
    const told = once(element, 'shoji-choose-method');
    radioOf(element, '2').click();
    const event = await told;
    expect([event.method, event.payTimes, event.bubbles, event.composed, changes]).to.deep.equal(['2', '3', true, true, 1]);
  });

  it('begins with its value, is reset to it, and restored with the page', async () => {
    const { element, form } = await open({ attributes: `options="${ALL}" value="2-6"` });
    expect(sent(form)).to.deep.equal(['method=2', 'pay-times=6']);
    await choose(element, '5');
    form.reset();
    expect(sent(form)).to.deep.equal(['method=2', 'pay-times=6']);
    element.formStateRestoreCallback('2-12');
    expect(sent(form)).to.deep.equal(['method=2', 'pay-times=12']);
  });

  it('never sends what is not offered, whoever says so', async () => {
    const { element, form } = await open({ attributes: 'options="1 2-3" value="2-24"' });
    expect(sent(form)).to.deep.equal(['method=1']);
    element.value = '5';
    expect(sent(form)).to.deep.equal(['method=1']);
  });

  it('sends nothing when it is disabled', async () => {
    const { element, form } = await open();
    element.disabled = true;
    await element.updateComplete;
    expect(radioOf(element, '1').matches(':disabled')).to.equal(true);
    expect(sent(form)).to.deep.equal([]);
  });

  describe('with a brand', () => {
    const attributes = 'options="1 2-3 2-6 5; amex: 1; jcb: 1 2-3"';
    const typed = (shop: Element, brand: 'american-express' | null) => {
      const card = Object.assign(shop.querySelector('shoji-card') as HTMLElement, { brand });
      card.dispatchEvent(new ShojiChangeEvent({ complete: false, empty: false, brand, fields: {} }));
    };

    it('offers what the shop allows for it', async () => {
      const { element } = await open({ attributes: `${attributes} brand="american-express"` });
      expect(methodsOf(element)).to.deep.equal(['1']);
      element.brand = 'visa';
      await element.updateComplete;
      expect(methodsOf(element)).to.deep.equal(['1', '2', '5']);
    });

    it('follows the card that is typed into the form, and says what it had to change', async () => {
      const { element, form, shop } = await open({ attributes, before: '<shoji-card></shoji-card>' });
      await choose(element, '2', '6');
      const told = once(element, 'shoji-choose-method');
      typed(shop, 'american-express');
      expect((await told).method).to.equal('1');
      expect(sent(form)).to.deep.equal(['method=1']);
      expect(get(element, '[role=status]').textContent).to.equal(en.changed.replace('{method}', en['method-1']));
      typed(shop, null);
      await element.updateComplete;
      expect(sent(form), 'what was chosen comes back').to.deep.equal(['method=2', 'pay-times=6']);
    });

    it('follows the saved card that is chosen', async () => {
      const before = `<shoji-saved-cards name="card-seq"></shoji-saved-cards>`;
      const { element, shop } = await open({ attributes, before });
      const cards = shop.querySelector('shoji-saved-cards') as ShojiSavedCards;
      cards.cards = [
        { sequence: '0', maskedNumber: '*111', brand: 'american-express', expiry: '9912', isDefault: true },
        { sequence: '1', maskedNumber: '*222', brand: 'jcb', expiry: '9912' },
      ];
      await until(() => methodsOf(element).join() === '1');
      cards.value = '1';
      await until(() => methodsOf(element).join() === '1,2');
    });
  });
});
