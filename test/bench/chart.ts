/** The results as a picture: bars in panels, an SVG of its own colours, for light and dark, with its text as text. */
import type { CellNumbers, Results } from './results.ts';

interface Bar {
  readonly name: string;
  readonly isOurs: boolean;
  /** In the page, and in the frame. */
  readonly parts: readonly number[];
  /** The whole is more than can be measured. */
  readonly isHalf: boolean;
}

interface Panel {
  readonly title: string;
  readonly unit: (value: number) => string;
  readonly bars: readonly Bar[];
}

const [WIDTH, MARGIN, GAP, ROW, BAR, HEAD, FOOT] = [860, 20, 36, 36, 10, 46, 40];
const PANEL = (WIDTH - 2 * MARGIN - GAP) / 2;
/** For the number behind a bar. */
const ROOM = 96;

export function chart(results: Results): string {
  const panels = panelsOf(results).filter(({ bars }) => bars.length > 1);
  const pairs = Array.from({ length: Math.ceil(panels.length / 2) }, (_, index) => panels.slice(index * 2, index * 2 + 2));
  let top = 58;
  const drawn = pairs.map((pair) => {
    const from = top;
    top += HEAD + ROW * Math.max(...pair.map(({ bars }) => bars.length));
    return pair.map((panel, column) => drawPanel(panel, MARGIN + column * (PANEL + GAP), from)).join('');
  });
  const height = top + FOOT;
  const caption = `${results.browser}, ${results.machine}, ${results.date.slice(0, 10)}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title description">
<title id="title">What a card form costs</title>
<desc id="description">${escaped(panels.map(sentenceOf).join(' '))}</desc>
<style>
svg { --ground: #fff; --text: #1f2328; --quiet: #59636e; --other: #9aa4b2; --more: #c5ccd6; --ours: #33499e; --frame: #8496dd }
@media (prefers-color-scheme: dark) {
  svg { --ground: #0d1117; --text: #e6edf3; --quiet: #9198a1; --other: #6e7681; --more: #444c56; --ours: #a9b8f5; --frame: #5d72c9 }
}
text { font: 13px system-ui, sans-serif; fill: var(--text) } .title { font-weight: 600 } .quiet { fill: var(--quiet); font-size: 12px }
.ground { fill: var(--ground) } .other { fill: var(--other) } .more { fill: var(--more) } .ours { fill: var(--ours) } .frame { fill: var(--frame) }
</style>
<rect class="ground" width="${WIDTH}" height="${height}" rx="8"/>
<rect class="ours" x="${MARGIN}" y="24" width="12" height="12"/><text x="${MARGIN + 18}" y="35">Shoji Card, page</text>
<rect class="frame" x="${MARGIN + 134}" y="24" width="12" height="12"/><text x="${MARGIN + 152}" y="35">its frame</text>
<rect class="other" x="${MARGIN + 226}" y="24" width="12" height="12"/><text x="${MARGIN + 244}" y="35">others</text>
<text class="quiet" x="${WIDTH - MARGIN}" y="35" text-anchor="end">less is better; + fields on other servers, not measured</text>
${drawn.join('\n')}
<text class="quiet" x="${MARGIN}" y="${height - 16}">${escaped(caption)}</text>
</svg>
`;
}

function panelsOf({ cells }: Results): Panel[] {
  const bars = (of: (cell: CellNumbers) => readonly number[] | null, isShown = ({ kind }: CellNumbers) => kind !== 'control'): Bar[] =>
    cells.filter(isShown).flatMap((cell) => {
      const parts = of(cell)?.map((part) => Math.max(0, part));
      return parts ? [{ name: cell.name, isOurs: cell.kind === 'ours', parts, isHalf: cell.isHalf }] : [];
    }).sort((a, b) => sum(a.parts) - sum(b.parts));
  return [
    {
      title: 'Bytes, compressed with brotli',
      unit: (value) => `${(value / 1000).toFixed(1)} kB`,
      // ours needs all of it; of others, what may never be loaded does not count
      bars: bars(({ weight, kind }) => weight && [weight.eager.brotli + (kind === 'ours' ? weight.lazy.brotli : 0), weight.frame?.brotli ?? 0]),
    },
    {
      title: 'Loading: main threads, CPU above plain inputs',
      unit: (value) => `${value.toFixed(0)} ms`,
      bars: bars(({ load, kind, instance }) => (load && instance && kind !== 'floor' ? [load.page, load.frames] : null)),
    },
    {
      title: 'Typing: scripts for each key, CPU',
      unit: (value) => `${value.toFixed(0)} µs`,
      bars: bars(({ key, kind }) => (key && kind !== 'floor' ? (kind === 'ours' ? [0, key.script50] : [key.script50]) : null)),
    },
    {
      title: 'Memory of one more form, heap',
      unit: (value) => `${value.toFixed(0)} KiB`,
      bars: bars(({ instance }) => instance && [instance.page, instance.frames ?? 0]),
    },
    {
      title: 'Frames: usable after, warm cache, wall',
      unit: (value) => `${value.toFixed(0)} ms`,
      bars: bars(({ readiness }) => readiness && [0, readiness.warm], () => true),
    },
    {
      title: 'Frames: private memory of all processes',
      unit: (value) => `${value.toFixed(1)} MiB`,
      bars: bars(({ memory }) => (memory === null ? null : [0, memory]), () => true),
    },
  ];
}

const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);

function drawPanel({ title, unit, bars }: Panel, left: number, top: number): string {
  const scale = (PANEL - ROOM) / Math.max(...bars.map(({ parts }) => sum(parts)));
  const rows = bars.map(({ name, isOurs, parts, isHalf }, index) => {
    const y = top + HEAD - 10 + index * ROW;
    let x = left;
    const drawn = parts.map((part, at) => {
      const width = part * scale;
      const from = x;
      x += width;
      const style = isOurs ? ['ours', 'frame'][at] : ['other', 'more'][at];
      return part > 0 ? `<rect class="${style ?? ''}" x="${from.toFixed(1)}" y="${y + 6}" width="${width.toFixed(1)}" height="${BAR}"/>` : '';
    });
    return (
      `<text class="${isOurs ? 'title' : ''}" x="${left}" y="${y}">${escaped(name)}</text>${drawn.join('')}` +
      `<text class="quiet" x="${(x + 6).toFixed(1)}" y="${y + 15}">${escaped(unit(sum(parts)))}${isHalf ? ' +' : ''}</text>`
    );
  });
  return `<text class="title" x="${left}" y="${top + 10}">${escaped(title)}</text>${rows.join('')}`;
}

const sentenceOf = ({ title, unit, bars }: Panel) =>
  `${title}: ${bars.map(({ name, parts, isHalf }) => `${name} ${unit(sum(parts))}${isHalf ? ' and more' : ''}`).join(', ')}.`;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
