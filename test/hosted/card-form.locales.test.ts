import { expect } from '@open-wc/testing';
import type { Words } from '../../src/channel/protocol.js';
import { importLocale } from '../../src/locales/import-locale.js';
import { LOCALE_NAMES, type LocaleName } from '../../src/locales/messages.js';
import { MEASURES } from '../../src/theme/tokens.js';
import { formHeight } from '../support/form-height.ts';
import { clearForms, FakeGateway, Shopper } from '../support/wtr-shopper.ts';

const FIELDS = ['number', 'expiry', 'cvc', 'name'] as const;
/** Of a phone that is held upright, and of a page at 400 % (WCAG 2.2, 1.4.10). */
const WIDTH = 320;
/** Usual widths of letters, and as wide as they come. */
const FONTS = ['Arial, "Liberation Sans", sans-serif', 'Verdana, "DejaVu Sans", sans-serif'];

const wordsOf = async (name: LocaleName): Promise<Words> => (await importLocale(name)).frame;

/** A form in a frame that narrow. */
function narrowForm(language: LocaleName, words: Words, font: string): Shopper {
  const shopper = new Shopper(new FakeGateway(), { language, words, style: [{ at: 'host', values: { 'font-family': font } }] });
  shopper.host.style.inlineSize = `${String(WIDTH)}px`;
  return shopper;
}

/** Without a font for a script there are boxes, which say nothing of its widths. A Thai vowel above takes no room of its own. */
function canDraw(name: LocaleName): boolean {
  const canvas = document.createElement('canvas').getContext('2d');
  return name !== 'th' || canvas?.measureText('ก').width === canvas?.measureText('กั').width;
}

const messagesIn = ({ root }: Shopper): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('.message')];
const linesOf = (message: HTMLElement): number => Math.round(message.getBoundingClientRect().height / MEASURES.message);

describe('the card form at 320 pixels', () => {
  afterEach(clearForms);

  for (const name of LOCALE_NAMES) {
    describe(`in ${name}`, () => {
      for (const font of FONTS) {
        it(`shows its labels whole and its hints in one line: ${font}`, async function () {
          if (!canDraw(name)) this.skip();
          const shopper = narrowForm(name, await wordsOf(name), font);
          for (const brandBegins of ['', '4', '34']) {
            shopper.type('number', brandBegins);
            const labels = [...shopper.root.querySelectorAll('label')];
            const cut = labels.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
            expect(cut.map(({ innerText }) => innerText), 'labels that are cut').to.deep.equal([]);
            expect(messagesIn(shopper).map(linesOf), 'lines of hints').to.deep.equal([1, 1, 1, 1]);
            expect(shopper.form.getBoundingClientRect().height).to.equal(formHeight(FIELDS));
          }
        });

        it(`needs three lines at most for what is wrong, and two across the form: ${font}`, async function () {
          if (!canDraw(name)) this.skip();
          const words = await wordsOf(name);
          const shopper = narrowForm(name, words, font);
          shopper.tell({ type: 'focus', target: 'wrong' });
          const tooLong: string[] = [];
          for (const [key, text] of Object.entries(words)) {
            const field = FIELDS.findIndex((prefix) => key.replace('hint-', '').startsWith(`${prefix}-`));
            const message = messagesIn(shopper)[field];
            if (!message) continue;
            message.textContent = text;
            const isHalf = field === 1 || field === 2;
            if (linesOf(message) > (isHalf ? 3 : 2) || message.scrollWidth > message.clientWidth) tooLong.push(`${key} ${text}`);
          }
          expect(tooLong).to.deep.equal([]);
        });
      }
    });
  }
});
