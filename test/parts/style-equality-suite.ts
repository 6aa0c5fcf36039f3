/**
 * Rules for parts do to the real input in the frame what they do to a plain one on the page: of every longhand that a rule sets, the
 * computed values are the same, in both colour schemes, on a phone and on a desk.
 */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { missing, startSession, TAB, until, type EngineName, type Session } from '../support/session.ts';
import { RULES, styleSheetOf, type Rule, type State } from './rules.ts';
import { CARD, FRAME_ROOT, Shop } from './shop.ts';

const WIDTHS = [320, 1280] as const;
const SCHEMES = ['light', 'dark'] as const;

/** In this order one page goes through all of them. */
const STAGES: readonly (readonly [state: State | undefined, bringAbout: (tab: Session) => Promise<unknown>])[] = [
  [undefined, () => Promise.resolve()],
  ['empty', () => Promise.resolve()],
  ['focused', focusNumber],
  ['complete', (tab) => tab.runInFrame(`(() => {
    const input = ${FRAME_ROOT}.getElementById('name');
    input.value = 'TARO YAMADA';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  })()`)],
  ['invalid', (tab) => tab.run(`void ${CARD}.reportValidity()`)],
  // which leads to the first of them
  ['focused invalid', (tab) => until('the focus', () => tab.runInFrame<boolean>(`${FRAME_ROOT}.querySelector('.number').matches('.focused.invalid')`))],
  ['disabled', (tab) => tab.run(`void (${CARD}.disabled = true)`)],
];

async function focusNumber(tab: Session): Promise<void> {
  await tab.run(`void ${CARD}.focus()`);
  // WebKit lets no frame of another site give the focus to a field before the shopper touched it
  if (tab.engine === 'webkit') await tab.keys(TAB);
  await until('the focus', () => tab.runInFrame<boolean>(`${FRAME_ROOT}.activeElement?.id === 'number'`));
}

const usedField = ({ field, place }: Rule): string => field ?? (place === 'placeholder' ? 'name' : 'number');
const inFrame = (rule: Rule): string => {
  if (rule.place === 'form') return `[${FRAME_ROOT}.querySelector('.form')]`;
  const field = `${FRAME_ROOT}.querySelector('.field.${usedField(rule)}')`;
  if (rule.place === 'field') return `[${field}]`;
  return rule.place === 'placeholder' ? `[${field}.querySelector('.input'), '::placeholder']` : `[${field}.querySelector('.${rule.place}')]`;
};
export const onPage = ({ place }: Rule): string =>
  place === 'placeholder' ? `[document.querySelector('.plain-input'), '::placeholder']` : `[document.querySelector('.plain-${place}')]`;

/** Of every longhand, what it is; without those that are not to be compared. */
export const valuesOf = (element: string, longhands: readonly string[]): string => `(() => {
  const computed = getComputedStyle(...${element});
  return Object.fromEntries(${JSON.stringify(longhands)}.map((name) => [name, computed.getPropertyValue(name)]));
})()`;

/** Puts a style sheet into the page; @returns the longhands that its rule for the plain element sets. */
export const wear = (tab: Session, css: string) => tab.run<string[]>(`(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(${JSON.stringify(css)});
  document.adoptedStyleSheets = [sheet];
  const last = (rules) => { const rule = [...rules].at(-1); return rule.style ? rule : last(rule.cssRules); };
  // which properties can wait for their last moment at all, is the browser’s default on both sides
  return [...last(sheet.cssRules).style].filter((name) => name !== 'transition-behavior');
})()`);

/**
 * Wears a rule on both sides, and waits until they are the same.
 * @param more - what is to be the same besides the longhands of the rule
 * @returns how many longhands were compared, and those that stay different
 */
export async function compare(tab: Session, rule: Rule, more: readonly string[] = []): Promise<{ compared: number; different: string[] }> {
  const longhands = [...new Set([...(await wear(tab, styleSheetOf(rule))), ...more])];
  assert.ok(longhands.length > 0, rule.name);
  const wanted = await tab.run<Record<string, string>>(valuesOf(onPage(rule), longhands));
  let found: Record<string, string> = {};
  const differing = () => longhands.filter((name) => found[name] !== wanted[name]);
  await until(rule.name, async () => {
    found = await tab.runInFrame(valuesOf(inFrame(rule), longhands));
    return differing().length === 0;
  }, 5_000).catch(() => undefined); // told below
  return {
    compared: longhands.length,
    different: differing().map((name) => `${rule.name}: ${name} is ${String(found[name])}, not ${String(wanted[name])}`),
  };
}

export function styleEqualitySuite(engine: EngineName): void {
  const reason = missing(engine);
  describe(`parts and plain controls in ${engine}${reason ? ` (skipped: ${reason})` : ''}`, { skip: reason !== false, timeout: 1_200_000 }, () => {
    let shop: Shop;
    let tab: Session;
    before(async () => {
      shop = await Shop.open();
      tab = await startSession(engine);
    }, { timeout: 120_000 });
    after(async () => {
      await tab.close();
      await shop.close();
    });

    // WebKit cannot be asked for the style of a placeholder: ::placeholder gives the input's own
    const isComparable = (rule: Rule) => engine !== 'webkit' || rule.place !== 'placeholder';

    for (const width of WIDTHS) {
      for (const scheme of SCHEMES) {
        const holds = ({ only }: Rule) => only === undefined || (only === 'wide') === (width > 600);
        const rules = RULES.filter((each) => isComparable(each) && holds(each));
        it(`look the same under ${String(rules.length)} rules, ${scheme}, ${String(width)} pixels`, { timeout: 300_000 }, async () => {
          await tab.resize(width, 900);
          await shop.enter(tab);
          await tab.run(`void (document.documentElement.dataset.scheme = '${scheme}')`);
          const different: string[] = [];
          let compared = 0;
          for (const [state, bringAbout] of STAGES) {
            await bringAbout(tab);
            for (const rule of rules.filter((each) => each.state === state)) {
              const result = await compare(tab, rule);
              different.push(...result.different);
              compared += result.compared;
            }
          }
          assert.deepEqual(different, []);
          assert.ok(compared > 100, 'there is something to compare');
        });
      }
    }

    it('differ where the page says nothing of the parts (control)', async () => {
      await shop.enter(tab);
      await wear(tab, '.plain-input { color: rebeccapurple }');
      const colour = (run: (script: string) => Promise<Record<string, string>>, element: string) => run(valuesOf(element, ['color']));
      const rule = RULES[0] as Rule;
      assert.notDeepEqual(await colour((script) => tab.runInFrame(script), inFrame(rule)), await colour((script) => tab.run(script), onPage(rule)));
    });
  });
}
