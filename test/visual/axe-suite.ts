/**
 * axe finds nothing in any state, in one engine: in the shop's page with the element's roots opened, and inside the frame. The
 * document's policy stays as it is: what a driver runs there is not the page's script.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { type EngineName, missing, type Session, startSession, until } from '../support/session.ts';
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

const SCHEMES = { light: { color: 'rgb(28, 27, 31)', ground: 'rgb(255, 255, 255)' }, dark: { color: 'rgb(236, 236, 241)', ground: 'rgb(23, 24, 28)' } } as const;
type Scheme = keyof typeof SCHEMES;

const wear = (style: Readonly<Record<string, string>>) => `void Object.assign(document.documentElement.style, ${JSON.stringify(style)})`;

/** What is wrong in a document: every rule in light, and its contrast in dark. */
const findings = (scheme: Scheme, options: object): string => `(async () => {
  if (!window.axe) { ${AXE} }
  const { violations } = await window.axe.run(document, ${JSON.stringify(scheme === 'light' ? options : CONTRAST)});
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' in ${scheme} ' + target.join(' ') + ': ' + failureSummary));
})()`;

interface Findings {
  readonly page: string[];
  readonly frame: string[];
}

/** The page changes its colours, and the frame follows; what is behind the frame, axe cannot see from inside: it is told. */
async function look(session: Session, hasFrame: boolean): Promise<Findings> {
  const found: Findings = { page: [], frame: [] };
  for (const scheme of Object.keys(SCHEMES) as Scheme[]) {
    const { color, ground } = SCHEMES[scheme];
    await session.run(wear({ colorScheme: scheme, color, backgroundColor: ground }));
    found.page.push(...(await session.run<string[]>(findings(scheme, OPTIONS))));
    if (!hasFrame) continue;
    const followed = `(({ color, colorScheme }) => color + ' ' + colorScheme)(getComputedStyle(${FRAME_ROOT}.querySelector('.form')))`;
    await until(`${scheme} in the frame`, async () => (await session.runInFrame<string>(followed)) === `${color} ${scheme}`);
    await session.runInFrame(wear({ backgroundColor: ground }));
    found.frame.push(...(await session.runInFrame<string[]>(findings(scheme, IN_FRAME))));
  }
  return found;
}

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
        assert.deepEqual(await look(session, !state.phase), { page: [], frame: [] });
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
      const { page, frame } = await look(session, true);
      assert.deepEqual(rules(page), ['color-contrast in light', 'image-alt in light']);
      assert.deepEqual(rules(frame), ['color-contrast in dark', 'color-contrast in light', 'label in light', 'label-title-only in light']);
    });
  });
}
