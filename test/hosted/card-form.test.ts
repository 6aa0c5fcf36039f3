import { expect, nextFrame } from '@open-wc/testing';
import type { Reason } from '../../src/card/verification.js';
import type { ErrorCode } from '../../src/errors.js';
import { en } from '../../src/locales/en.js';
import { ja } from '../../src/locales/ja.js';
import { formHeight } from '../support/form-height.ts';
import { holdDeadlines, until, type Deadlines } from '../support/wtr-clock.ts';
import { CARD, clearForms, FakeGateway, ISSUED, Shopper } from '../support/wtr-shopper.ts';

const NAMES = ['number', 'expiry', 'cvc', 'name'] as const;
const words = en.frame;

/** A form, and the gateway behind it. */
function openForm(overrides: ConstructorParameters<typeof Shopper>[1] = {}) {
  const gateway = new FakeGateway();
  return { gateway, shopper: new Shopper(gateway, overrides) };
}

/** A form whose filled-in card the gateway is working on. */
function openBusyForm(overrides: ConstructorParameters<typeof Shopper>[1] = {}) {
  const { gateway, shopper } = openForm(overrides);
  shopper.fill().tell({ type: 'tokenize', id: 'call-1', count: 1 });
  return { gateway, shopper };
}

/** A right number, the same with two neighbours swapped, and the group where they stand. */
const SWAPPED = ['4571736012345674', '4571376012345674', 2] as const;

describe('the card form', () => {
  afterEach(clearForms);

  describe('for everybody', () => {
    it('is accessible when it is empty', async () => {
      const { shopper } = openForm();
      await expect(shopper.host).to.be.accessible();
    });

    it('is accessible when it is filled in', async () => {
      const { shopper } = openForm();
      await expect(shopper.fill().host).to.be.accessible();
    });

    it('is accessible with an error at every field', async () => {
      const { shopper } = openForm();
      shopper.tell({ type: 'focus', target: 'wrong' });
      await expect(shopper.host).to.be.accessible();
    });

    it('is accessible while the gateway works', async () => {
      const { shopper } = openBusyForm();
      await expect(shopper.host).to.be.accessible();
    });

    it('is accessible when it is disabled', async () => {
      const { shopper } = openForm({ disabled: true });
      await expect(shopper.host).to.be.accessible();
    });

    it('is accessible after a token, in Japanese', async () => {
      const { shopper, gateway } = openBusyForm({ language: 'ja', words: ja.frame });
      await gateway.answer(ISSUED);
      await shopper.told('token');
      await expect(shopper.host).to.be.accessible();
    });

    it('is accessible in a dark page', async () => {
      const { shopper } = openForm({ style: [{ at: 'host', values: { color: 'rgb(240, 240, 240)', 'color-scheme': 'dark' } }] });
      document.documentElement.style.backgroundColor = 'rgb(20, 20, 20)';
      shopper.type('number', '4').tell({ type: 'focus', target: 'wrong' });
      await expect(shopper.host).to.be.accessible();
    });
  });

  describe('its fields', () => {
    it('have labels that are their names', () => {
      const { shopper } = openForm();
      expect(shopper.form.hasAttribute('aria-label'), 'the frame has that name, and nothing is read twice').to.equal(false);
      for (const name of NAMES) {
        const [label, ...more] = shopper.input(name).labels ?? [];
        expect(label?.textContent).to.equal(words[`label-${name}`]);
        expect(more).to.deep.equal([]);
      }
    });

    it('are filled by the browser, and show the right keyboard', () => {
      const { shopper } = openForm();
      const attributes = (attribute: string) => NAMES.map((name) => shopper.input(name).getAttribute(attribute));
      expect(attributes('autocomplete')).to.deep.equal(['cc-number', 'cc-exp', 'cc-csc', 'cc-name']);
      expect(attributes('inputmode')).to.deep.equal(['numeric', 'numeric', 'numeric', 'text']);
      expect(attributes('enterkeyhint')).to.deep.equal(['next', 'next', 'next', 'done']);
      expect(attributes('aria-required')).to.deep.equal(['true', 'true', 'true', 'true']);
    });

    it('never have a name that a native submission could send', () => {
      const { shopper } = openForm();
      shopper.fill();
      for (const name of NAMES) expect(shopper.input(name).hasAttribute('name')).to.equal(false);
      expect([...new FormData(shopper.form)]).to.deep.equal([]);
    });

    it('describe themselves with a line that is there from the start and is read out', () => {
      const { shopper } = openForm();
      for (const name of NAMES) {
        const line = shopper.root.getElementById(shopper.input(name).getAttribute('aria-describedby')?.split(' ', 1)[0] ?? '');
        expect(line?.getAttribute('aria-live')).to.equal('polite');
        expect(line?.getBoundingClientRect().height).to.equal(20);
        expect(shopper.isWrong(name)).to.equal(false);
      }
    });

    it('stand in the order that the shop wants; expiry and CVC share a row', () => {
      const { shopper } = openForm({ fields: ['name', 'number', 'cvc', 'expiry'] });
      expect([...shopper.root.querySelectorAll('input')].map(({ id }) => id)).to.deep.equal(['name', 'number', 'cvc', 'expiry']);
      const place = (name: (typeof NAMES)[number]) => shopper.input(name).getBoundingClientRect();
      expect(place('cvc').top).to.equal(place('expiry').top);
      expect(place('cvc').right).to.be.lessThan(place('expiry').left);
      expect(place('number').top).to.be.greaterThan(place('name').bottom);
      expect(shopper.input('expiry').getAttribute('enterkeyhint')).to.equal('done');
    });

    it('keep rows of their own when they are not neighbours', () => {
      const { shopper } = openForm({ fields: ['expiry', 'number', 'cvc'] });
      const widths = ['expiry', 'number', 'cvc'].map((name) => shopper.input(name as 'cvc').getBoundingClientRect().width);
      expect(new Set(widths).size).to.equal(1);
    });

    it('are only those that the shop wants, and the card is complete with those', () => {
      const { shopper } = openForm({ fields: ['number', 'expiry'] });
      expect(shopper.root.querySelectorAll('input')).to.have.length(2);
      shopper.fill();
      expect(shopper.state.complete).to.equal(true);
      expect(Object.keys(shopper.state.fields)).to.deep.equal(['number', 'expiry']);
    });
  });

  describe('while the shopper types', () => {
    it('groups the digits and tells that the card is complete', () => {
      const { shopper } = openForm();
      shopper.fill();
      expect(shopper.values).to.deep.equal(['4111 1111 1111 1111', '12/39', '737', 'TARO YAMADA']);
      expect(shopper.state.complete).to.equal(true);
      expect(shopper.state.empty).to.equal(false);
      expect(shopper.state.brand).to.equal('visa');
    });

    it('takes full-width digits', () => {
      const { shopper } = openForm();
      shopper.fill({ number: '４１１１１１１１１１１１１１１１', expiry: '１２３９', cvc: '７３７', name: 'ＴＡＲＯ' });
      expect(shopper.state.complete).to.equal(true);
      expect(shopper.values.slice(0, 3)).to.deep.equal(['4111 1111 1111 1111', '12/39', '737']);
    });

    it('leaves the text alone while an input method composes', () => {
      const { shopper } = openForm();
      const input = shopper.input('number');
      const before = shopper.sent.length;
      input.value = '４１';
      input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true, inputType: 'insertCompositionText' }));
      expect(input.value).to.equal('４１');
      expect(shopper.sent.length).to.equal(before);
      input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
      expect(input.value).to.equal('41');
      expect(shopper.state.brand).to.equal('visa');
    });

    it('takes what autofill wrote without an input event', () => {
      const { shopper } = openForm();
      for (const name of NAMES) {
        const input = shopper.input(name);
        input.value = name === 'expiry' ? '12/2039' : CARD[name];
        input.dispatchEvent(new Event('change', { bubbles: true }));
      }
      expect(shopper.state.complete).to.equal(true);
    });

    it('keeps the caret where the shopper mends a digit', () => {
      const { shopper } = openForm();
      shopper.type('number', '4111111111111111');
      shopper.input('number').setSelectionRange(7, 7);
      shopper.backspace('number');
      expect(shopper.input('number').selectionStart).to.equal(6);
      shopper.type('number', '9');
      expect(shopper.input('number').value).to.equal('4111 1911 1111 1111');
      expect(shopper.input('number').selectionStart).to.equal(7);
    });

    it('shows the brand as soon as it is known', () => {
      const { shopper } = openForm();
      const mark = () => shopper.root.querySelector('.number .brand')?.textContent;
      expect(mark()).to.equal('');
      shopper.type('number', '35');
      shopper.type('number', '30');
      expect(mark()).to.equal('JCB');
      shopper.retype('number', '4');
      expect(mark()).to.equal('Visa');
      shopper.backspace('number');
      expect(mark()).to.equal('');
      expect(shopper.state.brand).to.equal(null);
    });

    it('draws the brand, and says it in the description of the number', () => {
      const { shopper } = openForm();
      const described = () => {
        const ids = shopper.input('number').getAttribute('aria-describedby')?.split(' ') ?? [];
        return ids.map((id) => shopper.root.getElementById(id)?.textContent).join(' ').trim();
      };
      const pictures = () => [...shopper.root.querySelectorAll('.number svg')];
      expect(pictures()).to.have.length(0);
      const drawn: [number: string, word: string][] = [
        ['4', 'Visa'], ['55', 'Mastercard'], ['3530', 'JCB'], ['37', 'Amex'], ['36', 'Diners'],
      ];
      for (const [number, word] of drawn) {
        shopper.retype('number', number);
        expect(described()).to.equal(word);
        expect(pictures().map((picture) => picture.getAttribute('aria-hidden'))).to.deep.equal(['true']);
        expect(pictures()[0]?.getBoundingClientRect().width).to.equal(32);
      }
      shopper.retype('number', '6011');
      expect(described()).to.equal('Discover');
      expect(pictures()).to.have.length(0);
    });

    it('shows both marks of a co-badged number', () => {
      const { shopper } = openForm();
      shopper.type('number', '622126');
      const marks = [...shopper.root.querySelectorAll('.number .brand > span')].map(({ textContent }) => textContent);
      expect(marks).to.deep.equal(['Discover', 'UnionPay']);
    });

    it('draws where the code is: on the front of an American Express, else on the back', () => {
      const { shopper } = openForm();
      const drawing = () => shopper.root.querySelector('.cvc svg')?.outerHTML;
      const back = drawing();
      expect(back).to.contain('aria-hidden="true"');
      shopper.type('number', '37');
      expect(drawing()).not.to.equal(back);
      shopper.retype('number', '4');
      expect(drawing()).to.equal(back);
    });

    it('says that the shop does not take the brand, as soon as that is certain, and not before', () => {
      const { shopper } = openForm({ brands: ['visa', 'jcb'] });
      shopper.type('number', '3');
      expect(shopper.isWrong('number')).to.equal(false);
      shopper.type('number', '7');
      expect(shopper.message('number')).to.equal('This shop does not take Amex.');
      expect(shopper.state.fields.number?.error).to.equal('number-brand');
      shopper.retype('number', '35');
      expect(shopper.isWrong('number')).to.equal(false);
      shopper.retype('number', CARD.number);
      expect(shopper.state.fields.number?.complete).to.equal(true);
      shopper.retype('number', '9000000000000001').leave('number');
      expect(shopper.state.fields.number?.error, 'an unknown brand').not.to.equal('number-brand');
    });

    it('warns of a wrong check digit in the test environment, and lets it pass', () => {
      const { shopper } = openForm({ environment: 'test' });
      shopper.type('number', '4999000000000002');
      expect(shopper.message('number')).to.equal(words['hint-number-test']);
      expect(shopper.isWrong('number')).to.equal(false);
      expect(shopper.state.fields.number).to.deep.equal({ empty: false, complete: true, error: null });
      shopper.retype('number', CARD.number);
      expect(shopper.message('number')).to.equal('');
    });

    it('asks for four digits of an American Express, and judges the code anew when the brand changes', () => {
      const { shopper } = openForm();
      expect(shopper.message('cvc')).to.equal(words['hint-cvc']);
      shopper.fill();
      shopper.retype('number', '378282246310005');
      expect(shopper.message('cvc')).to.equal(words['hint-cvc-amex']);
      expect(shopper.state.fields.cvc?.complete).to.equal(false);
      shopper.retype('cvc', '7373');
      expect(shopper.state.complete).to.equal(true);
      shopper.retype('number', CARD.number);
      expect(shopper.state.fields.cvc?.complete).to.equal(false);
      expect(shopper.message('cvc')).to.equal(words['cvc-invalid']);
    });

    it('tells the page only when something changed', () => {
      const { shopper } = openForm();
      shopper.type('name', 'TARO');
      const before = shopper.sent.length;
      shopper.type('name', ' YAMADA');
      expect(shopper.sent.length).to.equal(before);
    });

    it('tells which field has the focus', () => {
      const { shopper } = openForm();
      shopper.enter('expiry');
      expect(shopper.state.focused).to.equal('expiry');
      shopper.leave('expiry');
      expect(shopper.state.focused).to.equal(null);
    });
  });

  describe('errors', () => {
    const onLeaving: [name: (typeof NAMES)[number], typed: string, error: Reason, mend: string][] = [
      ['number', '4111', 'number-incomplete', '111111111111'],
      ['expiry', '1', 'expiry-incomplete', '239'],
      ['cvc', '12', 'cvc-incomplete', '3'],
      ['name', '1', 'name-characters', 'A'],
    ];
    for (const [name, typed, error, mend] of onLeaving) {
      it(`of a field that is not finished appears on leaving and goes with the mending key: ${error}`, () => {
        const { shopper } = openForm();
        shopper.type(name, typed);
        expect(shopper.isWrong(name), 'while typing').to.equal(false);
        shopper.leave(name);
        expect(shopper.message(name)).to.equal(words[error]);
        expect(shopper.isWrong(name)).to.equal(true);
        expect(shopper.state.fields[name]?.error).to.equal(error);
        shopper.input(name).setSelectionRange(99, 99);
        shopper.type(name, mend);
        expect(shopper.isWrong(name), 'after mending').to.equal(false);
        expect(shopper.message(name)).to.equal(name === 'cvc' ? words['hint-cvc'] : '');
        expect(shopper.state.fields[name]).to.deep.equal({ empty: false, complete: true, error: null });
      });
    }

    const atOnce: [name: (typeof NAMES)[number], typed: string, error: Reason][] = [
      ['number', '4111111111111112', 'number-invalid'],
      ['expiry', '13/30', 'expiry-month'],
      ['expiry', '12/2020', 'expiry-past'],
      ['name', '山', 'name-kanji'],
      ['name', 'TARO|', 'name-characters'],
      ['name', '4111111111', 'name-is-number'],
    ];
    for (const [name, typed, error] of atOnce) {
      it(`that typing on cannot mend appears at once: ${error} (${typed})`, () => {
        const { shopper } = openForm();
        shopper.type(name, typed);
        expect(shopper.message(name)).to.equal(words[error]);
        expect(shopper.isWrong(name)).to.equal(true);
      });
    }

    it('never come of leaving a field empty', () => {
      const { shopper } = openForm();
      for (const name of NAMES) {
        shopper.enter(name).leave(name);
        expect(shopper.isWrong(name)).to.equal(false);
      }
    });

    it('appear at every field at submit, and the first wrong field gets the focus', () => {
      const { shopper } = openForm();
      shopper.type('number', CARD.number);
      shopper.tell({ type: 'focus', target: 'wrong' });
      expect(NAMES.map((name) => shopper.message(name))).to.deep.equal([
        '', words['expiry-missing'], words['cvc-missing'], words['name-missing'],
      ]);
      expect(shopper.focused).to.equal('expiry');
      expect(NAMES.map((name) => shopper.state.fields[name]?.error)).to.deep.equal([
        null, 'expiry-missing', 'cvc-missing', 'name-missing',
      ]);
    });

    it('are told as well when the page asks for a token too early', async () => {
      const { shopper, gateway } = openForm();
      shopper.type('number', CARD.number);
      shopper.tell({ type: 'tokenize', id: 'early', count: 1 });
      expect(await shopper.told('error')).to.deep.equal({ type: 'error', id: 'early', code: 'incomplete' });
      expect(shopper.focused).to.equal('expiry');
      expect(shopper.isWrong('cvc')).to.equal(true);
      expect(gateway.calls).to.deep.equal([]);
    });

    it('make the form higher only when a message has two lines', async () => {
      const { shopper } = openForm();
      shopper.host.style.width = '480px';
      await shopper.told('resize');
      expect(shopper.sentOf('resize').at(-1)?.height).to.equal(formHeight(NAMES));
      shopper.tell({ type: 'focus', target: 'wrong' });
      await nextFrame();
      await nextFrame();
      expect(shopper.form.getBoundingClientRect().height, 'one line each').to.equal(formHeight(NAMES));
      shopper.host.style.width = '220px';
      await until(() => Number(shopper.sentOf('resize').at(-1)?.height) > formHeight(NAMES));
      expect(shopper.sentOf('resize').at(-1)?.height).to.equal(Math.ceil(shopper.form.getBoundingClientRect().height));
    });
  });

  describe('a name in another script', () => {
    /** Not the real one: the real one has tests of its own. */
    const romanise = (text: string) => text.replaceAll('ヤマダ', 'YAMADA').replaceAll('たろう', 'TARO');
    /** A form whose romaniser arrives when the test says so. */
    function openKanaForm(overrides: ConstructorParameters<typeof Shopper>[1] = {}) {
      const gateway = new FakeGateway();
      let arrive: (romaniser: typeof romanise | null) => void = () => undefined;
      let asked = 0;
      const shopper = new Shopper(gateway, overrides, () => {
        asked += 1;
        return new Promise((resolve) => {
          arrive = resolve;
        });
      });
      return { gateway, shopper, asked: () => asked, arrive: async (romaniser: typeof romanise | null) => {
        arrive(romaniser);
        await nextFrame();
      } };
    }

    it('is shown as it will be sent, and stays as it is typed', async () => {
      const { shopper, gateway, arrive } = openKanaForm({ language: 'ja', words: ja.frame });
      shopper.fill({ ...CARD, name: 'ﾔﾏﾀﾞ　たろう' });
      expect(shopper.isWrong('name')).to.equal(false);
      expect(shopper.state.complete).to.equal(false);
      await arrive(romanise);
      expect(shopper.message('name')).to.equal('YAMADA TARO として送信します');
      expect(shopper.input('name').value).to.equal('ﾔﾏﾀﾞ　たろう');
      expect(shopper.state.complete).to.equal(true);
      shopper.tell({ type: 'tokenize', id: 'call-1', count: 1 });
      await gateway.called();
      expect(gateway.calls[0]?.card.cardholderName).to.equal('YAMADA TARO');
    });

    it('asks for the romaniser on the first kana, once', async () => {
      const { shopper, asked, arrive } = openKanaForm();
      shopper.type('name', 'Ｔaro');
      expect(asked()).to.equal(0);
      shopper.retype('name', 'たろ');
      expect(asked()).to.equal(1);
      await arrive(romanise);
      shopper.retype('name', 'ヤマダ');
      expect(asked()).to.equal(1);
      expect(shopper.message('name')).to.equal('Will be sent as YAMADA');
    });

    it('is asked for in Roman letters when the romaniser does not load', async () => {
      const { shopper, arrive } = openKanaForm();
      shopper.type('name', 'たろう');
      await arrive(null);
      expect(shopper.message('name')).to.equal(words['name-characters']);
      shopper.retype('name', 'TARO');
      expect(shopper.isWrong('name')).to.equal(false);
      expect(shopper.state.fields.name?.complete).to.equal(true);
    });

    it('of full width is shown as it will be sent, without being read out at every key', () => {
      const { shopper } = openForm();
      shopper.type('name', 'ｔａｒｏ');
      expect(shopper.message('name')).to.equal('Will be sent as TARO');
      expect(shopper.root.getElementById('name-message')?.getAttribute('aria-live')).to.equal('off');
      shopper.type('name', '|');
      expect(shopper.root.getElementById('name-message')?.getAttribute('aria-live')).to.equal('polite');
      shopper.retype('name', 'TARO ');
      expect(shopper.message('name')).to.equal('');
    });

    it('is sent in a message to nobody but the gateway', async () => {
      const { shopper, arrive } = openKanaForm();
      shopper.type('name', 'ヤマダ');
      await arrive(romanise);
      expect(JSON.stringify(shopper.sent)).not.to.match(/YAMADA|ヤマダ/);
    });

    it('is never markup', async () => {
      const { shopper, arrive } = openKanaForm();
      shopper.type('name', 'ヤマダ');
      await arrive(() => '$&A');
      expect(shopper.message('name')).to.equal(words['name-characters']);
    });
  });

  describe('its layout', () => {
    for (const [language, local] of [['en', en.frame], ['ja', ja.frame]] as const) {
      it(`has the height that the page reserves at 320 px: ${language}`, async () => {
        const { shopper } = openForm({ language, words: local });
        shopper.host.style.width = '320px';
        await nextFrame();
        expect(shopper.form.getBoundingClientRect().height).to.equal(formHeight(NAMES));
        for (const name of NAMES) expect(shopper.label(name).scrollWidth).to.be.at.most(shopper.label(name).clientWidth);
      });
    }

    it('wraps a long label, and keeps neighbours in line', () => {
      const { shopper } = openForm({ words: { ...words, 'label-expiry': 'Ablaufdatum der Kreditkarte (Monat und Jahr)' } });
      shopper.host.style.width = '320px';
      const [expiry, cvc] = [shopper.input('expiry'), shopper.input('cvc')].map((input) => input.getBoundingClientRect());
      expect(shopper.label('expiry').getBoundingClientRect().height).to.be.greaterThan(20);
      expect(expiry?.top).to.equal(cvc?.top);
      expect(shopper.form.scrollWidth).to.be.at.most(320);
    });

    it('has targets of 44 px at least, in which a phone does not zoom', () => {
      const { shopper } = openForm();
      for (const name of NAMES) {
        expect(shopper.input(name).getBoundingClientRect().height).to.be.at.least(44);
        expect(Number.parseFloat(getComputedStyle(shopper.input(name)).fontSize)).to.be.at.least(16);
      }
    });

    it('follows a page that is written from right to left, with digits from left to right', () => {
      const { shopper } = openForm({ style: [{ at: 'host', values: { direction: 'rtl' } }] });
      const left = (name: (typeof NAMES)[number]) => shopper.input(name).getBoundingClientRect().left;
      expect(left('expiry')).to.be.greaterThan(left('cvc'));
      const range = document.createRange();
      range.selectNodeContents(shopper.label('number'));
      expect(range.getBoundingClientRect().right).to.be.closeTo(shopper.input('number').getBoundingClientRect().right, 1);
      expect(getComputedStyle(shopper.label('number')).direction).to.equal('rtl');
      expect(NAMES.map((name) => getComputedStyle(shopper.input(name)).direction)).to.deep.equal(['ltr', 'ltr', 'ltr', 'ltr']);
    });
  });

  describe('what the page says', () => {
    it('focus goes to the first field', () => {
      const { shopper } = openForm({ fields: ['name', 'number', 'expiry'] });
      shopper.tell({ type: 'focus', target: 'first' });
      expect(shopper.focused).to.equal('name');
      expect(shopper.isWrong('name')).to.equal(false);
    });

    it('focus on what is wrong goes to the first field when nothing is', () => {
      const { shopper } = openForm();
      shopper.fill().tell({ type: 'focus', target: 'wrong' });
      expect(shopper.focused).to.equal('number');
    });

    it('another language changes the words and keeps what is typed', () => {
      const { shopper } = openForm();
      shopper.type('number', '4111').leave('number').type('name', 'TARO');
      shopper.tell({ type: 'labels', language: 'ja', words: ja.frame });
      expect(shopper.label('number').textContent).to.equal(ja.frame['label-number']);
      expect(shopper.message('number')).to.equal(ja.frame['number-incomplete']);
      expect(shopper.message('cvc')).to.equal(ja.frame['hint-cvc']);
      expect(shopper.input('name').placeholder).to.equal(ja.frame['placeholder-name']);
      expect(document.documentElement.lang).to.equal('ja');
      expect(document.title).to.equal(ja.frame['frame-title']);
      expect(shopper.values).to.deep.equal(['4111', '', '', 'TARO']);
      expect(shopper.focused).to.equal('name');
    });

    it('words are text, never markup', () => {
      const { shopper } = openForm({ words: { ...words, 'label-number': '<b id="evil">x</b>', 'hint-cvc': '<img src=x>' } });
      expect(shopper.label('number').textContent).to.equal('<b id="evil">x</b>');
      expect(shopper.root.querySelector('#evil, img')).to.equal(null);
    });

    it('disabled locks every field, and opens them again', () => {
      const { shopper } = openForm({ disabled: true });
      const disabled = () => NAMES.map((name) => shopper.input(name).disabled);
      expect(disabled()).to.deep.equal([true, true, true, true]);
      shopper.tell({ type: 'disabled', disabled: false });
      expect(disabled()).to.deep.equal([false, false, false, false]);
    });

    it('clear empties the fields without a word of blame', () => {
      const { shopper } = openForm();
      shopper.fill();
      shopper.retype('expiry', '1').leave('expiry');
      shopper.tell({ type: 'clear' });
      expect(shopper.values).to.deep.equal(['', '', '', '']);
      expect(NAMES.map((name) => shopper.isWrong(name))).to.deep.equal([false, false, false, false]);
      expect(shopper.message('cvc')).to.equal(words['hint-cvc']);
      expect(shopper.state.empty).to.equal(true);
      expect(shopper.state.brand).to.equal(null);
    });
  });

  describe('style', () => {
    it('takes colours and fonts of the page', () => {
      const font = '"Noto Sans JP", sans-serif';
      const { shopper } = openForm({ style: [{ at: 'host', values: { color: 'rgb(1, 2, 3)', 'font-family': font } }] });
      expect(getComputedStyle(shopper.label('number')).color).to.equal('rgb(1, 2, 3)');
      expect(getComputedStyle(shopper.input('number')).fontFamily).to.contain('Noto Sans JP');
      shopper.tell({ type: 'style', style: [{ at: 'host', values: { color: 'rgb(4, 5, 6)' } }] });
      expect(getComputedStyle(shopper.label('number')).color).to.equal('rgb(4, 5, 6)');
    });

    const red = 'rgb(255, 0, 0)';
    const places: readonly (readonly [at: string, look: (shopper: Shopper) => string, isMet: (shopper: Shopper) => void])[] = [
      ['input', (shopper) => getComputedStyle(shopper.input('name')).color, () => undefined],
      ['input cvc', (shopper) => getComputedStyle(shopper.input('cvc')).color, () => undefined],
      ['label expiry', (shopper) => getComputedStyle(shopper.label('expiry')).color, () => undefined],
      ['hint', (shopper) => getComputedStyle(shopper.root.querySelector('.cvc .message') as Element).color, () => undefined],
      ['input focused', (shopper) => getComputedStyle(shopper.input('number')).color, (shopper) => shopper.input('number').focus()],
      ['input complete', (shopper) => getComputedStyle(shopper.input('name')).color, (shopper) => shopper.type('name', 'TARO YAMADA')],
      ['label empty', (shopper) => getComputedStyle(shopper.label('cvc')).color, () => undefined],
      ['error', (shopper) => getComputedStyle(shopper.root.querySelector('.number .error') as Element).color, (shopper) => shopper.tell({ type: 'focus', target: 'none' })],
      ['input number invalid', (shopper) => getComputedStyle(shopper.input('number')).color, (shopper) => shopper.tell({ type: 'focus', target: 'none' })],
      ['input disabled', (shopper) => getComputedStyle(shopper.input('cvc')).color, (shopper) => shopper.tell({ type: 'disabled', disabled: true })],
    ];
    for (const [at, look, meet] of places) {
      it(`shows ${at} as it is told, and no longer than it is told`, () => {
        const { shopper } = openForm({ style: [{ at, values: { color: red } }] });
        meet(shopper);
        expect(look(shopper)).to.equal(red);
        shopper.tell({ type: 'style', style: [] });
        expect(look(shopper)).to.not.equal(red);
      });
    }

    it('writes a rule for the placeholder, which not every browser can be asked about', () => {
      const { shopper } = openForm({ style: [{ at: 'placeholder name', values: { color: red } }] });
      const [rule] = shopper.root.adoptedStyleSheets.at(-1)?.cssRules ?? [];
      expect(rule?.cssText).to.equal(`:where(.field.name) .input.input::placeholder { color: ${red}; }`);
    });

    it('lets the later rule win, whatever it is about', () => {
      const { shopper } = openForm({ style: [
        { at: 'input number focused', values: { color: 'rgb(1, 1, 1)' } },
        { at: 'input', values: { color: red } },
      ] });
      shopper.input('number').focus();
      expect(getComputedStyle(shopper.input('number')).color).to.equal(red);
    });

    it('lays fields apart as the rows of the shop’s form are', () => {
      const { shopper } = openForm({ style: [{ at: 'form', values: { 'row-gap': '40px' } }] });
      expect(getComputedStyle(shopper.input('name').closest('.field') as Element).marginTop).to.equal('40px');
    });

    const hostile: [property: string, value: string][] = [
      ['background-image', 'url(https://evil.example/a)'],
      ['background', 'red'],
      ['color', 'url(https://evil.example/b)'],
      ['color', 'red; background: url(https://evil.example/c)'],
      ['font-family', 'x} input { background: url(https://evil.example/d) }'],
      ['font-family', 'u\\72l(https://evil.example/e)'],
      ['font-family', 'var(--x)'],
      ['accent-color', 'image-set("https://evil.example/f" 1x)'],
      ['color', 'expression(alert(1))'],
      ['--accent', 'red'],
      ['cursor', 'url(https://evil.example/g), auto'],
      ['__proto__', 'red'],
    ];
    for (const [property, value] of hostile) {
      it(`never applies ${property}: ${value}`, () => {
        const values = JSON.parse(`{${JSON.stringify(property)}: ${JSON.stringify(value)}}`) as Record<string, string>;
        const style = ['host', 'input'].map((at) => ({ at, values }));
        const { shopper } = openForm({ style });
        shopper.tell({ type: 'style', style });
        const rules = shopper.root.adoptedStyleSheets.at(-1)?.cssRules ?? [];
        expect([...rules].map(({ cssText }) => cssText)).to.deep.equal([':host { }', ':where(.field) .input.input { }']);
        expect(document.documentElement.style.cssText).to.equal('');
        expect(getComputedStyle(shopper.input('number')).backgroundImage).to.equal('none');
      });
    }
  });

  describe('a token', () => {
    it('is asked for with what was typed, normalised', async () => {
      const { shopper, gateway } = openForm();
      shopper.fill({ ...CARD, name: 'ｔａｒｏ  Yamada' }).tell({ type: 'tokenize', id: 'call-1', count: 3 });
      expect(gateway.prepared).to.equal(1);
      await gateway.called();
      expect(gateway.calls.map(({ card }) => card)).to.deep.equal([
        { number: CARD.number, expiry: { month: 12, year: 2039 }, cvc: '737', cardholderName: 'TARO YAMADA' },
      ]);
      expect(gateway.calls[0]?.options.count).to.equal(3);
    });

    it('locks the fields, in which the focus stays, while the gateway works', async () => {
      const { shopper, gateway } = openForm();
      shopper.fill().enter('cvc').tell({ type: 'tokenize', id: 'call-1', count: 1 });
      expect(NAMES.map((name) => shopper.input(name).readOnly)).to.deep.equal([true, true, true, true]);
      expect(shopper.form.getAttribute('aria-busy')).to.equal('true');
      expect(shopper.focused).to.equal('cvc');
      await gateway.answer({ code: 'gateway-busy' });
      await shopper.told('error');
      expect(NAMES.map((name) => shopper.input(name).readOnly)).to.deep.equal([false, false, false, false]);
      expect(shopper.form.getAttribute('aria-busy')).to.equal('false');
    });

    it('is told with its call, and confirmed to the shopper until the next key', async () => {
      const { shopper, gateway } = openBusyForm();
      await gateway.answer(ISSUED);
      expect(await shopper.told('token')).to.deep.equal({ type: 'token', id: 'call-1', brand: 'visa', ...ISSUED });
      expect(shopper.message('number')).to.equal('Card *************111 is confirmed.');
      shopper.tell({ type: 'labels', language: 'ja', words: ja.frame });
      expect(shopper.message('number')).to.equal('カード *************111 を確認しました。');
      shopper.type('number', '5');
      expect(shopper.message('number')).to.equal('');
    });

    it('is no longer confirmed when another field is typed in', async () => {
      const { shopper, gateway } = openBusyForm();
      await gateway.answer(ISSUED);
      await shopper.told('token');
      shopper.type('name', 'A');
      expect(shopper.message('number')).to.equal('');
    });

    it('is refused while another is under way', async () => {
      const { shopper, gateway } = openBusyForm();
      await gateway.called();
      shopper.tell({ type: 'tokenize', id: 'call-2', count: 1 });
      expect(await shopper.told('error')).to.deep.equal({ type: 'error', id: 'call-2', code: 'busy' });
      expect(gateway.calls).to.have.length(1);
    });

    it('is given up when the page clears the form', async () => {
      const { shopper, gateway } = openBusyForm();
      await gateway.called();
      shopper.tell({ type: 'clear' });
      expect(gateway.calls[0]?.options.signal.aborted).to.equal(true);
      await gateway.answer(ISSUED);
      expect(await shopper.told('error')).to.deep.equal({ type: 'error', id: 'call-1', code: 'aborted' });
      expect(shopper.sentOf('token')).to.deep.equal([]);
    });

    it('is asked for by Enter, but not twice', () => {
      const { shopper } = openForm();
      shopper.fill().form.requestSubmit();
      expect(shopper.sentOf('submit')).to.have.length(1);
      shopper.tell({ type: 'tokenize', id: 'call-1', count: 1 });
      shopper.form.requestSubmit();
      expect(shopper.sentOf('submit')).to.have.length(1);
    });

    const refusals: [code: ErrorCode & Reason, name: (typeof NAMES)[number]][] = [
      ['number-invalid', 'number'], ['expiry-invalid', 'expiry'], ['cvc-invalid', 'cvc'], ['name-characters', 'name'],
    ];
    for (const [code, name] of refusals) {
      it(`that the gateway refuses for ${code} shows it at the field, empties the CVC and keeps the rest`, async () => {
        const { shopper, gateway } = openBusyForm();
        await gateway.answer({ code });
        expect(await shopper.told('error')).to.deep.equal({ type: 'error', id: 'call-1', code });
        expect(shopper.message(name)).to.equal(words[code]);
        expect(shopper.focused).to.equal(name);
        expect(shopper.values).to.deep.equal(['4111 1111 1111 1111', '12/39', '', 'TARO YAMADA']);
        expect(shopper.state.complete).to.equal(false);
      });
    }

    describe('when the gateway refused five times', () => {
      let now = 0;
      let deadlines: Deadlines;
      const realNow = Date.now;
      beforeEach(() => {
        now = realNow();
        Date.now = () => now;
        deadlines = holdDeadlines();
      });
      afterEach(() => {
        Date.now = realNow;
        deadlines.release();
      });

      const attempt = (shopper: Shopper, id: string) => {
        shopper.retype('number', CARD.number).retype('expiry', CARD.expiry).retype('cvc', CARD.cvc).retype('name', CARD.name);
        shopper.tell({ type: 'tokenize', id, count: 1 });
      };
      const refuse = async (shopper: Shopper, gateway: FakeGateway, times: number, code: ErrorCode = 'number-invalid') => {
        for (let time = 0; time < times; time += 1) {
          const answers = shopper.sentOf('error').length;
          attempt(shopper, `call-${String(answers)}`);
          await gateway.answer({ code });
          expect((await shopper.told('error', answers + 1)).code).to.equal(code);
        }
      };
      const wait = (seconds: number) => words.wait.replace('{seconds}', String(seconds));
      const notice = ({ root }: Shopper) => [...root.querySelectorAll('.notice > *')].map(({ textContent }) => textContent);

      it('counts half a minute down, second by second, and reads it out a few times', async () => {
        const { shopper, gateway } = openForm();
        await refuse(shopper, gateway, 4);
        expect(notice(shopper)).to.deep.equal(['', '']);
        await refuse(shopper, gateway, 1);
        const heard = new Set<string>();
        for (let seconds = 30; seconds > 0; seconds -= 1) {
          const [seen, spoken] = notice(shopper);
          expect(seen).to.equal(wait(seconds));
          heard.add(spoken ?? '');
          now += 1_000;
          deadlines.expire(1_000);
        }
        expect([...heard]).to.deep.equal([wait(30), wait(15), wait(7)]);
        expect(notice(shopper)).to.deep.equal([words['wait-over'], words['wait-over']]);
        expect(shopper.root.querySelector('.notice > [role=status]'), 'is a live region').not.to.equal(null);
      });

      it('asks the gateway for nothing until then, keeps what is typed, and waits twice as long after the next one', async () => {
        const { shopper, gateway } = openForm();
        await refuse(shopper, gateway, 5);
        now += 29_000;
        attempt(shopper, 'early');
        expect((await shopper.told('error', 6)).code).to.equal('too-many-attempts');
        expect(gateway.calls).to.have.length(5);
        expect(shopper.values).to.deep.equal(['4111 1111 1111 1111', '12/39', '737', 'TARO YAMADA']);
        now += 1_000;
        await refuse(shopper, gateway, 1);
        expect(notice(shopper)[0]).to.equal(wait(60));
      });

      it('remembers it in a document that is loaded anew', async () => {
        const { shopper, gateway } = openForm();
        await refuse(shopper, gateway, 5);
        expect(JSON.stringify(Object.entries(sessionStorage)), 'and keeps times only').to.match(/^\[\["shoji-refusals","\{\\"refusals\\":\[[\d,]+\],\\"until\\":\d+\}"\]\]$/);
        shopper.goAway();
        const { shopper: again } = openForm();
        expect(notice(again)[0]).to.equal(wait(30));
        attempt(again, 'again');
        expect((await again.told('error')).code).to.equal('too-many-attempts');
      });

      it('forgets them after ten minutes, and never counts a line that broke', async () => {
        const { shopper, gateway } = openForm();
        await refuse(shopper, gateway, 6, 'gateway-timeout');
        await refuse(shopper, gateway, 4);
        now += 600_000;
        await refuse(shopper, gateway, 4);
        expect(notice(shopper)).to.deep.equal(['', '']);
      });

      it('never counts congestion, nor a shop’s wrong settings', async () => {
        const { shopper, gateway } = openForm();
        for (const code of ['gateway-busy', 'gateway-internal', 'gmo-180'] as const) await refuse(shopper, gateway, 2, code);
        expect(notice(shopper)).to.deep.equal(['', '']);
      });

      it('holds exactly as long as it says, whatever is forgotten meanwhile, and no longer when the clock is set back', async () => {
        const { shopper, gateway } = openForm();
        await refuse(shopper, gateway, 5);
        for (const seconds of [30, 60, 120, 240, 480]) {
          expect(notice(shopper)[0]).to.equal(wait(seconds));
          now += seconds * 1_000 - 1;
          attempt(shopper, 'early');
          expect((await shopper.told('error', shopper.sentOf('error').length)).code).to.equal('too-many-attempts');
          now += 1;
          if (seconds < 480) await refuse(shopper, gateway, 1);
        }
        await refuse(shopper, gateway, 1);
        now -= 3_600_000;
        await refuse(shopper, gateway, 1);
      });

      it('speaks the language of the moment', async () => {
        const { shopper, gateway } = openForm();
        await refuse(shopper, gateway, 5);
        shopper.tell({ type: 'labels', language: 'ja', words: ja.frame });
        const sentence = ja.frame.wait.replace('{seconds}', '30');
        expect(notice(shopper)).to.deep.equal([sentence, sentence]);
      });

      it('is shared by documents that stand beside each other', async () => {
        const { shopper: beside } = openForm();
        const { shopper, gateway } = openForm();
        await refuse(shopper, gateway, 5);
        attempt(beside, 'beside');
        expect((await beside.told('error')).code).to.equal('too-many-attempts');
        expect(notice(beside)[0]).to.equal(wait(30));
      });

      it('counts a token that the shop could not use, since it asks for another one', async () => {
        const { shopper, gateway } = openForm();
        for (let time = 1; time <= 4; time += 1) {
          attempt(shopper, `call-${String(time)}`);
          await gateway.answer(ISSUED);
          await shopper.told('token', time);
        }
        await refuse(shopper, gateway, 1);
        expect(notice(shopper)[0]).to.equal(wait(30));
        now += 30_000;
        deadlines.expire(1_000);
        attempt(shopper, 'after');
        expect(notice(shopper), 'an attempt that is let through ends what was said').to.deep.equal(['', '']);
        await gateway.answer(ISSUED);
        await shopper.told('token', 5);
      });
    });
  });

  describe('a card that nobody works on', () => {
    let now = 0;
    let deadlines: Deadlines;
    const realNow = Date.now;
    beforeEach(() => {
      now = realNow();
      Date.now = () => now;
      deadlines = holdDeadlines();
    });
    afterEach(() => {
      Date.now = realNow;
      deadlines.release();
    });
    const notice = ({ root }: Shopper) => root.querySelector('.notice [role=status]')?.textContent;

    it('is emptied after ten minutes, with a sentence that stays until the next key, in the language of the moment', () => {
      const { shopper } = openForm();
      now += 599_000;
      shopper.fill();
      now += 1_000;
      deadlines.expire(600_000);
      expect(shopper.values[0], 'somebody was there a second ago').to.equal('4111 1111 1111 1111');
      now += 599_000;
      deadlines.expire(599_000);
      expect(shopper.values).to.deep.equal(['', '', '', '']);
      expect(shopper.state).to.deep.include({ empty: true, complete: false, brand: null });
      expect(notice(shopper)).to.equal(words['idle-cleared']);
      shopper.tell({ type: 'labels', language: 'ja', words: ja.frame });
      expect(notice(shopper)).to.equal(ja.frame['idle-cleared']);
      shopper.type('number', '4');
      expect(notice(shopper)).to.equal('');
    });

    it('is emptied when a device wakes up that slept through them, and not before', () => {
      const { shopper } = openForm();
      for (const [name, text] of Object.entries(CARD)) shopper.input(name as 'number').value = text; // as an extension fills in
      document.dispatchEvent(new Event('visibilitychange'));
      expect(shopper.values[0]).to.equal(CARD.number);
      now += 600_000;
      document.dispatchEvent(new Event('visibilitychange'));
      expect(shopper.values).to.deep.equal(['', '', '', '']);
    });

    it('stays while it is being paid with', async () => {
      const { shopper, gateway } = openForm();
      shopper.fill();
      now += 599_000;
      shopper.tell({ type: 'tokenize', id: 'call-1', count: 1 });
      now += 600_000;
      deadlines.expire(600_000);
      expect(shopper.values[0]).to.equal('4111 1111 1111 1111');
      await gateway.answer(ISSUED);
      await shopper.told('token');
    });

    it('says nothing when there was nothing to empty', () => {
      const { shopper } = openForm();
      shopper.type('number', '4').backspace('number');
      now += 600_000;
      deadlines.expire(600_000);
      expect(notice(shopper)).to.equal('');
    });
  });

  describe('a wrong check digit', () => {
    const [, wrongNumber, group] = SWAPPED;
    it('names the group where a swap would explain it, to the shopper alone', () => {
      const { shopper } = openForm();
      shopper.type('number', wrongNumber);
      const sentence = words['swapped-group'].replace('{sentence}', words['number-invalid']).replace('{group}', String(group));
      expect(shopper.message('number')).to.equal(sentence);
      expect(shopper.state.fields.number?.error).to.equal('number-invalid');
      expect(JSON.stringify(shopper.sentOf('state'))).not.to.match(/group|\d/);
    });

    it('takes the same room whatever group is named, and when none is', () => {
      const heightOf = (number: string) => {
        const { shopper } = openForm();
        shopper.host.style.inlineSize = '300px';
        shopper.type('number', number);
        return [shopper.message('number'), shopper.form.getBoundingClientRect().height] as const;
      };
      const [[named, high], [bare, same]] = [heightOf(wrongNumber), heightOf('4111111111111112')];
      expect(named).not.to.equal(bare);
      expect(bare).to.equal(words['number-invalid']);
      expect(same).to.equal(high);
    });
  });
});
