import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { challengeWindowSize, windowSizeFor, type WindowSizeCode } from '../../src/three-ds/window-size.js';

describe('windowSizeFor', () => {
  const table: readonly (readonly [width: number, height: number, isSheet: boolean, code: WindowSizeCode, why: string])[] = [
    [632, 760, false, '03', 'a desktop'],
    [500, 600, false, '03', 'exactly as much as it needs'],
    [632, 599, false, '04', 'a low window'],
    [600, 400, false, '04', 'a lower window'],
    [599, 599, false, '02', 'neither wide nor tall'],
    [390, 400, false, '02', 'exactly as much as it needs'],
    [389, 800, false, '01', 'a narrow window'],
    [250, 400, false, '01', 'exactly as much as it needs'],
    [249, 800, false, '05', 'narrower than the narrowest'],
    [800, 399, false, '05', 'lower than the lowest'],
    [390, 700, true, '05', 'a phone, where it fills the screen'],
    [632, 760, true, '05', 'a sheet of any size'],
  ];
  for (const [width, height, isSheet, code, why] of table) {
    it(`takes ${code} for ${width} × ${height}: ${why}`, () => {
      assert.equal(windowSizeFor(width, height, isSheet).code, code);
    });
  }

  it('never is larger than the box', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.nat(3000), fc.boolean(), (width, height, isSheet) => {
        const size = windowSizeFor(width, height, isSheet);
        assert.ok(size.width <= width && size.height <= height);
        if (size.code === '05') assert.deepEqual([size.width, size.height], [width, height]);
      }),
    );
  });
});

describe('challengeWindowSize', () => {
  for (const [innerWidth, innerHeight, code] of [
    [1280, 900, '03'], [1280, 700, '04'], [600, 700, '02'], [390, 844, '05'], [844, 390, '05'], [320, 568, '05'],
  ] as const) {
    it(`expects ${code} on a page of ${innerWidth} × ${innerHeight}`, () => {
      assert.equal(challengeWindowSize({ innerWidth, innerHeight }), code);
    });
  }
});
