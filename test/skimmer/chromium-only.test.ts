/** Attacks that need more than a tab and a keyboard: what an input method composes, the clipboard, and the browser's own autofill. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, CDPSession, Frame, Page } from '@playwright/test';
import { chromiumSession, launchChromium } from '../support/session-chromium.ts';
import { COPY, missing, SELECT_ALL, TAB, type Session } from '../support/session.ts';
import { ORDERS, type Order } from './attack.ts';
import { ATTACKS } from './attacks/all.ts';
import { CARD, CLOSED_CONTROL, CONTROL, SkimmerGround } from './ground.ts';
import { HOSTINGS } from './hostings.ts';
import { play } from './play.ts';
import { HOSTINGS_RUN } from './scope.ts';
import { judge, writeCells } from './skimmer-suite.ts';
import type { Cell } from './verdict.ts';

const reason = missing('chromium');
const EXPIRY = CARD.expiry.replace('/', '');

describe(`skimmers in chromium, by its protocol${reason ? ` (skipped: ${reason})` : ''}`, { skip: reason !== false, timeout: 300_000 }, () => {
  let ground: SkimmerGround;
  let browser: Browser;
  let page: Page;
  let session: Session;
  const cells: Cell[] = [];

  before(async () => {
    ground = await SkimmerGround.open();
    browser = await launchChromium();
  }, { timeout: 120_000 });
  after(async () => {
    await browser.close();
    await ground.close();
    writeCells('chromium-only', cells);
  });
  beforeEach(async () => {
    const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    page = await context.newPage();
    session = chromiumSession(page, browser.version());
  });
  afterEach(() => session.close());

  const attackOf = (id: string) => {
    const attack = ATTACKS.find((each) => each.id === id);
    assert.ok(attack);
    return attack;
  };
  const hostedFrame = (): Frame => {
    const found = page.frames().find((each) => each.url().endsWith('/hosted/index.html'));
    assert.ok(found, 'the hosted document is in a frame');
    return found;
  };

  /** Composes a text, as an input method does, and commits it. */
  const compose = async (protocol: CDPSession, text: string) => {
    for (let length = 4; length <= text.length; length += 4) {
      await protocol.send('Input.imeSetComposition', { text: text.slice(0, length), selectionStart: length, selectionEnd: length });
    }
    await protocol.send('Input.insertText', { text });
  };

  const shoppers: Readonly<Record<string, (tab: Session) => Promise<void>>> = {
    async 'ev-ime'(tab) {
      await compose(await page.context().newCDPSession(page), CONTROL);
      await tab.keys(`${TAB}${CLOSED_CONTROL}${TAB}`);
      await compose(await page.context().newCDPSession(hostedFrame()), CARD.pan);
      await tab.keys(`${TAB}${EXPIRY}${TAB}${CARD.cvc}`);
    },
    // a number that the shopper copied is anybody's who may read the clipboard: here it is the control's
    async 'cl-read'(tab) {
      await tab.keys(`${CONTROL}${SELECT_ALL}${COPY}${TAB}${CLOSED_CONTROL}${TAB}${CARD.pan}${TAB}${EXPIRY}${TAB}${CARD.cvc}`);
    },
    async 'af-decoy'(tab) {
      const card = { number: CONTROL + CONTROL, name: 'X', expiryMonth: '11', expiryYear: '2036', cvc: '526' };
      await autofill(await page.context().newCDPSession(page), 'decoy-number', card);
      await page.locator('#decoy-number').evaluate((input: HTMLInputElement) => input.form?.reset());
      const saved = { number: CARD.pan, name: 'X', expiryMonth: '08', expiryYear: '2037', cvc: CARD.cvc };
      await autofill(await page.context().newCDPSession(hostedFrame()), 'number', saved);
      // whether or not this Chromium fills a field of a frame: the card is typed
      const isFilled = await tab.run<boolean>(`document.getElementById('card').complete`);
      await tab.click('#control-number');
      await tab.keys(`${CONTROL}${TAB}${CLOSED_CONTROL}${TAB}`);
      if (!isFilled) await tab.keys(`${CARD.pan}${TAB}${EXPIRY}${TAB}${CARD.cvc}`);
    },
  };

  /** As if the shopper had picked a saved card at that field. */
  const autofill = async (protocol: CDPSession, id: string, card: Parameters<typeof cardOf>[0]) => {
    const { root } = await protocol.send('DOM.getDocument', { depth: -1, pierce: true });
    const seek = (node: typeof root): number | undefined => {
      const at = node.attributes?.indexOf('id') ?? -1;
      if (at >= 0 && node.attributes?.[at + 1] === id) return node.backendNodeId;
      for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) {
        const found = seek(child);
        if (found !== undefined) return found;
      }
      return undefined;
    };
    const fieldId = seek(root);
    assert.ok(fieldId !== undefined, `a field ${id}`);
    const { frameTree } = await protocol.send('Page.getFrameTree');
    await protocol.send('Autofill.trigger', { fieldId, frameId: frameTree.frame.id, card: cardOf(card) }).catch(() => undefined);
  };

  for (const hosting of HOSTINGS_RUN) {
    describe(`${hosting}, the hosted document ${HOSTINGS[hosting].what}`, () => {
      for (const order of ORDERS) {
        for (const [id, shopper] of Object.entries(shoppers)) {
          const attack = attackOf(id);
          it(`${id}, ${order} us: ${attack.what}`, { timeout: 60_000 }, async () => {
            const run = { attacks: [attack], order: order satisfies Order, hosting };
            const played = await play(session, ground, run, shopper);
            cells.push(judge(played, attack, run, 'chromium'));
          });
        }
      }
    });
  }
});

const cardOf = (card: { number: string; name: string; expiryMonth: string; expiryYear: string; cvc: string }) => card;
