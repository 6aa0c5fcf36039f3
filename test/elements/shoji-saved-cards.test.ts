import '../../src/members-define.js';
import { expect, fixture, html } from '@open-wc/testing';
import type { SavedCard } from '../../src/choice/saved-card.js';
import { ShojiChallengeEvent, ShojiChangeEvent } from '../../src/elements/events.js';
import type { ShojiSavedCards } from '../../src/elements/shoji-saved-cards.js';
import { members as en } from '../../src/locales/members/en.js';
import { members as ja } from '../../src/locales/members/ja.js';
import { members as ko } from '../../src/locales/members/ko.js';
import { until } from '../support/wtr-clock.ts';

/** `YYMM`, so many months from now. */
function monthsAhead(count: number): string {
  const now = new Date();
  const month = new Date(now.getFullYear(), now.getMonth() + count, 1);
  return `${String(month.getFullYear()).slice(2)}${String(month.getMonth() + 1).padStart(2, '0')}`;
}

const VISA: SavedCard = { sequence: '0', maskedNumber: '*************111', brand: 'visa', expiry: monthsAhead(30), isDefault: true };
const JCB: SavedCard = { sequence: '1', maskedNumber: '************0006', brand: 'jcb', expiry: monthsAhead(0) };
const EXPIRED: SavedCard = { sequence: '2', maskedNumber: '*************222', brand: 'mastercard', expiry: monthsAhead(-1) };
const CARDS = [VISA, JCB, EXPIRED];

interface Setup {
  readonly attributes?: string;
  readonly cards?: readonly SavedCard[] | null;
  readonly content?: string;
  readonly around?: string;
}

/** A member's checkout; the card fields are the bare tag, of which no other code is needed here. */
async function open({ attributes = '', cards = CARDS, content = '<shoji-card name="token"></shoji-card>', around = 'CARDS' }: Setup = {}) {
  const shop = await fixture<HTMLElement>(html`<div></div>`);
  shop.innerHTML = `<form lang="en">${around.replace('CARDS', `<shoji-saved-cards name="card-seq" ${attributes}>${content}</shoji-saved-cards>`)}<button>Pay</button></form>`;
  const element = shop.querySelector('shoji-saved-cards') as ShojiSavedCards;
  if (cards) element.cards = cards;
  await element.updateComplete;
  return { shop, element, form: shop.querySelector('form') as HTMLFormElement };
}

const rootOf = (element: Element) => element.shadowRoot as ShadowRoot;
const get = (element: Element, selector: string) => {
  const found = rootOf(element).querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const radioOf = (element: Element, value: string) => get(element, `input[value="${value}"]`) as HTMLInputElement;
const rowOf = (element: Element, value: string) => radioOf(element, value).closest('.option') as HTMLElement;
const sent = (form: HTMLFormElement) => [...new FormData(form)].map(([name, value]) => `${name}=${value as string}`);
/** The element's next event of that name. */
const once = <K extends keyof HTMLElementEventMap>(element: Element, name: K): Promise<HTMLElementEventMap[K]> =>
  new Promise((resolve) => {
    (element as HTMLElement).addEventListener(name, resolve, { once: true });
  });
const cardOf = (shop: Element) => shop.querySelector('shoji-card') as HTMLElement;
const text = (element: Element) => (element as HTMLElement).innerText.replace(/\s+/g, ' ').trim();

describe('<shoji-saved-cards>', () => {
  describe('what the shopper sees', () => {
    it('is accessible, with a question and with an error, too', async () => {
      const { element, form } = await open({ attributes: 'removable', cards: [JCB, EXPIRED] });
      await expect(element).to.be.accessible();
      form.reportValidity();
      get(element, 'button.remove').click();
      await expect(element).to.be.accessible();
    });

    it('is a group of radio buttons under one name', async () => {
      const { element } = await open();
      expect(get(element, 'legend').textContent).to.equal(en.cards);
      expect([...rootOf(element).querySelectorAll('input')].map(({ value }) => value)).to.deep.equal(['0', '1', '2', '']);
    });

    it('tells brand, last digits and expiry of a card, and which is the usual one', async () => {
      const { element } = await open();
      const { expiry } = VISA;
      expect(text(rowOf(element, '0').querySelector('label') as Element)).to.equal(
        `Visa ending in 111 expires ${expiry.slice(2)}/${expiry.slice(0, 2)} ${en.default}`,
      );
      expect(rowOf(element, '0').querySelector('svg')?.getAttribute('aria-hidden')).to.equal('true');
    });

    it('shows a brand that it has no picture of as its word', async () => {
      const { element } = await open({ cards: [{ ...VISA, brand: 'Shop Club' }, { ...JCB, brand: null }] });
      expect(text(rowOf(element, '0').querySelector('.mark') as Element)).to.equal('shop club');
      expect(text(rowOf(element, '1').querySelector('.mark') as Element)).to.equal('');
    });

    it('tells that a card expires this month, and lets it be chosen', async () => {
      const { element } = await open();
      expect(text(rowOf(element, '1'))).to.include(en['last-month']);
      expect(radioOf(element, '1').disabled).to.equal(false);
    });

    it('says why an expired card cannot be chosen', async () => {
      const { element } = await open();
      const radio = radioOf(element, '2');
      expect(radio.disabled).to.equal(true);
      expect(rootOf(element).getElementById(radio.getAttribute('aria-describedby') ?? '')?.textContent).to.equal(en['expired-text']);
      expect(text(rowOf(element, '2'))).to.include(en.expired);
    });

    it('never shows more than four digits, nor keeps what is no business of its', async () => {
      const careless = { ...VISA, maskedNumber: '4100000000000100', cardNo: '4100000000000100' };
      const { element } = await open({ cards: [careless] });
      expect(rootOf(element).textContent).not.to.include('410000000000');
      expect(element.chosen).to.have.all.keys('sequence', 'maskedNumber', 'brand', 'expiry', 'isDefault');
      expect(rootOf(element).innerHTML).not.to.include('410000000000');
    });

    it('reads the list from its attribute', async () => {
      const { element } = await open({ cards: null, attributes: `cards='${JSON.stringify(CARDS)}'` });
      expect(rootOf(element).querySelectorAll('input')).to.have.length(4);
      expect(element.value).to.equal('0');
    });

    it('is the new card alone where there is no list, or none that can be read', async () => {
      for (const attributes of ['', 'cards="[]"', 'cards="{"', 'cards="7"']) {
        const { element, shop } = await open({ cards: null, attributes });
        expect(element.isNew, attributes).to.equal(true);
        expect(radioOf(element, '').checkVisibility(), attributes).to.equal(false);
        expect(cardOf(shop).hasAttribute('disabled'), attributes).to.equal(false);
      }
    });

    it('speaks the language of the place, and follows it', async () => {
      const { element, form } = await open();
      form.lang = 'ja';
      await until(() => get(element, 'legend').textContent === ja.cards);
      expect(text(rowOf(element, '2'))).to.include(ja['expired-text']);
      form.lang = 'ko';
      await until(() => get(element, 'legend').textContent === ko.cards);
    });

    it('has the shop’s own words above', async () => {
      const { element } = await open({ attributes: 'label="Your cards"' });
      expect(get(element, 'legend').textContent).to.equal('Your cards');
    });
  });

  describe('the choice', () => {
    it('is the usual card at first', async () => {
      const { element, form } = await open();
      expect(radioOf(element, '0').checked).to.equal(true);
      expect([element.value, element.isNew, element.brand]).to.deep.equal(['0', false, 'visa']);
      expect(sent(form)).to.deep.equal(['card-seq=0']);
    });

    it('is told when the list comes, and when the shopper chooses another', async () => {
      const { element } = await open({ cards: null });
      const came = once(element, 'shoji-choose-card');
      element.cards = CARDS;
      expect((await came).sequence).to.equal('0');
      let changes = 0;
      element.addEventListener('change', () => (changes += 1));
      const told = once(element, 'shoji-choose-card');
      radioOf(element, '1').click();
      const second = await told;
      expect([second.sequence, second.card?.brand, second.bubbles, second.composed]).to.deep.equal(['1', 'jcb', true, true]);
      expect(changes).to.equal(1);
    });

    it('is in the form data at once', async () => {
      const { element, form } = await open();
      radioOf(element, '1').click();
      expect(sent(form)).to.deep.equal(['card-seq=1']);
      element.value = '0';
      expect(sent(form)).to.deep.equal(['card-seq=0']);
    });

    it('has to be made where no card is the usual one', async () => {
      const { element, form } = await open({ cards: [JCB] });
      expect(sent(form)).to.deep.equal([]);
      expect(element.validity.valueMissing).to.equal(true);
      expect(element.validationMessage).to.equal(en.choose);
      expect(element.checkValidity()).to.equal(false);
      expect(get(element, '[role=alert]').textContent, 'nothing is said yet').to.equal('');
      expect(form.reportValidity()).to.equal(false);
      expect(get(element, '[role=alert]').textContent).to.equal(en.choose);
      expect(rootOf(element).activeElement).to.equal(radioOf(element, '1'));
      radioOf(element, '1').click();
      await element.updateComplete;
      expect(get(element, '[role=alert]').textContent).to.equal('');
      expect(form.checkValidity()).to.equal(true);
    });

    it('is nobody’s business without a name', async () => {
      const { element, form } = await open({ cards: [JCB] });
      element.name = null;
      await element.updateComplete;
      expect(form.checkValidity()).to.equal(true);
      radioOf(element, '1').click();
      expect(sent(form)).to.deep.equal([]);
    });

    it('stays when another list has it, too, and goes back to the usual card when not', async () => {
      const { element } = await open();
      radioOf(element, '1').click();
      element.cards = [JCB, VISA];
      await element.updateComplete;
      expect(element.value).to.equal('1');
      element.cards = [VISA];
      await element.updateComplete;
      expect(element.value).to.equal('0');
    });

    it('is reset with the form, and restored with the page', async () => {
      const { element, form } = await open();
      radioOf(element, '1').click();
      form.reset();
      expect(sent(form)).to.deep.equal(['card-seq=0']);
      element.formStateRestoreCallback('1');
      expect(sent(form)).to.deep.equal(['card-seq=1']);
    });

    it('is restored before the list is there', async () => {
      const { element } = await open({ cards: null });
      element.formStateRestoreCallback('1');
      element.cards = CARDS;
      await element.updateComplete;
      expect(element.value).to.equal('1');
    });

    it('never is an expired card, whoever says so', async () => {
      const { element } = await open();
      element.value = '2';
      expect(element.value).to.equal('0');
    });

    it('sends the form on Enter, as any radio button does', async () => {
      const { element, form } = await open();
      const submitted = new Promise<SubmitEvent>((resolve) => {
        form.addEventListener('submit', (event) => {
          event.preventDefault();
          resolve(event);
        });
      });
      radioOf(element, '0').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
      expect((await submitted).submitter).to.equal(form.querySelector('button'));
    });

    it('cannot be made in a disabled fieldset', async () => {
      const { element, form, shop } = await open({ around: '<fieldset>CARDS</fieldset>' });
      (shop.querySelector('fieldset') as HTMLFieldSetElement).disabled = true;
      await element.updateComplete;
      expect(radioOf(element, '0').matches(':disabled')).to.equal(true);
      expect(sent(form)).to.deep.equal([]);
    });
  });

  describe('the new card', () => {
    it('is put aside while a saved card is chosen', async () => {
      const { element, shop } = await open();
      expect(cardOf(shop).hasAttribute('disabled')).to.equal(true);
      expect(get(element, '.new').getBoundingClientRect().height).to.equal(0);
      expect(cardOf(shop).checkVisibility({ visibilityProperty: true })).to.equal(false);
    });

    it('is there when it is chosen, and nothing is sent for it', async () => {
      const { element, form, shop } = await open();
      radioOf(element, '').click();
      await element.updateComplete;
      expect(cardOf(shop).hasAttribute('disabled')).to.equal(false);
      expect(cardOf(shop).checkVisibility({ visibilityProperty: true })).to.equal(true);
      expect([element.isNew, element.value, element.chosen]).to.deep.equal([true, '', null]);
      expect(sent(form)).to.deep.equal([]);
      expect(element.validity.valueMissing, 'nothing is sent by a tag whose script did not come').to.equal(true);
    });

    it('may stand in an element of the shop’s', async () => {
      const { shop } = await open({ content: '<div><p>New</p><shoji-card></shoji-card></div>' });
      expect(cardOf(shop).hasAttribute('disabled')).to.equal(true);
    });

    it('is no choice where there is none', async () => {
      const { element } = await open({ content: '' });
      expect(rowOf(element, '').checkVisibility()).to.equal(false);
    });

    it('comes later, and is put aside, too', async () => {
      const { element, shop } = await open({ content: '' });
      element.append(document.createElement('shoji-card'));
      await until(() => cardOf(shop).hasAttribute('disabled'));
      expect(rowOf(element, '').checkVisibility()).to.equal(true);
    });

    it('stays chosen when the list comes while it is typed', async () => {
      const { element, shop } = await open({ cards: null });
      cardOf(shop).dispatchEvent(new ShojiChangeEvent({ complete: false, empty: false, brand: null, fields: {} }));
      element.cards = CARDS;
      await element.updateComplete;
      expect(element.isNew).to.equal(true);
    });

    it('is shown while the issuer asks, whatever is chosen', async () => {
      const { shop } = await open();
      cardOf(shop).dispatchEvent(new ShojiChallengeEvent(true));
      expect(cardOf(shop).checkVisibility({ visibilityProperty: true })).to.equal(true);
      cardOf(shop).dispatchEvent(new ShojiChallengeEvent(false));
      expect(cardOf(shop).checkVisibility({ visibilityProperty: true })).to.equal(false);
    });
  });

  describe('removing', () => {
    const ask = (element: Element, sequence: string) => (rowOf(element, sequence).querySelector('.remove') as HTMLElement).click();

    it('has no button without its attribute', async () => {
      const { element } = await open();
      expect((rowOf(element, '0').querySelector('.remove') as HTMLElement).checkVisibility()).to.equal(false);
    });

    it('asks first, names the card, and leads to the answer that loses nothing', async () => {
      const { element } = await open({ attributes: 'removable' });
      let asked = 0;
      element.addEventListener('shoji-remove-card', () => (asked += 1));
      expect(rowOf(element, '1').querySelector('.remove')?.ariaLabel).to.equal('Remove JCB ending in 0006');
      ask(element, '1');
      expect(rowOf(element, '1').querySelector('.question p')?.textContent).to.equal('Remove JCB ending in 0006?');
      expect(rootOf(element).activeElement).to.equal(rowOf(element, '1').querySelector('.keep'));
      ask(element, '0');
      expect((rowOf(element, '1').querySelector('.question') as HTMLElement).hidden, 'one question at a time').to.equal(true);
      (rowOf(element, '0').querySelector('.keep') as HTMLElement).click();
      expect(asked).to.equal(0);
      expect(rootOf(element).activeElement).to.equal(rowOf(element, '0').querySelector('.remove'));
    });

    it('takes Escape for a no', async () => {
      const { element } = await open({ attributes: 'removable' });
      ask(element, '0');
      get(element, '.keep').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      expect(get(element, '.question').hidden).to.equal(true);
    });

    it('is the shop’s to do: the card stays until the list is without it, and then the shopper is told', async () => {
      const { element } = await open({ attributes: 'removable' });
      ask(element, '2');
      const told = once(element, 'shoji-remove-card');
      (rowOf(element, '2').querySelector('.confirm') as HTMLElement).click();
      const event = await told;
      expect([event.sequence, event.card.brand]).to.deep.equal(['2', 'mastercard']);
      expect(rowOf(element, '2').isConnected).to.equal(true);
      expect(get(element, '[role=status]').textContent).to.equal('');
      element.cards = [VISA, JCB];
      await element.updateComplete;
      expect(get(element, '[role=status]').textContent).to.equal('Mastercard ending in 222 was removed.');
      expect(rootOf(element).activeElement, 'the focus is not lost').to.equal(radioOf(element, '0'));
    });
  });
});
