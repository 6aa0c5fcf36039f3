/** What a run is remembered by: numbers only, small enough to keep. The table and the chart are made of this and nothing else. */
import { ALL, BARE, type Cell } from './cells.ts';
import { rowsOf, script, task, view, type CellWeight, type Measured, type Row } from './goals.ts';
import { controlOf } from './judgement.ts';
import type { ThreadCost } from './trace.ts';
import { mean, median, quantile, type Estimate } from './statistics.ts';

export interface CellNumbers {
  readonly name: string;
  readonly kind: Cell['kind'];
  /** Its fields are documents on other servers, which no package has. */
  readonly isHalf: boolean;
  readonly weight: CellWeight | null;
  readonly load: {
    /** Milliseconds of CPU above the floor. */
    readonly page: number;
    readonly frames: number;
    /** Milliseconds on the wall. */
    readonly evaluated: number;
    readonly ready: number;
    readonly layouts: string;
    readonly shift: number;
    readonly shiftWithRoom: number | null;
  } | null;
  /** Microseconds of CPU, and counts, for one key. */
  readonly key: {
    readonly script50: number;
    readonly script99: number;
    readonly task50: number;
    readonly layouts: number;
    readonly styleRecalcs: number;
    /** Milliseconds, all renderers. */
    readonly cpu: number | null;
  } | null;
  readonly instance: {
    readonly page: number;
    readonly frames: number | null;
    readonly nodes: readonly number[];
    readonly listeners: readonly number[];
    readonly leak: { readonly kilobytes: number; readonly nodes: number; readonly listeners: number };
  } | null;
  /** Milliseconds on the wall from the first element to usable fields. */
  readonly readiness: { readonly cold: number; readonly warm: number } | null;
  /** MiB of all renderers. */
  readonly memory: number | null;
  /** What stands in the field after the card number was typed, in all samples. */
  readonly shown: readonly string[];
}

export interface Results {
  readonly date: string;
  readonly browser: string;
  readonly machine: string;
  readonly seed: number;
  readonly rounds: { readonly samples: number; readonly frames: number; readonly memory: number };
  readonly rows: readonly Row[];
  readonly controls: readonly { readonly what: string; readonly estimate: Estimate }[];
  readonly cells: readonly CellNumbers[];
  /** Before the fields can be used, round trip by round trip. */
  readonly requests: readonly (readonly string[])[];
  readonly messages: readonly number[];
  /** Entries after which something else stood in the field. */
  readonly wrong: readonly string[];
}

export function resultsOf(measured: Measured, run: Pick<Results, 'date' | 'browser' | 'machine'>): Results {
  const { samples, seed, readiness, memory, requests, messages, correctness } = measured;
  const controls = (what: string, cell: string, rounds: Parameters<typeof controlOf>[0]) =>
    controlOf(rounds, cell, seed).map((estimate) => ({ what: `${cell}: ${what}`, estimate }));
  return {
    ...run,
    seed,
    rounds: { samples: samples.length, frames: readiness.length, memory: memory.length },
    rows: rowsOf(measured),
    controls: ['ours', 'bare'].flatMap((cell) => [
      ...controls('CPU of a load', cell, view(samples, ({ load }) => [load.page.task])),
      ...controls('own JavaScript per key', cell, cell === 'bare' ? [] : view(samples, ({ keys }) => keys.map(script))),
      ...controls('task per key', cell, view(samples, ({ keys }) => keys.map(task))),
      ...controls('time until usable', cell, view(samples, ({ ready }) => [ready])),
    ]),
    cells: ALL.filter(({ twinOf }) => !twinOf).map((cell) => numbersOf(cell, measured)).filter(isMeasured),
    requests: requests.untilReady,
    messages,
    wrong: correctness.flatMap(({ slowdown, wrong }) => wrong.map(({ name, shown, expected }) => `${slowdown} ×, ${name}: ${shown}, not ${expected}`)),
  };
}

const isMeasured = ({ weight, load, readiness, instance, memory }: CellNumbers) =>
  [weight, load, readiness, instance, memory].some((number) => number !== null);

function numbersOf({ name, kind, field }: Cell, measured: Measured): CellNumbers {
  const samples = measured.samples.flatMap((round) => round.get(name) ?? []);
  const times = measured.readiness.flatMap((round) => round.get(name) ?? []);
  const sizes = measured.memory.flatMap((round) => round.get(name) ?? []);
  const keys = samples.flatMap((sample) => sample.keys);
  const instance = measured.instances.get(name);
  const counted = (count: (cost: ThreadCost) => number) => mean(keys.map(({ fields, page }) => count(fields) + (page ? count(page) : 0)));
  const cpu = samples.flatMap(({ typingCpu }) => typingCpu ?? []);
  return {
    name,
    kind,
    isHalf: kind === 'rival' && field === null,
    weight: measured.weights.get(name) ?? null,
    load: samples.length
      ? {
          page: aboveFloor(measured, name),
          frames: median(samples.map(({ load }) => load.frames?.task ?? 0)) / 1000,
          evaluated: median(samples.map(({ evaluated }) => evaluated)),
          ready: median(samples.map(({ ready }) => ready)),
          layouts: layoutsOf(samples.map(({ load }) => load.page)) + (samples[0]?.load.frames ? `; ${layoutsOf(samples.flatMap(({ load }) => load.frames ?? []))}` : ''),
          shift: median(samples.map(({ shift }) => shift)),
          shiftWithRoom: measured.shiftWithRoom.get(name) ?? null,
        }
      : null,
    key: keys.length
      ? {
          script50: median(keys.map(script)),
          script99: quantile(keys.map(script), 0.99),
          task50: median(keys.map(task)),
          layouts: counted(({ layouts }) => layouts),
          styleRecalcs: counted(({ styleRecalcs }) => styleRecalcs),
          cpu: cpu.length ? median(cpu) : null,
        }
      : null,
    instance: instance
      ? {
          page: instance.page.kilobytes,
          frames: instance.frames?.kilobytes ?? null,
          nodes: [instance.page.nodes, ...(instance.frames ? [instance.frames.nodes] : [])],
          listeners: [instance.page.listeners, ...(instance.frames ? [instance.frames.listeners] : [])],
          leak: instance.leak,
        }
      : null,
    readiness: times.length ? { cold: median(times.map(({ cold }) => cold)), warm: median(times.map(({ warm }) => warm)) } : null,
    memory: sizes.length ? median(sizes) : null,
    shown: [...new Set(samples.flatMap(({ shown }) => shown ?? []))],
  };
}

/** The difference is formed inside each round. */
const aboveFloor = ({ samples }: Measured, name: string) => {
  const differences = samples.flatMap((round) => {
    const [cell, floor] = [round.get(name), round.get(BARE.name)];
    return cell && floor ? [(cell.load.page.task - floor.load.page.task) / 1000] : [];
  });
  return differences.length ? median(differences) : 0;
};

const layoutsOf = (costs: readonly ThreadCost[]) =>
  `${median(costs.map(({ layouts }) => layouts))} + ${median(costs.map(({ styleRecalcs }) => styleRecalcs))}`;
