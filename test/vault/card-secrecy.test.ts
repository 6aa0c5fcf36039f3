/** What is typed stays in the form: messages to the page are searched for it, and the form forgets it in time. */
import { expect } from '@open-wc/testing';
import type { HostedMessage } from '../../src/channel/protocol.js';
import { ERROR_CODES, type ErrorCode } from '../../src/errors.js';
import { CARD, clearForms, FakeGateway, ISSUED, Shopper } from '../support/wtr-shopper.ts';

/** Runs of two digits or more of a number, that is, all its pairs of neighbours. */
const pairsOf = (number: string) => Array.from({ length: number.length - 1 }, (_, index) => number.slice(index, index + 2));

/** What may cross, less what the frame measured and what the gateway gave. */
const withoutKnown = (message: HostedMessage) => {
  if (message.type === 'resize') return '';
  if (message.type === 'token') return JSON.stringify({ ...message, tokens: [], maskedNumber: '', expiresAt: '', id: '' });
  if (message.type === 'error') return message.code;
  return JSON.stringify(message);
};

/** Neighbouring digits of the number, or a number that could be a length. */
function leaksIn(messages: readonly HostedMessage[], number: string): string[] {
  return messages.flatMap((message) => {
    const text = withoutKnown(message);
    const hasPair = pairsOf(number).some((pair) => text.includes(pair));
    return hasPair || /\d/.test(text) ? [text] : [];
  });
}

/** Repeatable random numbers (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const PREFIXES = ['4', '51', '2221', '34', '37', '3530', '36', '6011', '62', '50', '9', ''];
const SIGNS = ['', '', '', ' ', '-', '　', 'x'];

describe('the card form’s messages', () => {
  afterEach(clearForms);

  it('would be caught with a pair of digits or a length (control)', () => {
    const state = { complete: false, empty: false, brand: null, focused: null, fields: {} };
    expect(leaksIn([{ type: 'state', state: { ...state, last: '11' } as never }], CARD.number)).to.have.length(1);
    expect(leaksIn([{ type: 'state', state: { ...state, typed: 16 } as never }], CARD.number)).to.have.length(1);
    expect(leaksIn([{ type: 'state', state }], CARD.number)).to.deep.equal([]);
  });

  it('never carry two neighbouring digits of what is typed, nor its length', async () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const below = randomFrom(seed);
      const digits = (count: number) => Array.from({ length: count }, () => String(below(10))).join('');
      const prefix = PREFIXES[below(PREFIXES.length)] ?? '';
      const number = prefix + digits(10 + below(9) - prefix.length);
      const gateway = new FakeGateway();
      const shopper = new Shopper(gateway, { environment: below(2) ? 'live' : 'test' });
      const typed = [...number].map((digit) => digit + (SIGNS[below(SIGNS.length)] ?? '')).join('');
      shopper.type('number', typed);
      shopper.type('expiry', digits(below(5))).type('cvc', digits(below(5)));
      shopper.type('name', below(2) ? 'TARO YAMADA' : number); // the number in the wrong field
      if (below(2)) shopper.input('number').setSelectionRange(3, 8);
      shopper.backspace('number').leave('number');
      shopper.tell({ type: 'focus', target: 'wrong' });
      shopper.tell({ type: 'tokenize', id: 'call', count: 1 });
      if (shopper.state.complete) {
        await gateway.answer(ISSUED);
        await shopper.told('token');
      }
      expect(leaksIn(shopper.sent, number), `seed ${String(seed)}: ${number}`).to.deep.equal([]);
      clearForms();
    }
  });

  it('never carry more than four digits of a number that the gateway did not mask', async () => {
    const gateway = new FakeGateway();
    const shopper = new Shopper(gateway);
    shopper.fill().tell({ type: 'tokenize', id: 'call', count: 1 });
    await gateway.answer({ ...ISSUED, maskedNumber: '4111 1111 1111 1234' });
    const { maskedNumber } = await shopper.told('token');
    expect(maskedNumber.replace(/\D/g, '')).to.equal('1234');
  });

  it('never differ for two cards of one brand, but in the token', async () => {
    const transcripts = [];
    for (const number of ['4111111111111111', '4012888888881881']) {
      const gateway = new FakeGateway();
      const shopper = new Shopper(gateway);
      shopper.fill({ ...CARD, number }).tell({ type: 'tokenize', id: 'call', count: 1 });
      await gateway.answer(ISSUED);
      await shopper.told('token');
      transcripts.push(shopper.sent.filter(({ type }) => type !== 'resize'));
      clearForms();
    }
    expect(transcripts[0]).to.deep.equal(transcripts[1]);
  });

  it('never put what is typed into the document, its title or its address', () => {
    const shopper = new Shopper(new FakeGateway());
    shopper.fill();
    const places = [document.documentElement.outerHTML, shopper.root.innerHTML, document.title, location.href];
    for (const place of places) expect(place.replace(/\D/g, '')).to.not.contain(CARD.number);
    expect(JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])).to.not.contain('4111');
  });
});

describe('the card form forgets', () => {
  afterEach(clearForms);

  const filledForm = () => {
    const gateway = new FakeGateway();
    const shopper = new Shopper(gateway).fill();
    expect(shopper.values, 'control').to.deep.equal(['4111 1111 1111 1111', '12/39', '737', 'TARO YAMADA']);
    return { gateway, shopper };
  };
  const NOTHING = ['', '', '', ''];

  it('everything when the page is left', () => {
    const { shopper } = filledForm();
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(shopper.values).to.deep.equal(NOTHING);
    expect(shopper.state.empty).to.equal(true);
  });

  it('everything when the page comes back from the page cache', () => {
    const { shopper } = filledForm();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    expect(shopper.values, 'control: shown for the first time').to.not.deep.equal(NOTHING);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(shopper.values).to.deep.equal(NOTHING);
  });

  it('everything when a token was issued', async () => {
    const { shopper, gateway } = filledForm();
    shopper.tell({ type: 'tokenize', id: 'call', count: 1 });
    await gateway.answer(ISSUED);
    await shopper.told('token');
    expect(shopper.values).to.deep.equal(NOTHING);
  });

  it('the call that is under way when the page is left', async () => {
    const { shopper, gateway } = filledForm();
    shopper.tell({ type: 'tokenize', id: 'call', count: 1 });
    await gateway.called();
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(gateway.calls[0]?.options.signal.aborted).to.equal(true);
    await gateway.answer(ISSUED);
    expect((await shopper.told('error')).code).to.equal('aborted');
    expect(shopper.sentOf('token')).to.deep.equal([]);
  });

  const codes = ERROR_CODES.filter((code) => /^(?:gateway|gmo-18|number-invalid|cvc-invalid)/.test(code));
  for (const code of codes satisfies readonly ErrorCode[]) {
    it(`the CVC alone after a refusal: ${code}`, async () => {
      const { shopper, gateway } = filledForm();
      shopper.tell({ type: 'tokenize', id: 'call', count: 1 });
      await gateway.answer({ code });
      await shopper.told('error');
      expect(shopper.values).to.deep.equal(['4111 1111 1111 1111', '12/39', '', 'TARO YAMADA']);
    });
  }
});
