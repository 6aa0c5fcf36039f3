/** Order statistics, and how sure one may be of them: the percentile bootstrap (Efron 1979), the same for the same seed. */

export interface Estimate {
  readonly value: number;
  /** Ends of the 95 % confidence interval. */
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 2_000;

/** The middle value, or the mean of the two in the middle: `[4, 1, 3, 2]` → 2.5. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) throw new RangeError('a median needs a value');
  return sorted.length % 2 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** The value below which this share of the values lies (nearest rank): `([10, 20, 30, 40], 0.75)` → 30. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('a quantile needs a value');
  return value;
}

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The statistic of all rounds, and the interval of the same statistic over rounds drawn again with replacement. */
export function bootstrap<Round>(
  rounds: readonly Round[],
  statistic: (rounds: readonly Round[]) => number,
  seed: number,
): Estimate {
  const random = randomFrom(seed);
  const draw = () => rounds[Math.floor(random() * rounds.length)] as Round;
  const drawn = Array.from({ length: RESAMPLES }, () => statistic(rounds.map(draw)));
  return { value: statistic(rounds), low: quantile(drawn, 0.025), high: quantile(drawn, 0.975) };
}

/** The same values in another order (Fisher and Yates). */
export function shuffled<Value>(values: readonly Value[], random: () => number): Value[] {
  const rest = [...values];
  return values.map(() => rest.splice(Math.floor(random() * rest.length), 1)[0] as Value);
}

/** Numbers from 0 up to 1 that depend on the seed alone (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
