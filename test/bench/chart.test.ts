import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chart } from './chart.ts';
import { exampleResults } from './example-results.ts';

describe('the chart', () => {
  const svg = chart(exampleResults);
  const rects = [...svg.matchAll(/<rect class="(\w+)" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="10"\/>/g)].map(([, kind, x, y, width]) => ({
    kind, x: Number(x), y: Number(y), width: Number(width),
  }));

  it('names every cell as text', () => {
    for (const { name } of exampleResults.cells) assert.ok(svg.includes(`>${name.replace('&', '&amp;')}</text>`), name);
  });

  it('is well-formed, whatever a name has in it', () => {
    assert.ok(exampleResults.cells.some(({ name }) => name.includes('&')));
    assert.doesNotMatch(svg, /&(?!amp;|lt;|gt;)/);
    const tags = [...svg.matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/g)];
    const open: string[] = [];
    for (const [, closing, name, empty] of tags) {
      if (closing) assert.equal(open.pop(), name);
      else if (!empty) open.push(name as string);
    }
    assert.deepEqual(open, []);
  });

  it('draws bars as long as the numbers, inside the picture', () => {
    const [width] = /(?<=width=")\d+/.exec(svg) ?? [];
    const bytes = rects.slice(0, 3); // plain inputs, ours in the page, ours in the frame
    assert.deepEqual(bytes.map(({ kind }) => kind), ['other', 'ours', 'frame']);
    const [bare, page, frame] = bytes as [(typeof rects)[0], (typeof rects)[0], (typeof rects)[0]];
    assert.ok(Math.abs(page.width / frame.width - 12_000 / 8_000) < 0.01);
    assert.ok(Math.abs(page.width / bare.width - 12_000 / 400) < 2);
    assert.ok(Math.abs(page.x + page.width - frame.x) < 0.2);
    for (const { x, width: length } of rects) assert.ok(length > 0 && x + length < Number(width));
  });

  it('says where a number is only half of the whole', () => {
    assert.match(svg, />97\.3 kB \+</);
  });

  it('has colours for light and dark, and a ground of its own', () => {
    assert.match(svg, /prefers-color-scheme: dark/);
    assert.match(svg, /<rect class="ground"/);
  });

  it('leaves out what was not measured', () => {
    assert.doesNotMatch(svg, /Frames: private memory/);
    assert.doesNotMatch(svg, /NaN|undefined|Infinity/);
  });
});
