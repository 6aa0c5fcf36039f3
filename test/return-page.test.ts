/** dist/return.js at the return URL of 3-D Secure: at the top, in the dialog, and in a shop that stands in a frame. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { createContext, runInContext } from 'node:vm';

const CODE = readFileSync(new URL('../dist/return.js', import.meta.url), 'utf8');
const ADDRESS = 'https://shop.example/3ds/return?AccessID=a1b2';

interface Heard {
  readonly where: string;
  readonly message: unknown;
  readonly target: string;
}

/** A window with as many windows around it, the nearest first. */
function open({ next, around = [], address = ADDRESS }: { next?: string; around?: readonly string[]; address?: string } = {}) {
  const heard: Heard[] = [];
  const went: string[] = [];
  const forgotten: string[] = [];
  const timers: { readonly run: () => void; readonly delay: number }[] = [];
  const { origin, search } = new URL(address);
  const windowOf = (where: string): Record<string, unknown> => ({
    postMessage: (message: unknown, target: string) => heard.push({ where, message: structuredClone(message), target }),
  });
  const own = windowOf('own');
  const all = [own, ...around.map(windowOf)];
  for (const [index, each] of all.entries()) each['parent'] = all[index + 1] ?? each;
  const globals = Object.assign(own, {
    location: { origin, search, replace: (href: string) => went.push(href) },
    document: { currentScript: { dataset: { ...(next !== undefined && { next }) } }, baseURI: address },
    sessionStorage: { removeItem: (key: string) => forgotten.push(key) },
    setTimeout: (run: () => void, delay: number) => timers.push({ run, delay }),
    URL, URLSearchParams,
  });
  Object.assign(globals, { window: globals });
  // the page's own parent is the window that its script sees
  if (all.length === 1) Object.assign(globals, { parent: globals });
  runInContext(CODE, createContext(globals));
  return { heard, went, forgotten, timers };
}

describe('dist/return.js', () => {
  it('continues at the top to the shop’s next page, and has the attempt forgotten', () => {
    const { went, forgotten, heard } = open({ next: '/orders/1' });
    assert.deepEqual([went, forgotten, heard], [['https://shop.example/orders/1'], ['shoji-attempt'], []]);
  });

  for (const next of ['https://evil.example/', '//evil.example/', 'javascript:alert(1)', 'data:text/html,x']) {
    it(`never continues to ${next}`, () => {
      assert.deepEqual(open({ next }).went, []);
    });
  }

  it('stays where it is without a next page', () => {
    assert.deepEqual(open().went, []);
  });

  it('tells every window around it, its own origin only, and continues nowhere', () => {
    const { heard, went } = open({ next: '/orders/1', around: ['wrapper', 'shop', 'portal'] });
    const message = { shoji: 'returned', accessId: 'a1b2' };
    assert.deepEqual(heard, ['wrapper', 'shop', 'portal'].map((where) => ({ where, message, target: 'https://shop.example' })));
    assert.deepEqual(went, []);
  });

  it('says nothing of how the authentication ended, whatever its address says', () => {
    const { heard } = open({ around: ['wrapper', 'shop'], address: `${ADDRESS}&transStatus=Y&cres=abc` });
    assert.deepEqual(Object.keys(heard[0]?.message as object).sort(), ['accessId', 'shoji']);
  });

  it('continues after three seconds when nobody took it away: the shop itself stands in a frame', () => {
    const { timers, went } = open({ next: '/orders/1', around: ['portal'] });
    assert.deepEqual(timers.map(({ delay }) => delay), [3000]);
    timers[0]?.run();
    assert.deepEqual(went, ['https://shop.example/orders/1']);
  });
});
