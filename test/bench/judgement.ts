/**
 * From the samples of all rounds to numbers, and from numbers to a verdict. Ratios are formed inside a round, where both sides
 * met the same load. A goal counts as missed when even the better end of the ratio's confidence interval misses it, and as not
 * to be judged when the controls, in which a cell meets itself, do not agree with themselves.
 */
import type { KeyCost, ThreadCost } from './key-costs.ts';
import { bootstrap, mean, median, quantile, type Estimate } from './statistics.ts';

/** The keys of one sample, by the name of the cell. */
export type Round = ReadonlyMap<string, readonly KeyCost[]>;

export interface CellNumbers {
  readonly script50: number;
  readonly script99: number;
  readonly task50: number;
  /** The same task time on the two threads, when there are two. */
  readonly task50Fields: number;
  readonly task50Page: number | null;
  readonly layouts: number;
  readonly styleRecalcs: number;
  readonly calls: number;
}

export type Verdict = 'met' | 'missed' | 'open' | 'too noisy to judge';

export interface Goal {
  readonly what: string;
  readonly subject: string;
  readonly reference: string;
  /** Each cell has a twin `#aa`. */
  readonly controls: readonly string[];
  readonly statistic: (rounds: readonly Round[], subject: string, reference: string) => number;
  readonly limit: number;
  /** What we would be proud of. */
  readonly moonshot: number;
}

export interface Judged {
  readonly goal: Goal;
  readonly ratio: Estimate;
  readonly controls: readonly Estimate[];
  readonly verdict: Verdict;
}

/** Beyond this a control says that the machine was too busy. */
const QUIET = [0.8, 1.25] as const;

export const script = ({ fields, page }: KeyCost): number => fields.script + (page?.script ?? 0);
export const task = ({ fields, page }: KeyCost): number => fields.task + (page?.task ?? 0);

const keysOf = (round: Round, cell: string) => round.get(cell) ?? [];
const pooled = (rounds: readonly Round[], cell: string) => rounds.flatMap((round) => keysOf(round, cell));

/** Median over the rounds of (median key of the one / median key of the other). */
export const medianRatio =
  (cost: (key: KeyCost) => number) =>
  (rounds: readonly Round[], subject: string, reference: string): number =>
    median(rounds.map((round) => median(keysOf(round, subject).map(cost)) / median(keysOf(round, reference).map(cost))));

/** One sample has too few keys for a 99th percentile: those of all rounds are compared. */
export const tailRatio =
  (cost: (key: KeyCost) => number) =>
  (rounds: readonly Round[], subject: string, reference: string): number =>
    quantile(pooled(rounds, subject).map(cost), 0.99) / quantile(pooled(rounds, reference).map(cost), 0.99);

export const GOALS: readonly Goal[] = [
  {
    what: 'own JavaScript per key, median',
    subject: 'ours', reference: 'payform', controls: ['ours'], statistic: medianRatio(script), limit: 0.5, moonshot: 0.25,
  },
  {
    what: 'own JavaScript per key, 99th percentile',
    subject: 'ours', reference: 'payform', controls: ['ours'], statistic: tailRatio(script), limit: 2, moonshot: 1,
  },
  {
    what: 'whole main-thread task per key, median',
    subject: 'ours', reference: 'bare', controls: ['ours', 'bare'], statistic: medianRatio(task), limit: 1.25, moonshot: 1.1,
  },
];

export function judge(goal: Goal, rounds: readonly Round[], seed: number): Judged {
  const compare = (subject: string, reference: string) =>
    bootstrap(rounds, (drawn) => goal.statistic(drawn, subject, reference), seed);
  const ratio = compare(goal.subject, goal.reference);
  const controls = goal.controls.map((cell) => compare(cell, `${cell}#aa`));
  return { goal, ratio, controls, verdict: verdictOf(ratio, goal.limit, controls) };
}

/** `open` is between met and missed: the value misses the limit, and the better end of its interval does not. */
export function verdictOf({ value, low }: Estimate, limit: number, controls: readonly Estimate[]): Verdict {
  if (controls.some((control) => control.low < QUIET[0] || control.high > QUIET[1])) return 'too noisy to judge';
  if (low > limit) return 'missed';
  return value <= limit ? 'met' : 'open';
}

/** Times in microseconds, counts per key. */
export function numbersOf(rounds: readonly Round[], cell: string): CellNumbers {
  const keys = pooled(rounds, cell);
  const counted = (count: (cost: ThreadCost) => number) =>
    mean(keys.map(({ fields, page }) => count(fields) + (page ? count(page) : 0)));
  const pages = keys.flatMap(({ page }) => (page ? [page.task] : []));
  return {
    script50: median(keys.map(script)),
    script99: quantile(keys.map(script), 0.99),
    task50: median(keys.map(task)),
    task50Fields: median(keys.map(({ fields }) => fields.task)),
    task50Page: pages.length ? median(pages) : null,
    layouts: counted(({ layouts }) => layouts),
    styleRecalcs: counted(({ styleRecalcs }) => styleRecalcs),
    calls: counted(({ calls }) => calls),
  };
}
