import { writeFile } from 'node:fs/promises';
import { keyActionsOf } from './session-keys.ts';
import { answerOf, question } from './session-scripts.ts';
import { until } from './session-until.ts';
import type { Session } from './session.ts';
import { startWebKit } from './webkitgtk.mjs';

/** The name of an element reference in WebDriver's answers (§ 12.1). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

const FIND_FRAMES = `
  const framesIn = (root) => [...root.querySelectorAll('*')].flatMap((element) =>
    element.localName === 'iframe' ? [element] : element.shadowRoot ? framesIn(element.shadowRoot) : []);`;

export async function startWebKitGtk(): Promise<Session> {
  const driver = await startWebKit();
  const run = async <T>(script: string): Promise<T> => {
    const body = `${question(script)}.then((json) => arguments[0]({ json }), (error) => arguments[0]({ error: String(error) }));`;
    const answer = (await driver.post('/execute/async', { script: body, args: [] })) as { json: string } | { error: string };
    if ('error' in answer) throw new Error(answer.error);
    return answerOf(answer.json);
  };

  return {
    engine: 'webkit',
    version: `WebKitGTK ${driver.capabilities.browserVersion}`,
    goto: async (url) => {
      await driver.goto(url);
    },
    url: async () => (await driver.get('/url')) as string,
    run,
    async runInFrame(script) {
      await driver.post('/frame', { id: await driver.run(`${FIND_FRAMES} return framesIn(document)[0];`) });
      try {
        return await run(script);
      } finally {
        await driver.post('/frame', { id: null });
      }
    },
    async runInFrameOf(origin, script) {
      const search = async (): Promise<boolean> => {
        if ((await driver.run('return location.origin')) === origin) return true;
        for (let index = 0; ; index += 1) {
          const frame = await driver.run(`${FIND_FRAMES} return framesIn(document)[${String(index)}] ?? null;`);
          if (!frame) return false;
          await driver.post('/frame', { id: frame });
          if (await search()) return true;
          await driver.post('/frame/parent');
        }
      };
      try {
        return (await search()) ? await run(script) : null;
      } finally {
        await driver.post('/frame', { id: null });
      }
    },
    async clickAt(x, y) {
      await driver.post('/actions', {
        actions: [
          {
            type: 'pointer',
            id: 'mouse',
            parameters: { pointerType: 'mouse' },
            actions: [
              { type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) },
              { type: 'pointerDown', button: 0 },
              { type: 'pointerUp', button: 0 },
            ],
          },
        ],
      });
    },
    async click(css) {
      await until(`${css} to click on`, () => run<boolean>(`document.querySelector(${JSON.stringify(css)}) !== null`), 15_000);
      const element = (await driver.post('/element', { using: 'css selector', value: css })) as Record<string, string>;
      await driver.post(`/element/${String(element[ELEMENT])}/click`);
    },
    keys: async (text) => {
      await driver.post('/actions', { actions: [{ type: 'key', id: 'keyboard', actions: keyActionsOf(text) }] });
    },
    back: async () => {
      await driver.post('/back');
    },
    reload: async () => {
      await driver.post('/refresh');
    },
    async resize(width, height) {
      // The driver sets the window; what its frame takes away is seen afterwards.
      await driver.post('/window/rect', { x: 0, y: 0, width, height });
      const [innerWidth, innerHeight] = await run<[number, number]>('[innerWidth, innerHeight]');
      await driver.post('/window/rect', { x: 0, y: 0, width: 2 * width - innerWidth, height: 2 * height - innerHeight });
    },
    screenshot: async (path) => {
      await writeFile(path, Buffer.from((await driver.get('/screenshot')) as string, 'base64'));
    },
    onNewDocument: () =>
      Promise.reject(new Error('WebKitWebDriver cannot run a script before those of the page: run() it after goto()')),
    consoleText: () => [],
    close: () => driver.close(),
  };
}
