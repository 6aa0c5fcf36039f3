import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readFailure, readRedirectUrl } from '../../demo/storefront/protocol-client.ts';
import { nextState } from '../../demo/storefront/payments.ts';

describe('the redirect address in an answer that was split at &', () => {
  const table: readonly [entries: [string, unknown][], expected: string | undefined, why: string][] = [
    [[['ACS', '2'], ['RedirectUrl', 'https://a.example/cb?id=1'], ['t', '2']], 'https://a.example/cb?id=1&t=2', 'usual'],
    [[['RedirectUrl', 'https://a.example/cb']], 'https://a.example/cb', 'nothing was split off'],
    [[['RedirectUrl', 'https://a.example/'], ['T', 'x y'], ['u', 'é']], 'https://a.example/&T=x%20y&u=%C3%A9', 'encoded again'],
    [[['RedirectUrl', 'javascript:alert(1)']], undefined, 'not http'],
    [[['RedirectUrl', 'data:text/html,x']], undefined, 'not http'],
    [[['RedirectUrl', 'https://shop@a.example/']], undefined, 'a name before the host'],
    [[['RedirectUrl', '/relative']], undefined, 'not complete'],
    [[['RedirectUrl', '']], undefined, 'empty'],
    [[['ACS', '2']], undefined, 'absent'],
  ];
  for (const [entries, expected, why] of table) {
    it(`gives ${expected ?? 'nothing'}: ${why}`, () => {
      assert.equal(readRedirectUrl(entries), expected);
    });
  }
});

describe('what a refusal means', () => {
  const table: readonly [codes: string[], failure: ReturnType<typeof readFailure>][] = [
    [['42G020000'], 'declined'],
    [['42G120000'], 'declined'],
    [['E41170099'], 'declined'],
    [['EX1000302'], 'token'],
    [['EX1000303'], 'token'],
    [['E01180006'], 'token'],
    [['E21030007'], 'authentication'],
    [['E21030201'], 'authentication'],
    [['E92000001'], 'unreachable'],
    [['E01240002'], 'card-gone'],
    [['E01390002'], 'card-gone'],
    [['E01230009'], 'card-limit'],
    [['E01060001', 'E01260001'], 'unavailable'],
    [['E61010001'], 'unavailable'],
    [['E11010001'], undefined],
    [['E90010001'], undefined],
    [['E91020001'], undefined],
    [['42C010000'], undefined],
    [['E01E50004'], undefined],
    [['42G020000', 'E91020001'], undefined],
    [[], undefined],
  ];
  for (const [codes, failure] of table) {
    it(`reads ${codes.join(' ') || 'no code'} as ${failure ?? 'not known'}`, () => {
      assert.equal(readFailure(codes), failure);
    });
  }
});

describe('what SearchTrade means for an attempt', () => {
  const fresh = { tooOld: false, quiet: false, restarted: false, returned: false };
  const table: readonly [...Parameters<typeof nextState>, ReturnType<typeof nextState>][] = [
    ['unknown', 'settled', fresh, 'paid'],
    ['settling', 'settled', fresh, 'paid'],
    ['unknown', 'unprocessed', fresh, undefined],
    ['unknown', 'unprocessed', { ...fresh, quiet: true }, 'released'],
    ['executing', 'unprocessed', { ...fresh, restarted: true }, 'released'],
    ['entering', 'missing', { ...fresh, restarted: true }, 'released'],
    ['challenging', 'authenticated', fresh, undefined],
    ['challenging', 'authenticated', { ...fresh, restarted: true }, undefined],
    ['challenging', 'authenticated', { ...fresh, tooOld: true }, 'released'],
    ['unknown', 'authenticated', { ...fresh, returned: true }, undefined],
    ['unknown', 'authenticated', { ...fresh, returned: true, restarted: true }, undefined],
    ['unknown', 'authenticated', { ...fresh, returned: true, quiet: true }, 'challenging'],
    ['unknown', 'authenticated', { ...fresh, returned: true, tooOld: true }, undefined],
    ['unknown', 'authenticated', { ...fresh, returned: true, tooOld: true, restarted: true }, undefined],
    ['unknown', 'authenticated', { ...fresh, returned: true, tooOld: true, quiet: true }, 'released'],
    ['unknown', 'authenticated', { ...fresh, tooOld: true }, 'released'],
    ['unknown', 'unprocessed', { ...fresh, returned: true, tooOld: true, restarted: true }, undefined],
    ['unknown', 'authenticated', fresh, 'challenging'],
    ['unknown', 'cancelled', fresh, 'failed'],
    ['unknown', 'unanswered', { ...fresh, quiet: true, tooOld: true, restarted: true }, undefined],
    // recurring: its ExecTran charges, and counts as `returned`
    ['executing', 'unprocessed', { ...fresh, returned: true, restarted: true }, undefined],
    ['executing', 'unprocessed', { ...fresh, returned: true, restarted: true, tooOld: true }, undefined],
    ['executing', 'unprocessed', { ...fresh, returned: true, restarted: true, quiet: true }, 'released'],
    ['unknown', 'unprocessed', { ...fresh, returned: true, quiet: true }, 'released'],
    // on the gateway's own page, which somebody may have open
    ['challenging', 'missing', { ...fresh, elsewhere: true, quiet: true, restarted: true }, undefined],
    ['challenging', 'unprocessed', { ...fresh, elsewhere: true, quiet: true, restarted: true }, undefined],
    ['challenging', 'authenticated', { ...fresh, elsewhere: true, quiet: true, restarted: true }, undefined],
    ['challenging', 'settled', { ...fresh, elsewhere: true }, 'paid'],
    ['challenging', 'missing', { ...fresh, elsewhere: true, tooOld: true }, 'released'],
  ];
  for (const [state, trade, when, expected] of table) {
    it(`leaves ${state} ${expected ? `for ${expected}` : 'alone'} on ${trade} (${JSON.stringify(when)})`, () => {
      assert.equal(nextState(state, trade, when), expected);
    });
  }
});
