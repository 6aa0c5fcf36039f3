/**
 * The fields of mp-token.js, in three engines: in a plain page, in a closed shadow root, and in a sandboxed frame whose origin is
 * opaque. The page around connects to nobody.
 */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { listen, type Listening } from '../../demo/listen.ts';
import { SANDBOX_SHOP } from '../../demo/sandbox-gateway/sandbox-shop.ts';
import { BACKSPACE, ENGINES, ENTER, missing, startSession, TAB, until, type Session } from '../support/session.ts';
import { startSandbox, type TestSandbox } from './support.ts';

const SCENES = ['plain', 'shadow', 'opaque'] as const;

/** What a page says of itself: a step, and what belongs to it. */
type Report = readonly [step: string, detail: Readonly<Record<string, unknown>>];

/** Hears all that reaches the page, before the token script is there. */
const SPY = `
  globalThis.heard = [];
  const hear = ({ data }) => heard.push(JSON.stringify(data));
  addEventListener('message', hear, true);
  const { set } = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
  Object.defineProperty(MessagePort.prototype, 'onmessage', {
    set(handler) {
      set.call(this, (event) => { hear(event); handler(event); });
    },
  });
`;

const page = (publicKey: string) => `
  const scene = new URLSearchParams(location.search).get('scene');
  const say = (step, detail = {}) => parent.postMessage({ report: [step, detail] }, '*');
  const host = document.getElementById('fields');
  const root = scene === 'shadow' ? host.attachShadow({ mode: 'closed' }) : host;
  const client = Multipayment.init('${SANDBOX_SHOP.apiKey}', '${publicKey}', undefined, false, false);
  const elements = client.createElements();
  const style = {
    base: { color: 'rgb(1, 2, 3)', fontSize: '20px', padding: '4px 6px', border: '9px solid red', '::placeholder': { color: 'rgb(4, 5, 6)' } },
    invalid: { color: 'rgb(200, 0, 0)', ':focus': { textDecoration: 'underline' } },
    focus: { letterSpacing: '2px' }, complete: { fontWeight: 700 }, empty: { '::-ms-clear': { display: 'none' } },
  };
  for (const type of ['cardNumber', 'cardExpiry', 'cardCvc']) {
    const box = document.createElement('div');
    box.style.cssText = 'position:absolute;left:20px;width:300px;height:48px;top:' + (20 + 60 * root.childElementCount) + 'px';
    root.append(box);
    const element = elements.create(type, { style, placeholder: 'here' });
    for (const event of ['ready', 'change', 'focus', 'blur']) {
      if (element.on(event, (detail) => say(event, detail)) !== element) throw new Error('on gives something else');
    }
    element.mount(box);
  }
  const pay = document.getElementById('pay');
  pay.onclick = () =>
    client.getTokenThroughIframe(elements.getElement('cardCvc'), 'TARO YAMADA', { tokenNumber: '2' }).then(
      (response) => say('response', { response, heard }),
      (error) => say('rejected', { message: error.message }),
    );
  const on = (id, act) => { document.getElementById(id).onclick = act; };
  on('clear', () => ['cardNumber', 'cardExpiry', 'cardCvc'].forEach((type) => elements.getElement(type).clear()));
  on('focus', () => elements.getElement('cardCvc').focus());
  on('update', () => elements.getElement('cardNumber').update({ disabled: true, placeholder: 'later', style: { base: { fontSize: '30px' } } }));
  on('destroy', () => {
    const element = elements.getElement('cardExpiry');
    element.destroy();
    say('destroyed', { frames: root.querySelectorAll('iframe').length, element: elements.getElement('cardExpiry') });
  });
`;

/** A field without the token script: a window beside speaks to it first, then the page around, two times. */
const SPEAK = `
  const speak = (field, name) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => top.postMessage({ report: ['answer', { port: name, ...data }] }, '*');
    field.postMessage({ type: 'connect', options: { placeholder: name }, label: name, language: 'en' }, '*', [port2]);
    port1.postMessage({ type: 'update', options: { placeholder: name } });
  };
`;
const ALONE = `${SPEAK}
  addEventListener('load', () => frames[1].postMessage('speak', '*'));
  addEventListener('message', ({ data }) => {
    if (data !== 'spoken') return;
    speak(frames[0], 'page');
    speak(frames[0], 'again');
  });
`;
const BESIDE = `${SPEAK}
  addEventListener('message', () => {
    speak(parent.frames[0], 'beside');
    parent.postMessage('spoken', '*');
  });
`;

const BUTTONS = ['pay', 'clear', 'focus', 'update', 'destroy'].map((id) => `<button id="${id}">${id}</button>`).join('');

for (const engine of ENGINES) {
  const reason = missing(engine);
  describe(`fields of mp-token.js in ${engine}${reason ? ` (skipped: ${reason})` : ''}`, { skip: reason !== false, timeout: 240_000 }, () => {
    let sandbox: TestSandbox;
    let shop: Listening;
    let session: Session;

    before(async () => {
      [sandbox, shop, session] = await Promise.all([startSandbox(), listen('shop'), startSession(engine)]);
      const { gatewayOrigin, publicKey } = sandbox;
      const files: Readonly<Record<string, string>> = { '/spy.js': SPY, '/page.js': page(publicKey), '/alone.js': ALONE, '/beside.js': BESIDE };
      const bodies: Readonly<Record<string, string>> = {
        '/alone': `<iframe src="${gatewayOrigin}/payment/elements/card-number" style="position:absolute;left:20px;top:20px;width:300px;height:48px"></iframe>
          <iframe src="/beside"></iframe><script src="/alone.js"></script>`,
        '/beside': '<script src="/beside.js"></script>',
      };
      shop.serve((request) => {
        const { pathname, searchParams } = new URL(request.url);
        const script = files[pathname];
        if (script !== undefined) return new Response(script, { headers: { 'Content-Type': 'text/javascript' } });
        const isAround = pathname === '/' && searchParams.get('scene') === 'opaque';
        const body = bodies[pathname] ?? (isAround
          ? '<iframe src="/form?scene=opaque" sandbox="allow-scripts" style="position:absolute;left:0;top:0;width:700px;height:500px;border:0"></iframe>'
          : `<div id="fields"></div><p style="position:absolute;top:220px">${BUTTONS}</p>
             <script src="${gatewayOrigin}/payment/js/mp-token.js"></script><script src="/page.js"></script>`);
        const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src ${shop.origin} ${gatewayOrigin}; frame-src ${shop.origin} ${gatewayOrigin}`;
        return new Response(`<!doctype html><html lang="ja"><title>shop</title><script src="/spy.js"></script>${body}</html>`, {
          headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy },
        });
      });
    }, { timeout: 120_000 });
    after(async () => {
      await session.close();
      await Promise.all([sandbox.close(), shop.close()]);
    });
    afterEach(() => {
      sandbox.faults.reset();
    });

    const reports = async (step: string): Promise<Report[1][]> =>
      (await session.run<string[]>('heard')).flatMap((text) => {
        const { report } = JSON.parse(text) as { report?: Report };
        return report?.[0] === step ? [report[1]] : [];
      });
    const last = async (step: string, of?: string) => (await reports(step)).findLast(({ elementType }) => !of || elementType === of);
    const open = async (scene: (typeof SCENES)[number]) => {
      await session.goto(`${shop.origin}/?scene=${scene}`);
      await until('three fields', async () => (await reports('ready')).length === 3);
      await session.clickAt(150, 44);
      await until('the number has the focus', async () => (await last('focus', 'cardNumber')) !== undefined);
    };

    for (const scene of SCENES) {
      it(`gives tokens in the scene ${scene}, and the number never leaves its field`, async () => {
        await open(scene);
        await session.keys(`４111 1111-1111 1111${TAB}1230${TAB}9876${TAB}`);
        await until('three complete fields', async () => {
          const states = await Promise.all(['cardNumber', 'cardExpiry', 'cardCvc'].map((type) => last('change', type)));
          return states.every((state) => state?.['complete'] === true && state['empty'] === false && state['invalid'] === false);
        });
        await session.keys(ENTER);
        await until('an answer', async () => (await reports('response')).length === 1);
        const { response, heard } = (await last('response')) as { response: Record<string, unknown>; heard: string[] };
        const { tokenList, ...rest } = response;
        assert.deepEqual(rest, {
          result: 'success', maskedCardNumber: '*************111', tokenExpiryDate: '2026-05-15-12-30-00', isSecurityCodeSet: true,
        });
        const [token = '', other = ''] = tokenList as string[];
        assert.notEqual(token, other);
        const { card } = sandbox.store.tokens.get(token) ?? {};
        assert.deepEqual([card?.expire, card?.holderName], ['3012', 'TARO YAMADA']);
        assert.ok(heard.length > 8, 'the page hears its fields');
        for (const secret of ['4111', '1111-', '９876', '9876', '12/30', '1230"']) assert.ok(!heard.join().includes(secret), secret);
      });
    }

    it('says what is wrong, in the field that is left and in the answer', async () => {
      await open('plain');
      await session.keys('41');
      await until('a change', async () => (await last('change'))?.['empty'] === false);
      assert.equal((await last('change'))?.['error'], undefined, 'what can still become a number is no error');
      await session.keys(`${TAB}1330`);
      await until('both are wrong', async () => (await last('change', 'cardExpiry'))?.['invalid'] === true);
      const codes = await Promise.all(['cardNumber', 'cardExpiry'].map(async (type) => ((await last('change', type))?.['error'] as { code: number }).code));
      assert.deepEqual(codes, [102, 113]);
      await session.click('#pay');
      await until('an answer', async () => (await reports('response')).length === 1);
      const { errorList } = (await last('response'))?.['response'] as { errorList: { legacyCode: string; field: string }[] };
      assert.deepEqual(errorList.map(({ legacyCode, field }) => [legacyCode, field]), [['102', 'card.cardNumber'], ['113', 'card.expiryMonth']]);
    });

    it('is cleared, focused, changed and destroyed by the page', async () => {
      await open('plain');
      await session.keys(`4111111111111111${TAB}12${BACKSPACE}`);
      await session.click('#clear');
      await until('empty fields', async () => (await last('change', 'cardNumber'))?.['empty'] === true && (await last('change', 'cardExpiry'))?.['empty'] === true);
      await session.click('#focus');
      await until('the focus', async () => (await last('focus', 'cardCvc')) !== undefined);
      await session.click('#destroy');
      await until('the end of a field', async () => (await reports('destroyed')).length === 1);
      assert.deepEqual(await last('destroyed'), { frames: 2, element: null });
    });

    it('rejects when the gateway does not answer, and waits for no field that did not come', async () => {
      await open('plain');
      sandbox.faults.set('getToken', 'drop');
      await session.click('#pay');
      await until('no answer', async () => (await reports('rejected')).length === 1);
      sandbox.faults.set('tokenFields', 'status-500');
      await session.goto(`${shop.origin}/?scene=plain`);
      await session.click('#pay');
      await until('no field', async () => (await reports('rejected')).length === 1);
      assert.match(String((await last('rejected'))?.['message']), /cardNumber is not ready/);
    });

    it('drops the port of a window beside, and a second one of the page around', async () => {
      await session.goto(`${shop.origin}/alone`);
      await until('the first port of the page is answered', async () => (await reports('answer')).length > 0);
      await session.clickAt(150, 44);
      await session.keys('4111111111111111');
      await until('a whole number', async () => (await reports('answer')).some(({ event }) => (event as Report[1] | undefined)?.['complete'] === true));
      const from = new Set((await reports('answer')).map(({ port }) => port));
      assert.deepEqual([...from], ['page']);
      const { placeholder, label } = await session.runInFrame<Record<string, string>>(
        '(({ placeholder, ariaLabel }) => ({ placeholder, label: ariaLabel }))(document.querySelector("input"))',
      );
      assert.deepEqual([placeholder, label], ['page', 'page']);
    });

    it('takes the style object, and of it the allowed properties', async () => {
      await open('plain');
      const look = () =>
        session.runInFrame<Record<string, string>>(`(() => {
          const input = document.querySelector('input');
          const { color, fontSize, padding, borderTopWidth, letterSpacing, fontWeight, textDecorationLine } = getComputedStyle(input);
          const { name, autocomplete, inputMode, placeholder, disabled } = input;
          return { color, fontSize, padding, borderTopWidth, letterSpacing, fontWeight, textDecorationLine, name, autocomplete, inputMode, placeholder,
            disabled: String(disabled), label: input.ariaLabel, placeholderColor: getComputedStyle(input, '::placeholder').color };
        })()`);
      assert.deepEqual(await look(), {
        color: 'rgb(1, 2, 3)', fontSize: '20px', padding: '4px 6px', borderTopWidth: '0px', letterSpacing: '2px', fontWeight: '400',
        textDecorationLine: 'none', name: 'cc-number', autocomplete: 'cc-number', inputMode: 'numeric', placeholder: 'here', disabled: 'false',
        // WebKit speaks the system's language, and tells of a placeholder what its input has
        ...(engine === 'webkit' ? { label: 'Card number', placeholderColor: 'rgb(1, 2, 3)' } : { label: 'カード番号', placeholderColor: 'rgb(4, 5, 6)' }),
      });
      await session.keys('41x');
      await until('an error', async () => (await last('change'))?.['invalid'] === true);
      const wrong = await look();
      assert.deepEqual([wrong['color'], wrong['textDecorationLine']], ['rgb(200, 0, 0)', 'underline']);
      await session.keys(`${BACKSPACE}11111111111111`);
      await until('a whole number', async () => (await last('change'))?.['complete'] === true);
      assert.equal((await look())['fontWeight'], '700');
      await session.click('#update');
      await until('the change', async () => (await look())['disabled'] === 'true');
      const updated = await look();
      assert.deepEqual([updated['placeholder'], updated['fontSize']], ['later', '30px']);
    });
  });
}
