/**
 * From what was measured to a verdict. Three classes are judged differently:
 * - what can be counted exactly is over its limit or not;
 * - a ratio of processor times is formed inside a round, where both sides met the same load. It misses its goal when even the better end
 *   of its confidence interval does, and cannot be judged when the controls, in which a cell meets itself, do not agree with themselves;
 * - a ratio of times on the wall is judged the same way, but only between our own arrangements of frames, and from fifteen rounds on.
 */
import { bootstrap, median, quantile, type Estimate } from './statistics.ts';

export type Verdict = 'met' | 'missed' | 'open' | 'too noisy to judge' | 'reported' | 'not measured';

/** Beyond this a control says that the machine was too busy. */
const QUIET = [0.8, 1.25] as const;

export const isQuiet = (control: Estimate): boolean => control.low >= QUIET[0] && control.high <= QUIET[1];

/** `open` is between met and missed: the value misses the limit, and the better end of its interval does not. */
export function verdictOf({ value, low }: Estimate, limit: number, controls: readonly Estimate[]): Verdict {
  if (!controls.every(isQuiet)) return 'too noisy to judge';
  if (low > limit) return 'missed';
  return value <= limit ? 'met' : 'open';
}

/** Numbers of a kind, by cell; a cell may be missing in some rounds. */
export type Round = ReadonlyMap<string, readonly number[]>;

/** A way to compare two cells over all rounds. */
export type Compare = (rounds: readonly Round[], subject: string, reference: string) => number;

const both = (rounds: readonly Round[], subject: string, reference: string) =>
  rounds.flatMap((round) => {
    const [of, to] = [round.get(subject), round.get(reference)];
    return of?.length && to?.length ? [[of, to] as const] : [];
  });

/** Median over the rounds of (median of the one / median of the other). */
export const medianRatio: Compare = (rounds, subject, reference) =>
  median(both(rounds, subject, reference).map(([of, to]) => median(of) / median(to)));

/** One sample has too few keys for a 99th percentile: those of all rounds are compared. */
export const tailRatio: Compare = (rounds, subject, reference) => {
  const pairs = both(rounds, subject, reference);
  return quantile(pairs.flatMap(([of]) => [...of]), 0.99) / quantile(pairs.flatMap(([, to]) => [...to]), 0.99);
};

/** The same of what lies above a floor that every cell has to pay. */
export const medianRatioAbove =
  (floor: string): Compare =>
  (rounds, subject, reference) =>
    median(
      rounds.flatMap((round) => {
        const [least, of, to] = [floor, subject, reference].map((cell) => median(round.get(cell) ?? [NaN])) as [number, number, number];
        const ratio = (of - least) / (to - least);
        return Number.isNaN(ratio) ? [] : [ratio];
      }),
    );

/** @returns null when the two never met in a round */
export function compared(rounds: readonly Round[], compare: Compare, subject: string, reference: string, seed: number): Estimate | null {
  const shared = rounds.filter((round) => round.get(subject)?.length && round.get(reference)?.length);
  return shared.length ? bootstrap(shared, (drawn) => compare(drawn, subject, reference), seed) : null;
}

/** A cell and its twin. */
export const controlOf = (rounds: readonly Round[], cell: string, seed: number, compare: Compare = medianRatio): Estimate[] => {
  const control = compared(rounds, compare, cell, `${cell}#aa`, seed);
  return control ? [control] : [];
};
