/** What the shop's style is followed through, and what happens when a file does not come. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { ENGINES, missing, startSession, until, type Session } from '../support/session.ts';
import { CARD, FRAME_ROOT, Shop } from './shop.ts';

const SHOP = `shoji-card::part(input) { border: 2px solid teal; height: 60px } shoji-card::part(form) { row-gap: 20px }
  shoji-card::part(label) { color: teal } .night shoji-card::part(input) { border-color: gold }
  .night shoji-card::part(cvc input invalid) { color: hotpink }`;

/** One of those that ensure-browsers.mjs installs. */
const FONT = '/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf';

for (const engine of ENGINES) {
  const reason = missing(engine);
  describe(`the style of a shop in ${engine}${reason ? ` (skipped: ${reason})` : ''}`, { skip: reason !== false, timeout: 600_000 }, () => {
    let shop: Shop;
    let tab: Session;
    before(async () => {
      shop = await Shop.open();
      tab = await startSession(engine);
      await tab.resize(1280, 900);
    }, { timeout: 120_000 });
    after(async () => {
      await tab.close();
      await shop.close();
    });

    const border = () => tab.runInFrame<string>(`getComputedStyle(${FRAME_ROOT}.getElementById('number')).borderTopColor`);
    /** Changes something and waits for the message that follows; @returns in how many frames it was sent. */
    const framesUntilSent = async (change: string): Promise<number> => {
      const [before, count] = await tab.run<[number, number]>(`(() => { const before = frameCount; const sent = styles.length; ${change}; return [before, sent]; })()`);
      await until(`a style after ${change}`, () => tab.run<boolean>(`styles.length > ${String(count)}`), 10_000);
      return (await tab.run<number>(`styles[${String(count)}].frame`)) - before;
    };

    it('follows a class, a sheet, a colour scheme and a custom property within two frames, and says nothing when nothing changes', async () => {
      await shop.enter(tab, { style: SHOP });
      const changes = [
        `document.documentElement.className = 'night'`,
        `document.documentElement.className = ''`,
        `document.adoptedStyleSheets = [Object.assign(new CSSStyleSheet(), {})]; document.adoptedStyleSheets[0].replaceSync('shoji-card::part(name input focused) { color: red }')`,
        `document.documentElement.dataset.scheme = 'dark'`,
        `document.documentElement.style.setProperty('--shop-ink', 'red'); document.adoptedStyleSheets[0].replaceSync('shoji-card::part(label) { color: var(--shop-ink) }')`,
        `document.documentElement.style.setProperty('--shop-ink', 'blue')`,
      ];
      const frames: Record<string, number> = {};
      for (const change of changes) frames[change] = await framesUntilSent(change);
      assert.deepEqual(Object.entries(frames).filter(([, count]) => count > 2), []);

      const sent = await tab.run<number>('styles.length');
      await framesUntilSent(`document.documentElement.style.setProperty('--shop-other', '1'); document.documentElement.className = 'night'`);
      assert.equal(await tab.run<number>('styles.length'), sent + 1, 'one message for one change');
      await until('the frame', async () => (await border()) === 'rgb(255, 215, 0)');
    });

    it('is dark on a page that is dark by its meta element alone', async () => {
      const scheme = () => tab.runInFrame<string>(`document.documentElement.style.colorScheme + getComputedStyle(${FRAME_ROOT}.getElementById('number')).color`);
      const style = ':root { color-scheme: normal }';
      await shop.enter(tab, { style, content: '<meta name="color-scheme" content="light">' });
      await until('the light fields', async () => /^(?:normal|light)rgb\(0, 0, 0\)$/.test(await scheme()));
      await shop.enter(tab, { style, content: '<meta name="color-scheme" content="dark">' });
      await until('the dark fields', async () => /^darkrgb\(25\d, 25\d, 25\d\)$/.test(await scheme()));
    });

    it('follows a rule for a state, a field or a part that no rule told apart so far, and one that others lie over', async () => {
      const style = `shoji-card::part(input) { border: 2px solid teal } shoji-card::part(input invalid) { border-color: crimson }
        .night shoji-card::part(placeholder name disabled) { color: gold } .night shoji-card::part(field) { margin: 0 }`;
      await shop.enter(tab, { style });
      await tab.run(`void (document.head.append(Object.assign(document.createElement('style'), { id: 'late' })))`);
      const rules = [
        'shoji-card::part(input focused) { background-color: ivory }',
        'shoji-card::part(label complete) { color: seagreen }',
        'shoji-card::part(cvc input empty) { text-align: right }',
        'shoji-card::part(error) { font-style: italic }',
        'shoji-card::part(input focused) { outline: 0 }',
        'shoji-card::part(label) { font-weight: 400 }',
        'shoji-card::part(input focused invalid) { color: hotpink }',
        // less than what the shop’s style sheet says
        '@layer late { shoji-card::part(input complete) { border-radius: 1px } }',
        'shoji-card { --shoji-accent: #123456 }',
        'shoji-card { --shoji-error: #123456 }',
        'shoji-card { --shoji-muted: #123456 }',
        'shoji-card { --shoji-border-color: #123456; --shoji-radius: 3px }',
      ];
      const late: Record<string, number> = {};
      for (const rule of rules) {
        late[rule] = await framesUntilSent(`document.getElementById('late').textContent = ${JSON.stringify(rule)}`);
        await framesUntilSent(`document.getElementById('late').textContent = ''`);
      }
      late['a class'] = await framesUntilSent(`document.documentElement.className = 'night'`);
      assert.deepEqual(Object.entries(late).filter(([, count]) => count > 2), []);
    });

    it('follows a change that comes right after the style was read', async () => {
      await shop.enter(tab, { style: SHOP });
      await tab.run(`(() => {
        const { push } = styles;
        styles.push = (...sent) => {
          styles.push = push;
          document.documentElement.className = '';
          return push.apply(styles, sent);
        };
        document.documentElement.className = 'night';
      })()`);
      await until('the frame', async () => (await tab.run<number>('styles.length')) === 2 && (await border()) === 'rgb(0, 128, 128)');
    });

    it('keeps no more of it in the page than looks different, and nothing that is laid out', async () => {
      const watchers = () => tab.run<number>(`${CARD}.shadowRoot.querySelectorAll('.skeleton *').length`);
      await shop.enter(tab, { style: '' });
      const few = await watchers();
      assert.ok(few <= 20, `${few} elements`);
      assert.equal(await tab.run<number>(`[...${CARD}.shadowRoot.querySelectorAll('.skeleton *')].filter((element) => element.getClientRects().length).length`), 0);
      await framesUntilSent(`document.adoptedStyleSheets = [new CSSStyleSheet()]; document.adoptedStyleSheets[0].replaceSync('shoji-card::part(cvc label complete) { color: red }')`);
      assert.ok((await watchers()) > few, 'what looks different has an element of its own');
      await framesUntilSent(`document.adoptedStyleSheets = []`);
      assert.equal(await watchers(), few);
    });

    it('follows what changed while the element was not shown', async () => {
      await shop.enter(tab, { style: SHOP });
      await tab.run(`void (document.querySelector('main').style.display = 'none')`);
      await tab.run(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`);
      await tab.run(`void (document.documentElement.className = 'night')`);
      await tab.run(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`);
      assert.equal(await tab.run<number>('styles.length'), 0, 'nothing to tell yet (control)');
      await tab.run(`void (document.querySelector('main').style.display = '')`);
      await until('the frame', async () => (await border()) === 'rgb(255, 215, 0)');
    });

    it('is what the fields begin with: no other style is ever in the frame', async () => {
      await shop.visit(tab, { style: SHOP });
      await until('the fields', () => tab.run<boolean>(`${CARD}.state === 'editing'`));
      assert.equal(await border(), 'rgb(0, 128, 128)');
      assert.equal(await tab.run<number>('styles.length'), 0, 'it came with the first message');
    });

    it('takes up the very room that the fields take, before they are there', async () => {
      await shop.enter(tab, { style: `${SHOP} shoji-card::part(input) { height: 70px }` });
      // Firefox and WebKit do not tell of shifts
      if (engine === 'chromium') assert.deepEqual(await tab.run<number[]>('shifts'), [], 'from the first byte on');
      let come: (value?: unknown) => void = () => undefined;
      shop.held = { path: '/hosted/index.html', until: new Promise((resolve) => { come = resolve; }) };
      await tab.run(`${CARD}.replaceWith(${CARD}.cloneNode())`);
      const height = () => tab.run<number>(`${CARD}.getBoundingClientRect().height`);
      const outline = `${CARD}.shadowRoot.querySelector('.skeleton')`;
      await until('the outline', () => tab.run<boolean>(`getComputedStyle(${outline}).visibility === 'visible'`));
      const before = await height();
      assert.equal(await tab.run<string>(`getComputedStyle(${outline}.querySelector('.number .input')).borderTopColor`), 'rgb(0, 128, 128)');
      come();
      shop.held = undefined;
      await until('the fields', () => tab.run<boolean>(`${CARD}.state === 'editing'`));
      assert.equal(await height(), before);
      assert.equal(await tab.run<string>(`getComputedStyle(${outline}).visibility`), 'hidden');
      if (engine === 'chromium') assert.deepEqual(await tab.run<number[]>('shifts'), []);
    });

    it('loads a font of the shop’s from the fields origin as a whole, and none from elsewhere', async () => {
      shop.files.set('/fonts/shop.ttf', new Uint8Array(readFileSync(FONT)));
      const link = (family: string, address: string) => `<link slot="font" data-family="${family}" href="${address}">`;
      await shop.enter(tab, {
        style: `shoji-card::part(input) { font-family: "Shop Serif", "Elsewhere Serif", monospace }`,
        content: link('Shop Serif', `${shop.fields.origin}/fonts/shop.ttf`) + link('Elsewhere Serif', `${shop.fields.loopback}/fonts/other.ttf`),
      });
      const states = () => tab.runInFrame<Record<string, string>>(`Object.fromEntries([...document.fonts].map(({ family, status }) => [family.replaceAll('"', ''), status]))`);
      await until('both fonts', async () => !Object.values(await states()).some((status) => status === 'loading' || status === 'unloaded'));
      assert.deepEqual(await states(), { 'Shop Serif': 'loaded', 'Elsewhere Serif': 'error' });
      assert.equal(shop.asked.includes('/fonts/other.ttf'), false, 'the frame’s policy let nothing go there');
    });

    it('never tells by the height of the frame which digit is typed, whatever the shop says', async () => {
      shop.files.set('/fonts/shop.ttf', new Uint8Array(readFileSync(FONT)));
      await shop.enter(tab, {
        style: `shoji-card::part(input), shoji-card::part(form) { height: auto; line-height: normal; font-family: "Shop Serif", "Noto Sans CJK JP", serif }`,
        content: `<link slot="font" data-family="Shop Serif" href="${shop.fields.origin}/fonts/shop.ttf">`,
      });
      const heightWith = async (text: string) => {
        await tab.runInFrame(`(() => { const input = ${FRAME_ROOT}.getElementById('number'); input.value = ${JSON.stringify(text)}; })()`);
        return tab.runInFrame<number>(`${FRAME_ROOT}.querySelector('form').getBoundingClientRect().height`);
      };
      const heights = new Set<number>();
      for (const text of ['', '1', '4111 1111 1111 1111', '漢字', '𝟜𝟙', 'ก็', '٤']) heights.add(await heightWith(text));
      assert.equal(heights.size, 1);
    });

    it('leaves the fields plain and usable when the code that reads it does not come', async () => {
      shop.missing = '/part-mirror.js';
      try {
        await shop.enter(tab, { style: SHOP });
        assert.notEqual(await border(), 'rgb(0, 128, 128)');
        assert.equal(await tab.runInFrame<number>(`${FRAME_ROOT}.querySelectorAll('input').length`), 4);
      } finally {
        shop.missing = '';
      }
    });
  });
}

describe('a style that cannot cross', { skip: missing('chromium') !== false }, () => {
  it('is told in the console once, by name, and one that can is not', async () => {
    const shop = await Shop.open();
    const tab = await startSession('chromium');
    await shop.enter(tab, {
      attributes: 'environment="test"',
      style: `shoji-card::part(hint) { transform: rotate(1deg); color: red } shoji-card::part(input) { background-image: url(x.png); border: 1px solid }`,
    });
    const said = () => tab.consoleText().filter((line) => line.includes('cannot reach'));
    await until('what is told', () => said().length >= 2);
    assert.deepEqual(said().map((line) => /“[^”]+” of ::part\(\w+\)/.exec(line)?.[0]).sort(), ['“background-image” of ::part(input)', '“transform” of ::part(hint)']);
    await tab.close();
    await shop.close();
  });
});
