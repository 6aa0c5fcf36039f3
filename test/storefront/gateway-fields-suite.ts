/** The gateway's own fields (`fields-by="gateway"`): at the demo shop, and in a shop's page that a test sets up. Real keys, in nested frames. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { ENTER, SHIFT_TAB, TAB, type EngineName, type Session, missing, startSession, until } from '../support/session.ts';
import { FieldsGround } from './gateway-fields-ground.ts';
import { Ground } from './ground.ts';
import { CARDS, CVC, EXPIRY, Shopper } from './shopper.ts';

const TIMEOUT = 180_000;
const NAME = 'hanako suzuki';

/** Their frames are there and have our labels for titles. */
const FIELDS_ARE_THERE = `(() => {
  const host = [...document.body.children].find(({ shadowRoot }) => shadowRoot);
  const frames = [...document.querySelectorAll('iframe')];
  return frames.length === 3 && frames.every((frame) => frame.title === host.shadowRoot.getElementById(frame.parentElement.slot).ariaLabel);
})()`;
/** Where our document said that the focus is, one after the other. */
const FOCUS = `heard.flatMap((line) => (line.startsWith('posted') ? [JSON.parse(line.slice(7)).state?.focused] : [])).filter(Boolean)`;

export function gatewayFieldsSuite(engine: EngineName): void {
  const reason = missing(engine);
  const title = (what: string) => `the gateway’s own fields ${what} in ${engine}${reason ? ` (skipped: ${reason})` : ''}`;

  describe(title('at the demo shop'), { skip: reason !== false, timeout: 1_200_000 }, () => {
    let ground: Ground;
    let shopper: Shopper;

    before(async () => {
      ground = await Ground.open({ isStrict: true, isOpen: true, gateway: 'gmo-v2', fieldsBy: 'gateway' });
    }, { timeout: TIMEOUT });
    after(async () => {
      await ground.close();
    });
    afterEach(async () => {
      ground.demo.sandbox.faults.reset();
      await shopper.leave();
    });

    const enter = async () => {
      shopper = await Shopper.enter(engine, ground);
      await shopper.goToCheckout();
      await shopper.listenForErrors();
      await theirFields(shopper.session, ground.demo.fields.origin);
    };

    it('take a card from the keyboard, and Enter in the name pays', { timeout: TIMEOUT }, async () => {
      await enter();
      const before = ground.charged.length;
      await shopper.typeCard();
      await shopper.payWithEnter();
      await shopper.thanked();
      assert.equal(ground.charged.length - before, 1);
      assert.deepEqual(await shopper.findings([CARDS.frictionless]), [], 'no part of the card reaches the shop');
    });

    it('take a card that is challenged', { timeout: TIMEOUT }, async () => {
      await enter();
      await shopper.typeCard(CARDS.challenge);
      await shopper.pay();
      await shopper.answerChallenge('123456');
      await shopper.thanked();
      assert.deepEqual(await shopper.findings([CARDS.challenge]), []);
    });

    it('keep the card when the gateway is congested, but for its code', { timeout: TIMEOUT }, async () => {
      await enter();
      await shopper.typeCard();
      ground.demo.sandbox.faults.set('getToken', 'result:902');
      await shopper.pay();
      await until('the error', async () => (await shopper.errors()).length > 0);
      assert.deepEqual(await shopper.errors(), ['gateway gateway-busy']);
      ground.demo.sandbox.faults.reset();
      const { session } = shopper;
      await session.click('#building');
      await session.keys(TAB + TAB + TAB + CVC);
      await until('a complete card', () => session.run<boolean>(`document.querySelector('shoji-card').complete`));
      await shopper.pay();
      await shopper.thanked();
    });
  });

  describe(title('in a shop’s page'), { skip: reason !== false, timeout: 1_200_000 }, () => {
    let ground: FieldsGround;
    let session: Session;

    before(async () => {
      ground = await FieldsGround.open();
    }, { timeout: TIMEOUT });
    after(async () => {
      await ground.close();
    });
    afterEach(async () => {
      ground.sandbox.faults.reset();
      await session.close();
    });

    const hosted = <T>(script: string) => session.runInFrameOf<T>(ground.fieldsOrigin, script);
    const open = async (attributes = '', fieldsBy: 'shoji' | 'gateway' = 'gateway') => {
      ground.setUp({ attributes, fieldsBy });
      session = await startSession(engine);
      await session.goto(`${ground.shopOrigin}/`);
      await until('the card fields', () => session.run<boolean>(`document.querySelector('shoji-card').state === 'editing'`));
      if (fieldsBy === 'gateway') await theirFields(session, ground.fieldsOrigin);
    };
    const enterCard = async () => {
      await session.click('#before');
      await session.keys(`${TAB}${CARDS.frictionless}${TAB}${EXPIRY}${TAB}${CVC}${TAB}${NAME}`);
      await until('a complete card', () => session.run<boolean>(`document.querySelector('shoji-card').complete`));
    };
    /** The page is told of fields like this. (WebKit's driver loses the focus when it looks into a frame.) */
    const toldThat = (what: string, fields: string) => until(what, () => session.run<boolean>(`Boolean(window.fields && (${fields}))`));

    it('follow one another by Tab, and back', { timeout: TIMEOUT }, async () => {
      await open();
      await enterCard();
      for (const key of [SHIFT_TAB, SHIFT_TAB, SHIFT_TAB]) await session.keys(key);
      let focus: string[] = [];
      await until('the focus on the number again', async () => {
        focus = ((await hosted<string[]>(FOCUS)) ?? []).filter((name, index, all) => name !== all[index - 1]);
        return focus.length === 7;
      });
      assert.deepEqual(focus, ['number', 'expiry', 'cvc', 'name', 'cvc', 'expiry', 'number']);
    });

    it('say what is missing when the form is sent, with the focus on the first, and the gateway is not asked', { timeout: TIMEOUT }, async () => {
      await open();
      await session.click('#before');
      await session.keys(TAB + TAB + TAB + TAB + NAME); // WebKit gives a frame the focus by script only after something was typed there
      await toldThat('a complete name', 'fields.name.complete');
      await session.click('form button');
      await toldThat('three errors', `['number', 'expiry', 'cvc'].every((name) => fields[name].error === name + '-missing')`);
      await session.keys('4');
      await toldThat('what is typed in the number', '!fields.number.empty');
      assert.ok(!ground.sandbox.store.requests.some(({ path }) => path === '/payment/CreateToken.json'));
    });

    it('say at once what cannot become right, and no more when it is', { timeout: TIMEOUT }, async () => {
      await open();
      await session.click('#before');
      await session.keys(`${TAB}${TAB}13/38`);
      await toldThat('an error at the expiry', `fields.expiry.error === 'expiry-month'`);
      await session.run(`document.querySelector('shoji-card').clear()`);
      await toldThat('empty fields', 'Object.values(fields).every(({ empty, error }) => empty && error === null)');
      await session.keys(EXPIRY);
      await toldThat('a complete expiry', 'fields.expiry.complete');
    });

    it('are shut with the element, and open with it', { timeout: TIMEOUT }, async () => {
      await open('disabled');
      const isDisabled = () => session.runInFrameOf<boolean>(ground.gatewayOrigin, `document.querySelector('input').disabled`);
      await until('a field that is shut', async () => (await isDisabled()) === true);
      await session.run(`document.querySelector('shoji-card').disabled = false`);
      await until('a field that is open', async () => (await isDisabled()) === false);
    });

    it('give as many tokens as the shop wants, once', { timeout: TIMEOUT }, async () => {
      await open('token-count="2"');
      await enterCard();
      await session.keys(ENTER);
      await until('the next page', async () => (await session.url()).endsWith('/paid'));
      const tokens = await session.run<string[]>(`JSON.parse(document.getElementById('tokens').textContent)`);
      assert.equal(new Set(tokens).size, 2);
      for (const token of tokens) assert.match(token, /^[A-Za-z0-9+/]{64}$/);
    });

    it('never let a digit into our document, whose every key and message is read here', { timeout: TIMEOUT }, async () => {
      await open();
      await enterCard();
      await session.run(`(document.querySelector('shoji-card').tokenize().then(() => (window.isIssued = true)), null)`);
      await until('a token', () => session.run<boolean>(`window.isIssued === true`));
      const heard = (await hosted<string[]>('heard')) ?? [];
      assert.ok(heard.some((line) => line.startsWith('keydown s')) && heard.some((line) => line.includes(NAME)), 'the name is ours, and is read');
      assert.ok(heard.some((line) => line.startsWith('port') && line.includes('cardNumber')), 'what the fields tell is read');
      assert.deepEqual(heard.filter((line) => /^(?:keydown|beforeinput|input|paste|change) .*\d/.test(line)), []);
      const all = heard.join('\n').replaceAll(/"(?:tokenList|tokens)":\[[^\]]*\]/g, '');
      for (const secret of [CARDS.frictionless, CARDS.frictionless.slice(0, 12), EXPIRY, EXPIRY.replace('/', ''), `"${CVC}"`]) assert.ok(!all.includes(secret), secret);
    });

    it('are read by that spy where they are ours: the control', { timeout: TIMEOUT }, async () => {
      await open('', 'shoji');
      await enterCard();
      const heard = (await hosted<string[]>('heard')) ?? [];
      assert.ok(heard.some((line) => line.includes('4111 1111 1111 1111')) && heard.some((line) => line.startsWith('keydown 7')));
    });

    it('are no form when their script does not come: the element says so', { timeout: TIMEOUT }, async () => {
      ground.sandbox.faults.set('tokenScript', 'status-500');
      ground.setUp({});
      session = await startSession(engine);
      await session.goto(`${ground.shopOrigin}/`);
      await until('the element’s error', () => session.run<boolean>(`told.includes('error gateway-script')`), 30_000);
    });
  });
}

const theirFields = (session: Session, origin: string) =>
  until('the gateway’s fields', async () => (await session.runInFrameOf<boolean>(origin, FIELDS_ARE_THERE)) === true, 30_000);
