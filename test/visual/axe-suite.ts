/**
 * axe finds nothing in any state, in one engine: in the shop's page with the element's roots opened, and inside the frame. The
 * document's policy stays as it is: what a driver runs there is not the page's script.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { type EngineName, missing, type Session, startSession } from '../support/session.ts';
import { ELEMENT_ROOT, FRAME_ROOT, Stage } from './stage.ts';
import { STATES, stateNamed } from './states.ts';

// of the package that is ours to choose, not of whoever else brings axe along
const AXE = readFileSync(createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'), 'utf8');

/** Rules about a whole page, which the document in the frame is not: they are asked of the shop's page around it. */
const PAGE_RULES = ['region', 'landmark-one-main', 'page-has-heading-one', 'bypass'];

/** Frames are left out: each document is asked by itself. */
const OPTIONS = { resultTypes: ['violations'], iframes: false };
const IN_FRAME = { ...OPTIONS, rules: Object.fromEntries(PAGE_RULES.map((rule) => [rule, { enabled: false }])) };
const CONTRAST = { ...OPTIONS, runOnly: { type: 'rule', values: ['color-contrast'] } };

/** In the frame: the colours that the page would send, and what is behind the frame, which axe cannot see from inside. */
const wear = (scheme: 'light' | 'dark') => {
  const [color, ground] = { light: ['#1c1b1f', '#fff'], dark: ['#ececf1', '#17181c'] }[scheme];
  return `Object.assign(document.documentElement.style, { colorScheme: '${scheme}', color: '${color}', backgroundColor: '${ground}' })`;
};

/** What is wrong in a document: every rule in light, and its contrast in dark. */
const findings = (options: object): string => `(async () => {
  if (!window.axe) { ${AXE} }
  const seen = async (scheme, options) => {
    const { violations } = await window.axe.run(document, options);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) =>
      id + ' in ' + scheme + ' ' + target.join(' ') + ': ' + failureSummary));
  };
  ${wear('light')};
  const light = await seen('light', ${JSON.stringify(options)});
  ${wear('dark')};
  return [...light, ...await seen('dark', ${JSON.stringify(CONTRAST)})];
})()`;

export function axeSuite(engine: EngineName): void {
  const reason = missing(engine);
  describe(`axe in ${engine}${reason ? ` (skipped: ${reason})` : ''}`, { skip: reason !== false, timeout: 600_000 }, () => {
    let stage: Stage;
    let session: Session;

    before(async () => {
      stage = await Stage.open();
      session = await startSession(engine);
    }, { timeout: 90_000 });
    after(async () => {
      await session.close();
      await stage.close();
    });

    for (const state of STATES) {
      it(`finds nothing in ${state.name}, in light and dark`, { timeout: 90_000 }, async () => {
        await stage.show(session, state);
        assert.deepEqual(await session.run<string[]>(findings(OPTIONS)), [], 'in the page');
        if (!state.phase) assert.deepEqual(await session.runInFrame<string[]>(findings(IN_FRAME)), [], 'in the frame');
      });
    }

    it('finds what is wrong when something is: in the page, in the element, and in the frame', { timeout: 90_000 }, async () => {
      await stage.show(session, stateNamed('test-badge'));
      await session.run(`(() => {
        document.querySelector('main').insertAdjacentHTML('beforeend', '<img id="bare" src="data:,">');
        ${ELEMENT_ROOT}.querySelector('.badge').style.color = 'light-dark(#fff, #000)';
      })()`);
      await session.runInFrame(`(() => {
        ${FRAME_ROOT}.querySelector('label').textContent = '';
        ${FRAME_ROOT}.querySelector('.cvc .message').style.color = 'light-dark(#ddd, #333)';
      })()`);
      const rules = (found: string[]) => [...new Set(found.map((text) => text.split(' ', 3).join(' ')))].sort();
      assert.deepEqual(rules(await session.run(findings(OPTIONS))), ['color-contrast in light', 'image-alt in light']);
      const inFrame = rules(await session.runInFrame(findings(IN_FRAME)));
      assert.deepEqual(inFrame, ['color-contrast in dark', 'color-contrast in light', 'label in light', 'label-title-only in light']);
    });
  });
}
