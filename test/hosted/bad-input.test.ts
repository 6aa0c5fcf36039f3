/** What no card has, in every field; when an error shows and goes; and what the page is told of a key: nothing, mostly. */
import { expect } from '@open-wc/testing';
import type { FieldName } from '../../src/card/verification.js';
import { en } from '../../src/locales/en.js';
import { CARD, clearForms, FakeGateway, Shopper } from '../support/wtr-shopper.ts';

const NAMES = ['number', 'expiry', 'cvc', 'name'] as const;
const words = en.frame;
const openForm = () => new Shopper(new FakeGateway());

/** Pastes over what is selected, as a browser does it. */
function paste(shopper: Shopper, name: FieldName, data: string): void {
  const input = shopper.input(name);
  shopper.enter(name);
  const init = { bubbles: true, composed: true, inputType: 'insertFromPaste', data };
  if (!input.dispatchEvent(new InputEvent('beforeinput', { ...init, cancelable: true }))) return;
  input.setRangeText(data, input.selectionStart ?? 0, input.selectionEnd ?? 0, 'end');
  input.dispatchEvent(new InputEvent('input', init));
}

describe('bad input', () => {
  let complaints: unknown[];
  const { error, warn } = console;
  const listen = (event: ErrorEvent | PromiseRejectionEvent) => complaints.push(event.type);

  beforeEach(() => {
    complaints = [];
    console.error = console.warn = (...said: unknown[]) => complaints.push(said);
    window.addEventListener('error', listen);
    window.addEventListener('unhandledrejection', listen);
  });
  afterEach(() => {
    Object.assign(console, { error, warn });
    window.removeEventListener('error', listen);
    window.removeEventListener('unhandledrejection', listen);
    clearForms();
  });

  const BAD: readonly (readonly [what: string, text: string])[] = [
    ['5,000 letters', 'x'.repeat(5000)],
    ['5,000 digits', '4'.repeat(5000)],
    ['5,000 spaces', ' '.repeat(5000)],
    ['5,000 slashes', '/'.repeat(5000)],
    ['5,000 characters of emoji', '💳'.repeat(2500)],
    ['5,000 combining marks', `e${'\u0301'.repeat(4999)}`],
    ['a high surrogate alone', '\ud83d'],
    ['a low surrogate alone', '\udca3'],
    ['5,000 lone surrogates', '\ud83d'.repeat(5000)],
    ['right-to-left marks', '\u200f\u202e\u2067'],
    ['Arabic letters', 'بطاقة'],
    ['the gateway’s separator', '|'],
    ['a null character', '\u0000'],
    ['an emoji of several code points', '👨‍👩‍👧‍👦'],
    ['markup', '<img src=x onerror=alert(1)>'],
    ['kanji', '山田太郎'],
  ];

  for (const [what, text] of BAD) {
    for (const name of NAMES) {
      it(`${what}, pasted into the empty field ${name}: a message, or it is dropped`, () => {
        const shopper = openForm();
        paste(shopper, name, text);
        shopper.leave(name);
        const { value } = shopper.input(name);
        if (value.trim() !== '' || shopper.isWrong(name)) {
          const verdict = shopper.state.fields[name];
          expect(shopper.isWrong(name) && shopper.message(name) !== '', 'a message').to.equal(!verdict?.complete);
        } else expect(shopper.state.complete, 'dropped').to.equal(false);
        expect(value.length).to.be.most(name === 'name' ? text.length : 23);
        expect(complaints).to.deep.equal([]);
      });
    }

    it(`${what}, pasted behind what was right: the digits stay`, () => {
      const shopper = openForm().fill();
      for (const name of ['number', 'expiry', 'cvc'] as const) {
        const before = shopper.input(name).value;
        shopper.input(name).setSelectionRange(99, 99);
        paste(shopper, name, text);
        expect(shopper.input(name).value.startsWith(before), name).to.equal(true);
      }
      expect(complaints).to.deep.equal([]);
    });

    if (!/\d/.test(text)) {
      it(`${what}, pasted over what was right: it stays, and so does the selection`, () => {
        const shopper = openForm().fill();
        for (const name of ['number', 'expiry', 'cvc'] as const) {
          const input = shopper.input(name);
          const before = input.value;
          input.select();
          paste(shopper, name, text);
          expect([input.value, input.selectionStart, input.selectionEnd]).to.deep.equal([before, 0, before.length]);
        }
        expect(shopper.state.complete).to.equal(true);
        expect(complaints).to.deep.equal([]);
      });
    }
  }

  it('never lets the gateway’s separator through in the name, wherever it stands', () => {
    const shopper = openForm().fill();
    for (const text of ['TARO|YAMADA', '|', 'TARO YAMADA|', 'ＴＡＲＯ｜ＹＡＭＡＤＡ']) {
      shopper.input('name').select();
      paste(shopper, 'name', text);
      expect(shopper.state.complete, text).to.equal(false);
      expect(shopper.message('name'), text).to.equal(words['name-characters']);
    }
    shopper.retype('name', 'TARO YAMADA');
    expect(shopper.state.complete).to.equal(true);
  });

  it('text around a number and marks inside it cost nothing', () => {
    const shopper = openForm().fill({ expiry: CARD.expiry, cvc: CARD.cvc, name: CARD.name });
    paste(shopper, 'number', '\u202aカード番号：4111\u200b-1111 1111　１１１１\u202c');
    expect(shopper.input('number').value).to.equal('4111 1111 1111 1111');
    expect(shopper.state.complete).to.equal(true);
  });
});

describe('an error', () => {
  afterEach(clearForms);

  /** `typed` may become right by `mend`; `key` is the last one of the mending. */
  const UNFINISHED: readonly (readonly [name: FieldName, typed: string, mend: string])[] = [
    ['number', '4', '111111111111111'], ['number', '411111111111111', '1'], ['number', '37828224631000', '5'],
    ['number', '3', '530111333300000'],
    ['expiry', '1', '2/39'], ['expiry', '12', '39'], ['expiry', '12/3', '9'], ['expiry', '12/20', '39'], ['expiry', '0', '139'],
    ['expiry', '2', '039-12'], ['expiry', '2039/', '1'], ['cvc', '1', '23'], ['cvc', '12', '3'],
    ['name', '1', 'A'], ['name', '-', 'A'],
  ];
  for (const [name, typed, mend] of UNFINISHED) {
    it(`of ${name} never shows while "${typed}" may become right, shows on leaving, and goes with the mending key`, () => {
      const shopper = openForm();
      for (const key of typed) {
        shopper.type(name, key);
        expect(shopper.isWrong(name), `after ${key}`).to.equal(false);
      }
      shopper.leave(name);
      expect(shopper.isWrong(name), 'on leaving').to.equal(true);
      shopper.input(name).setSelectionRange(99, 99);
      shopper.type(name, mend);
      expect(shopper.isWrong(name), 'mended').to.equal(false);
      expect(shopper.state.fields[name]).to.deep.equal({ empty: false, complete: true, error: null });
    });

    it(`of ${name} shows at submit while "${typed}" stands there`, () => {
      const shopper = openForm().fill({ ...CARD, [name]: typed });
      shopper.tell({ type: 'focus', target: 'wrong' });
      expect(shopper.isWrong(name)).to.equal(true);
      expect(shopper.focused).to.equal(name);
      // an American Express, even an unfinished one, wants four digits of the code
      const alsoWrong = typed.startsWith('37') ? ['cvc'] : [];
      expect(NAMES.filter((other) => other !== name && shopper.isWrong(other))).to.deep.equal(alsoWrong);
    });
  }

  const HOPELESS: readonly (readonly [name: FieldName, typed: string, backspaces: number, mend: string])[] = [
    ['number', '4111111111111112', 1, '1'], ['number', '41111111111111111', 1, ''], ['expiry', '13', 1, '2/39'],
    ['expiry', '12/2020', 2, '39'], ['expiry', '00', 1, '1/39'], ['name', 'TARO|', 1, ''], ['name', 'TARO 山', 1, ''],
  ];
  for (const [name, typed, backspaces, mend] of HOPELESS) {
    it(`of ${name} shows at once when nothing typed behind "${typed}" mends it, and goes with the key that does`, () => {
      const shopper = openForm();
      shopper.type(name, typed);
      expect(shopper.isWrong(name)).to.equal(true);
      for (let count = 0; count < backspaces; count += 1) shopper.backspace(name);
      shopper.type(name, mend);
      expect(shopper.isWrong(name)).to.equal(false);
      expect(shopper.state.fields[name]?.complete).to.equal(true);
    });
  }
});

describe('what the page is told of a key', () => {
  afterEach(clearForms);

  /** How many messages each key of the text costs, in a form that has the focus already. */
  const costs = (shopper: Shopper, name: FieldName, text: string): number[] =>
    [...text].map((key) => {
      const before = shopper.sent.length;
      shopper.type(name, key);
      return shopper.sent.length - before;
    });

  const ROWS: readonly (readonly [name: FieldName, text: string, told: readonly number[], why: string])[] = [
    ['number', '4111111111111111', [0, 15], 'not empty and the brand with the first, complete with the last'],
    ['number', '378282246310005', [0, 1, 14], 'not empty; the brand with the second; complete'],
    ['expiry', '12/39', [0, 4], 'not empty, complete'],
    ['cvc', '737', [0, 2], 'not empty, complete'],
    ['name', 'TARO YAMADA', [0], 'complete with the first letter'],
  ];
  for (const [name, text, told, why] of ROWS) {
    it(`of ${name} "${text}": ${why}; of every other key nothing`, () => {
      const shopper = openForm().enter(name);
      const found = costs(shopper, name, text);
      expect(found.flatMap((count, index) => (count ? [index] : []))).to.deep.equal(told);
      expect(Math.max(...found)).to.equal(1);
    });
  }

  it('nothing: of an arrow, a key without effect, an undo that changes no verdict, or a digit replaced by another', () => {
    const shopper = openForm().fill().enter('number');
    const before = shopper.sent.length;
    const input = shopper.input('number');
    const press = (key: string, init: KeyboardEventInit = {}) =>
      input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }));
    for (const key of ['ArrowLeft', 'ArrowRight', 'Home', 'End', 'Shift']) press(key);
    input.setSelectionRange(0, 0);
    paste(shopper, 'number', 'x');
    expect(shopper.sent.length).to.equal(before);
    shopper.enter('name');
    const inName = shopper.sent.length;
    shopper.type('name', 'JR').backspace('name');
    expect(shopper.sent.length).to.equal(inName);
  });
});
