/** Made-up numbers, for the tests of what is shown. */
import type { CellNumbers, Results } from './results.ts';

const weight = (brotli: number) => ({ minified: brotli * 4, gzip: brotli + 100, brotli });
const cell = (name: string, kind: CellNumbers['kind'], eager: number, more: Partial<CellNumbers> = {}): CellNumbers => ({
  name,
  kind,
  isHalf: false,
  weight: { eager: weight(eager), lazy: weight(0), frame: null },
  load: { page: 5, frames: 0, evaluated: 2, ready: 9, layouts: '1 + 1', shift: 0.1, shiftWithRoom: 0 },
  key: { script50: 90, script99: 900, task50: 2000, layouts: 1, styleRecalcs: 1, cpu: 4 },
  instance: { page: 30, frames: null, nodes: [28], listeners: [0], leak: { kilobytes: 0.01, nodes: 0, listeners: 0 } },
  readiness: null,
  memory: null,
  shown: ['4242 4242 4242 4242'],
  ...more,
});

export const exampleResults: Results = {
  date: '2026-01-02T03:04:05.000Z',
  browser: 'Chromium 1.2.3',
  machine: 'machine of 2 x64 cores, Linux',
  seed: 1,
  rounds: { samples: 11, frames: 15, memory: 0 },
  rows: [
    { id: 'B1', what: 'bytes', goal: '≤ 20,000 B', measured: '21,000 B', verdict: 'missed', moonshot: '≤ 12,000 B', isReached: false },
    { id: 'R3', what: 'keys', goal: '≤ 0.5', measured: '0.30 [0.28, 0.33]', verdict: 'met', moonshot: '≤ 0.30', isReached: true },
    { id: 'F1', what: 'frame', goal: '≤ 1.25', measured: '1.10 [0.50, 3.00]', verdict: 'too noisy to judge', moonshot: '≤ 1.10', isReached: null },
  ],
  controls: [{ what: 'ours: task per key', estimate: { value: 1, low: 0.5, high: 1.1 } }],
  cells: [
    cell('bare', 'floor', 400),
    cell('ours', 'ours', 12_000, {
      weight: { eager: weight(12_000), lazy: weight(0), frame: weight(8_000) },
      load: { page: 10, frames: 20, evaluated: 2, ready: 90, layouts: '1 + 1; 1 + 1', shift: 0.1, shiftWithRoom: 0 },
      instance: { page: 60, frames: 70, nodes: [80, 50], listeners: [5, 10], leak: { kilobytes: 0.1, nodes: 0, listeners: 0 } },
      readiness: { cold: 120, warm: 80 },
    }),
    cell('this & that', 'rival', 97_300, { isHalf: true, key: null, shown: [] }),
    cell('empty frame', 'control', 0, { weight: null, load: null, key: null, instance: null, readiness: { cold: 90, warm: 70 } }),
  ],
  requests: [['fields/hosted/index.html']],
  messages: [1, 0, 1],
  wrong: [],
};
