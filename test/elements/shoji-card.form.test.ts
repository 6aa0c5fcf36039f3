import '../../src/define.js';
import { expect, oneEvent } from '@open-wc/testing';
import { en } from '../../src/locales/en.js';
import { CardHarness, openCard, shopForm } from '../support/card-harness.ts';
import { holdDeadlines, until, type Deadlines } from '../support/wtr-clock.ts';
import { COMPLETE_CARD, EMPTY_CARD, tokenFor } from '../support/wtr-stub-end.ts';

const LEAVE_DEADLINE = 15_000;
const TWO_BUTTONS = `<input name="note" value="hello" /><button name="pay" value="now">Pay</button>
  <button name="pay" value="later" id="later">Pay later</button>`;

/** A shop whose checkout form holds the card. */
const openShop = (button?: string, attributes: Record<string, string | null> = {}) =>
  openCard({ around: shopForm(button), attributes: { name: 'token', ...attributes } });

/** What the form sent, once its next page is there. */
async function submission({ shop }: CardHarness): Promise<URLSearchParams> {
  const sink = shop.querySelector<HTMLIFrameElement>('iframe[name=sink]');
  await until(() => sink?.contentWindow?.location.pathname === '/submitted');
  return new URLSearchParams(sink?.contentWindow?.location.search);
}

/** Counts the submit events that the shop's own handler sees, with the tokens of each. */
function watchSubmits(card: CardHarness, handle: (event: SubmitEvent) => void = () => undefined) {
  const seen: { submitter: string; tokens: FormDataEntryValue[] }[] = [];
  card.form.addEventListener('submit', (event) => {
    seen.push({ submitter: event.submitter?.id ?? '', tokens: card.formTokens });
    handle(event);
  });
  return seen;
}

const prevent = (event: Event) => {
  event.preventDefault();
};

/** Has everything been delivered that the element may have sent? A `clear` is answered by nothing and comes last. */
async function settle(card: CardHarness): Promise<void> {
  const before = card.stub.ofType('clear').length;
  card.element.clear();
  await card.stub.until(() => card.stub.ofType('clear').length > before);
}

describe('<shoji-card> in a form', () => {
  let deadlines: Deadlines;
  beforeEach(() => {
    deadlines = holdDeadlines();
  });
  afterEach(() => {
    deadlines.release();
  });

  describe('validation', () => {
    it('is missing while nothing is typed', async () => {
      const { element, form } = await openShop();
      expect(element.form).to.equal(form);
      expect(element.willValidate).to.equal(true);
      expect(element.validity.valueMissing).to.equal(true);
      expect(element.validationMessage).to.equal(en.errors.incomplete);
      expect(element.matches(':invalid')).to.equal(true);
      expect(form.checkValidity()).to.equal(false);
    });

    it('is bad input while the card is not complete, and valid when it is', async () => {
      const card = await openShop();
      const changed = card.once('shoji-change');
      card.stub.say({ type: 'state', state: { ...EMPTY_CARD, empty: false } });
      await changed;
      expect(card.element.validity.badInput).to.equal(true);
      await card.complete();
      expect(card.element.validity.valid).to.equal(true);
      expect(card.element.validationMessage).to.equal('');
      expect(card.form.checkValidity()).to.equal(true);
    });

    it('shows its errors in the frame instead of the browser’s bubble', async () => {
      const card = await openShop();
      const invalid = card.once('invalid');
      expect(card.form.reportValidity()).to.equal(false);
      expect((await invalid).defaultPrevented).to.equal(true);
      expect((await card.stub.next('focus')).target).to.equal('wrong');
      expect(document.activeElement).to.equal(card.element);
    });

    it('leaves the focus to an earlier control that is wrong', async () => {
      const card = await openCard({
        around: '<form><input id="mail" required /> CARD <button>Pay</button></form>', attributes: { name: 'token' },
      });
      card.form.reportValidity();
      await card.stub.next('focus');
      expect(document.activeElement).to.equal(card.find('#mail'));
    });

    it('asks the frame to show what is wrong when the form is sent too early, and sends nothing', async () => {
      const card = await openShop();
      const seen = watchSubmits(card);
      card.find('button').click();
      expect((await card.stub.next('focus')).target).to.equal('wrong');
      expect(seen).to.deep.equal([]);
      expect(card.stub.ofType('tokenize')).to.deep.equal([]);
    });

    it('does so in a form with novalidate, too', async () => {
      const card = await openShop();
      card.form.noValidate = true;
      const seen = watchSubmits(card);
      card.find('button').click();
      expect((await card.stub.next('focus')).target).to.equal('wrong');
      expect(seen).to.deep.equal([]);
    });
  });

  describe('form data', () => {
    it('has a token only while one is held', async () => {
      const card = await openShop();
      expect(card.formTokens).to.deep.equal([]);
      await card.complete();
      expect(card.formTokens, 'complete').to.deep.equal([]);
      await card.tokenized();
      expect(card.formTokens, 'with its token').to.deep.equal(['token-1']);
      const changed = card.once('shoji-change');
      card.stub.say({ type: 'state', state: { ...COMPLETE_CARD, complete: false } });
      await changed;
      expect(card.formTokens, 'after another key').to.deep.equal([]);
      expect(card.element.state).to.equal('editing');
    });

    it('keeps the token while the frame empties itself, and tells nothing', async () => {
      const card = await (await openShop()).tokenized();
      const told = card.names.length;
      card.stub.say({ type: 'state', state: EMPTY_CARD });
      card.stub.say({ type: 'submit' }); // one message later
      expect((await submission(card)).get('token')).to.equal('token-1');
      expect(card.names.slice(told)).to.deep.equal([]);
      expect(card.element.complete).to.equal(true);
      expect(card.element.empty).to.equal(false);
      expect(card.element.brand).to.equal('visa');
    });

    it('lets a button pass that asks for no validation, without a token', async () => {
      const card = await openShop('<button formnovalidate name="back" value="1">Back</button>');
      card.find('button').click();
      expect([...(await submission(card)).keys()]).to.deep.equal(['back']);
      expect(card.stub.ofType('tokenize')).to.deep.equal([]);
    });

    it('lets a button close its dialog, without a token', async () => {
      const card = await openShop('<button formmethod="dialog" formnovalidate>Close</button>');
      const seen = watchSubmits(card, prevent);
      card.find('button').click();
      expect(seen.length).to.equal(1);
      expect(card.stub.ofType('tokenize')).to.deep.equal([]);
    });

    it('has one entry per token, all under one name', async () => {
      const card = await (await openShop(undefined, { 'token-count': '2' })).tokenized();
      expect(card.formTokens).to.deep.equal(['token-1', 'token-2']);
    });

    it('has nothing of an element without a name', async () => {
      const card = await (await openShop(undefined, { name: null })).tokenized();
      expect([...new FormData(card.form).values()]).to.deep.equal([]);
    });

    it('has nothing of a disabled element', async () => {
      const card = await (await openShop()).tokenized();
      card.element.disabled = true;
      await card.element.updateComplete;
      expect(card.formTokens).to.deep.equal([]);
    });
  });

  describe('submission', () => {
    it('obtains one token and sends the form once, with the button that was pressed', async () => {
      const card = await (await openShop(TWO_BUTTONS)).complete();
      const seen = watchSubmits(card);
      card.find('#later').click();
      await card.issue();
      const sent = await submission(card);
      expect(seen).to.deep.equal([{ submitter: 'later', tokens: ['token-1'] }]);
      expect([...sent]).to.deep.equal([['token', 'token-1'], ['note', 'hello'], ['pay', 'later']]);
      expect(card.stub.ofType('tokenize')).to.have.length(1);
    });

    it('sends what the shop’s own formdata handler adds', async () => {
      const card = await (await openShop()).complete();
      card.form.addEventListener('formdata', ({ formData }) => {
        formData.set('extra', 'yes');
      });
      card.form.requestSubmit();
      await card.issue();
      expect((await submission(card)).get('extra')).to.equal('yes');
    });

    it('sends a form whose button has gone meanwhile', async () => {
      const card = await (await openShop()).complete();
      card.find('button').click();
      card.find('button').remove();
      await card.issue();
      expect([...(await submission(card))]).to.deep.equal([['token', 'token-1']]);
    });

    it('lets the shop handle it: the form stays open for the next one', async () => {
      const card = await (await openShop()).complete();
      const seen = watchSubmits(card, prevent);
      const button = card.find('button');
      button.click();
      await card.issue();
      await until(() => seen.length === 1);
      await new Promise((resolve) => setTimeout(resolve)); // the task in which the shop's verdict is read
      expect(deadlines.running).to.deep.equal([]);
      button.click();
      expect(seen).to.have.length(2);
      expect(card.stub.ofType('tokenize')).to.have.length(1);
    });

    it('takes no second press while it obtains the token', async () => {
      const card = await (await openShop()).complete();
      const seen = watchSubmits(card, prevent);
      const button = card.find('button');
      button.click();
      button.click();
      card.form.requestSubmit();
      await card.issue();
      await until(() => seen.length > 0);
      await settle(card);
      expect(seen).to.have.length(1);
      expect(card.stub.ofType('tokenize')).to.have.length(1);
    });

    it('takes no second press while the page leaves, for 15 s', async () => {
      const card = await (await openShop()).complete();
      const seen = watchSubmits(card);
      const button = card.find('button');
      button.click();
      await card.issue();
      await submission(card);
      expect(deadlines.running).to.deep.equal([LEAVE_DEADLINE]);
      button.click();
      expect(seen).to.have.length(1);
      deadlines.expire(LEAVE_DEADLINE);
      button.click();
      expect(seen).to.have.length(2);
    });

    it('stays open after a refusal, with the error and without a token', async () => {
      const card = await (await openShop()).complete();
      const seen = watchSubmits(card, prevent);
      const failed = card.once('shoji-error');
      card.find('button').click();
      const { id } = await card.stub.next('tokenize');
      card.stub.say({ type: 'error', id, code: 'number-invalid' });
      expect((await failed).error.code).to.equal('number-invalid');
      expect(seen).to.deep.equal([]);
      expect(card.formTokens).to.deep.equal([]);
      expect(card.element.state).to.equal('editing');

      await card.complete();
      card.find('button').click();
      await card.issue();
      await until(() => seen.length === 1);
      expect(seen[0]?.tokens).to.deep.equal(['token-1']);
    });

    it('sends nothing when the form is reset meanwhile', async () => {
      const card = await (await openShop()).complete();
      const seen = watchSubmits(card, prevent);
      card.find('button').click();
      const asked = await card.stub.next('tokenize');
      card.form.reset();
      await card.stub.next('clear');
      card.stub.say(tokenFor(asked));
      await settle(card);
      expect(seen).to.deep.equal([]);
      expect(card.formTokens).to.deep.equal([]);
    });

    it('holds back no form of an element without a name', async () => {
      const card = await openShop('<button formnovalidate>Pay</button>', { name: null });
      const seen = watchSubmits(card, prevent);
      card.find('button').click();
      expect(seen).to.have.length(1);
    });

    it('still obtains a token after the form was moved as a whole', async () => {
      const card = await openCard({ around: `<div></div>${shopForm()}`, attributes: { name: 'token' } });
      const again = card.once('shoji-ready');
      card.find('div').append(card.form);
      await again;
      await card.complete();
      const seen = watchSubmits(card, prevent);
      card.find('button').click();
      await card.issue();
      await until(() => seen.length === 1);
      expect(seen[0]?.tokens).to.deep.equal(['token-1']);
    });

    it('follows the element into another form', async () => {
      const around = `<form id="other"><button>Other</button></form>${shopForm()}`;
      const card = await openCard({ around, attributes: { name: 'token' } });
      const first = card.shop.querySelector<HTMLFormElement>('form[action]');
      const other = card.find('#other') as HTMLFormElement;
      const again = card.once('shoji-ready');
      other.prepend(card.element);
      await again;
      expect(card.element.form).to.equal(other);
      let firstSubmits = 0;
      first?.addEventListener('submit', (event) => {
        event.preventDefault();
        firstSubmits += 1;
      });
      first?.requestSubmit();
      expect(firstSubmits, 'the first form is free').to.equal(1);
      await card.complete();
      other.addEventListener('submit', prevent);
      other.requestSubmit();
      await card.issue();
      expect(new FormData(other).getAll('token')).to.deep.equal(['token-1']);
    });
  });

  describe('Enter in a field', () => {
    it('presses the default button', async () => {
      const card = await (await openShop(TWO_BUTTONS)).complete();
      const clicked = oneEvent(card.find('button'), 'click');
      card.stub.say({ type: 'submit' });
      await clicked;
      await card.issue();
      expect((await submission(card)).get('pay')).to.equal('now');
    });

    it('does nothing when that button is disabled', async () => {
      const card = await (await openShop('<button disabled>Pay</button>')).complete();
      card.stub.say({ type: 'submit' });
      await card.complete(); // one message later
      expect(card.stub.ofType('tokenize')).to.deep.equal([]);
      expect(card.element.state).to.equal('editing');
    });

    it('sends a form without a button', async () => {
      const card = await (await openShop('')).complete();
      card.stub.say({ type: 'submit' });
      await card.issue();
      expect((await submission(card)).get('token')).to.equal('token-1');
    });

    it('does nothing while a token is obtained', async () => {
      const card = await (await openShop()).complete();
      const seen = watchSubmits(card, prevent);
      card.stub.say({ type: 'submit' });
      const asked = await card.stub.next('tokenize');
      card.stub.say({ type: 'submit' });
      card.stub.say(tokenFor(asked));
      await until(() => seen.length > 0);
      await settle(card);
      expect(seen).to.have.length(1);
      expect(card.stub.ofType('tokenize')).to.have.length(1);
    });
  });

  describe('the form’s own doings', () => {
    it('reset empties the fields and drops the token', async () => {
      const card = await (await openShop()).tokenized();
      card.form.reset();
      await card.stub.next('clear');
      expect(card.formTokens).to.deep.equal([]);
      expect(card.element.state).to.equal('editing');
    });

    it('a disabled fieldset disables the fields and holds back no form', async () => {
      const card = await openCard({
        around: `<form action="/submitted" target="sink"><fieldset>CARD</fieldset><button>Pay</button></form>`,
        attributes: { name: 'token' },
      });
      await card.stub.next('disabled'); // that of the beginning
      const seen = watchSubmits(card, prevent);
      card.find('fieldset').disabled = true;
      expect((await card.stub.next('disabled')).disabled).to.equal(true);
      expect(card.element.willValidate).to.equal(false);
      card.find('button').click();
      expect(seen).to.have.length(1);
      card.find('fieldset').disabled = false;
      expect((await card.stub.next('disabled')).disabled).to.equal(false);
    });

    it('a fieldset that is disabled from the start, or while the frame loads, counts as well', async () => {
      const around = (state: string) => `<form><fieldset ${state}>CARD</fieldset></form>`;
      const early = await openCard({ around: around('disabled') });
      expect((await early.stub.next('init')).disabled).to.equal(true);

      const late = new CardHarness({ around: around(''), query: '&quiet' });
      await late.element.updateComplete;
      late.find('fieldset').disabled = true;
      await late.stub.next('init');
      late.stub.say({ type: 'ready' });
      expect((await late.stub.next('disabled')).disabled).to.equal(true);
    });
  });
});
