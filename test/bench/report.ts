/** The results as Markdown. */
import { medianRatio, script, task, type CellNumbers, type Judged, type Round } from './judgement.ts';
import type { KeyCost } from './key-costs.ts';
import { bootstrap, type Estimate } from './statistics.ts';

export interface Results {
  readonly date: string;
  readonly chromium: string;
  readonly seed: number;
  readonly rounds: readonly Round[];
  readonly cells: ReadonlyMap<string, CellNumbers>;
  readonly judged: readonly Judged[];
  /** What each cell showed after typing, in each round. */
  readonly shown: ReadonlyMap<string, ReadonlySet<string>>;
  /** Messages of the frame to the page, for each key of the number. */
  readonly messages: readonly number[];
  readonly counts: readonly Count[];
}

/** A number that no load can change: always judged. */
export interface Count {
  readonly what: string;
  readonly is: string;
  readonly isMet: boolean;
}

export function markdown(results: Results): string {
  const { date, chromium, rounds, seed, cells, judged, counts, shown, messages } = results;
  const ratioTo = (cell: string, cost: (key: KeyCost) => number) =>
    interval(bootstrap(rounds, (drawn) => medianRatio(cost)(drawn, 'ours', cell), seed));
  return [
    `## Keystroke bench, ${date}`,
    `Chromium ${chromium}, ${rounds.length} rounds, seed ${seed}. CPU time of the main threads per key of a card number, in ` +
      'microseconds. A ratio is formed inside each round: median [95 % confidence interval]; `#aa` is the same cell again.',
    table(
      [
        'cell', 'own JS p50', 'own JS p99', 'whole task p50', 'calls/key', 'layouts/key', 'style recalcs/key',
        'ours ÷ cell: own JS', 'ours ÷ cell: whole task', 'shows',
      ],
      [...cells].map(([name, numbers]) => [
        name,
        numbers.script50.toFixed(0),
        numbers.script99.toFixed(0),
        numbers.task50.toFixed(0) + threads(numbers),
        numbers.calls.toFixed(2),
        numbers.layouts.toFixed(2),
        numbers.styleRecalcs.toFixed(2),
        name === 'ours' || !numbers.script50 ? '' : ratioTo(name, script),
        name === 'ours' ? '' : ratioTo(name, task),
        [...(shown.get(name) ?? [])].map((text) => `\`${text.replaceAll(' ', '␣')}\``).join(' '),
      ]),
    ),
    table(
      ['goal', 'ratio', 'at most', 'moonshot', 'controls (A/A)', 'verdict'],
      judged.map(({ goal, ratio, controls, verdict }) => [
        `${goal.what}, ${goal.subject} ÷ ${goal.reference}`,
        interval(ratio),
        String(goal.limit),
        `${goal.moonshot} ${ratio.value <= goal.moonshot ? 'reached' : 'not reached'}`,
        controls.map((control, index) => `${goal.controls[index] ?? ''} ${interval(control)}`).join('; '),
        verdict,
      ]),
    ),
    table(
      ['count', 'is', 'verdict'],
      counts.map(({ what, is, isMet }) => [what, is, isMet ? 'met' : 'missed']),
    ),
    `Messages from the frame to the page, key by key: ${messages.join(' ')}`,
    conclusion(judged, counts),
  ].join('\n\n');
}

/** One line, for whoever reads nothing else. */
export function conclusion(judged: readonly Judged[], counts: readonly Count[]): string {
  const missed = [
    ...judged.filter(({ verdict }) => verdict === 'missed').map(({ goal }) => goal.what),
    ...counts.filter(({ isMet }) => !isMet).map(({ what }) => what),
  ];
  const noisy = judged.filter(({ verdict }) => verdict === 'too noisy to judge').map(({ goal }) => goal.what);
  return [
    missed.length ? `MISSED: ${missed.join('; ')}.` : '',
    noisy.length ? `TOO NOISY TO JUDGE: ${noisy.join('; ')}. Run it again on a quieter machine.` : '',
    missed.length || noisy.length ? '' : 'No goal is missed.',
  ].filter(Boolean).join(' ');
}

const interval = ({ value, low, high }: Estimate) => `${value.toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}]`;

const threads = ({ task50Fields, task50Page }: CellNumbers) =>
  task50Page === null ? '' : ` (frame ${task50Fields.toFixed(0)}, page ${task50Page.toFixed(0)})`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map((_, column) => (column ? '--:' : '---')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
