/** What we want to reach, and whether it was: one row for each goal, numbered as in the design that set them. */
import type { Weight } from './bundle.ts';
import { EMPTY_FRAME, IN_PAGE, ONE_FRAME, OURS, THREE_FRAMES } from './cells.ts';
import type { Correctness } from './correctness.ts';
import type { Readiness } from './frame-readiness.ts';
import type { Instances } from './instances.ts';
import { compared, controlOf, medianRatio, medianRatioAbove, tailRatio, verdictOf, type Compare, type Round, type Verdict } from './judgement.ts';
import type { KeyCost } from './key-costs.ts';
import type { Requests } from './protocol-counts.ts';
import { PAN, type Sample } from './sample.ts';
import { bootstrap, median, type Estimate } from './statistics.ts';

/** What a page loads of a cell. */
export interface CellWeight {
  /** Script and style before anything can be shown. */
  readonly eager: Weight;
  /** What the page loads later. */
  readonly lazy: Weight;
  /** The document in the frame and what it loads; null where that cannot be had, or where there is no frame. */
  readonly frame: Weight | null;
}

export interface Measured {
  readonly seed: number;
  readonly weights: ReadonlyMap<string, CellWeight>;
  /** The document of ours alone. */
  readonly document: Weight;
  readonly requests: Requests;
  readonly samples: readonly ReadonlyMap<string, Sample>[];
  /** How much the page jumps with the room reserved. */
  readonly shiftWithRoom: ReadonlyMap<string, number>;
  readonly instances: ReadonlyMap<string, Instances>;
  /** From the frame to the page, for each key of a card number. */
  readonly messages: readonly number[];
  readonly correctness: readonly Correctness[];
  readonly readiness: readonly ReadonlyMap<string, Readiness>[];
  /** MiB, by cell. */
  readonly memory: readonly ReadonlyMap<string, number>[];
}

export interface Row {
  readonly id: string;
  readonly what: string;
  readonly goal: string;
  readonly measured: string;
  readonly verdict: Verdict;
  readonly moonshot: string;
  /** Null when it cannot be told. */
  readonly isReached: boolean | null;
}

/** As measured where the goals were set; ratios to these are formed anew in every run. */
const [PAYFORM, MOYASAR, BRAINTREE] = ['payform', 'moyasar-payment-form', 'braintree-web'];
/** Ratios of times on the wall are judged from this many rounds on. */
const ROUNDS_FOR_WALL = 15;
/** An interval over fewer says nothing. */
const ROUNDS_FOR_VERDICT = 5;

export const script = ({ fields, page }: KeyCost): number => fields.script + (page?.script ?? 0);
export const task = ({ fields, page }: KeyCost): number => fields.task + (page?.task ?? 0);

/** One kind of number out of all samples. */
export const view = <Of>(rounds: readonly ReadonlyMap<string, Of>[], numbers: (of: Of) => readonly number[]): Round[] =>
  rounds.map((round) => new Map([...round].map(([name, of]) => [name, numbers(of)])));

/** The page learns of the first digit (not empty, and the brand) and of the last (complete); the others change nothing for it. */
const isNews = (key: number) => key === 0 || key === PAN.length - 1;

type Frame = Pick<Row, 'id' | 'what' | 'goal' | 'moonshot'>;

const unmeasured = (frame: Frame): Row => ({ ...frame, measured: '', verdict: 'not measured', isReached: null });

/** A number that no load can change. Nothing of it is measured when it is null. */
const counted = (frame: Frame, measured: string | null, isMet: boolean, isReached: boolean): Row =>
  measured === null ? unmeasured(frame) : { ...frame, measured, verdict: isMet ? 'met' : 'missed', isReached };

interface RatioGoal extends Frame {
  readonly rounds: readonly Round[];
  readonly compare?: Compare;
  readonly reference: string;
  /** A cell meets its twin in each of these. */
  readonly controls: readonly string[];
  readonly atMost: number;
  readonly moon: number;
  /** For a ratio that no verdict can be had of. */
  readonly isOnlyReported?: boolean;
}

function ratio(goal: RatioGoal, seed: number): Row {
  const { id, what, goal: wanted, moonshot, rounds, compare = medianRatio, reference, controls, atMost, moon, isOnlyReported } = goal;
  const frame = { id, what, goal: wanted, moonshot };
  const estimate = compared(rounds, compare, OURS.name, reference, seed);
  if (!estimate) return unmeasured(frame);
  const twins = controls.flatMap((cell) => controlOf(rounds, cell, seed, compare === tailRatio ? tailRatio : medianRatio));
  // without a control nobody knows how noisy it was
  const verdict = isOnlyReported || !twins.length || rounds.length < ROUNDS_FOR_VERDICT ? 'reported' : verdictOf(estimate, atMost, twins);
  const measured = [interval(estimate), twins.length ? `A/A ${twins.map(interval).join(', ')}` : ''].filter(Boolean).join('; ');
  const isTold = verdict !== 'too noisy to judge' && moonshot !== '';
  return { ...frame, measured, verdict, isReached: isTold ? estimate.value <= moon : null };
}

export const interval = ({ value, low, high }: Estimate) => `${value.toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}]`;
export const bytes = (count: number) => `${count.toLocaleString('en')} B`;

export function rowsOf(measured: Measured): Row[] {
  return [...bytesRows(measured), ...loadRows(measured), ...keyRows(measured), ...memoryRows(measured), ...frameRows(measured), ...correctnessRows(measured)];
}

/** All bytes of brotli of a form that works. */
const whole = ({ eager, lazy, frame }: CellWeight) => eager.brotli + lazy.brotli + (frame?.brotli ?? 0);

function bytesRows({ weights, document, requests }: Measured): Row[] {
  const ours = weights.get(OURS.name);
  if (!ours) return [];
  const beside = (name: string, own: number, theirs: (weight: CellWeight) => number) => {
    const rival = weights.get(name);
    return rival ? `, ${(own / theirs(rival)).toFixed(2)} × ${name}` : '';
  };
  const total = whole(ours);
  const inFrame = requests.untilReady.flat().filter((name) => name.startsWith('fields/hosted/')).length;
  return [
    counted(
      { id: 'B1', what: 'brotli of a whole form that works, in one language', goal: '≤ 20,000 B', moonshot: '≤ 12,000 B' },
      bytes(total) + beside(MOYASAR, total, ({ eager }) => eager.brotli), total <= 20_000, total <= 12_000,
    ),
    counted(
      { id: 'B2', what: 'brotli of the script before the fields can be asked for', goal: '≤ 10,000 B', moonshot: '≤ 4,000 B' },
      bytes(ours.eager.brotli) + beside(BRAINTREE, ours.eager.brotli, ({ eager }) => eager.brotli),
      ours.eager.brotli <= 10_000, ours.eager.brotli <= 4_000,
    ),
    counted(
      { id: 'B3', what: 'brotli of the document in the frame, and its requests', goal: '≤ 12,000 B, 1 request', moonshot: '≤ 6,000 B, 1 request' },
      `${bytes(document.brotli)}, ${inFrame} ${inFrame === 1 ? 'request' : 'requests'}`,
      document.brotli <= 12_000 && inFrame === 1, document.brotli <= 6_000 && inFrame === 1,
    ),
  ];
}

function loadRows({ samples, shiftWithRoom, seed }: Measured): Row[] {
  const page = view(samples, ({ load }) => [load.page.task]);
  const all = view(samples, ({ load }) => [load.page.task + (load.frames?.task ?? 0)]);
  const ready = view(samples, ({ ready: time }) => [time]);
  const ours = samples.flatMap((round) => round.get(OURS.name) ?? []);
  const work = (of: (sample: Sample) => { readonly layouts: number; readonly styleRecalcs: number } | null) => {
    const counts = ours.flatMap((sample) => of(sample) ?? []);
    return counts.length ? { layouts: median(counts.map(({ layouts }) => layouts)), styles: median(counts.map(({ styleRecalcs }) => styleRecalcs)) } : null;
  };
  const [inPage, inFrame] = [work(({ load }) => load.page), work(({ load }) => load.frames)];
  const isOne = [inPage, inFrame].every((counts) => !counts || (counts.layouts <= 1 && counts.styles <= 1));
  const room = shiftWithRoom.get(OURS.name);
  const jump = ours.length ? median(ours.map(({ shift }) => shift)) : NaN;
  const wallRow = (frame: Frame, reference: string, atMost: number, moon: number) =>
    ratio({ ...frame, rounds: ready, reference, controls: ['ours', 'bare'], atMost, moon, isOnlyReported: true }, seed);
  return [
    ratio({
      id: 'R1', what: 'load, CPU of the page\'s main thread above the floor ÷ moyasar-payment-form', goal: '≤ 0.20', moonshot: '≤ 0.08',
      rounds: page, compare: medianRatioAbove('bare'), reference: MOYASAR, controls: ['ours', 'bare'], atMost: 0.2, moon: 0.08,
    }, seed),
    ratio({
      id: 'R1', what: 'the same with the main thread of the frame', goal: '', moonshot: '',
      rounds: all, compare: medianRatioAbove('bare'), reference: MOYASAR, controls: ['ours', 'bare'], atMost: 0.2, moon: 0.08, isOnlyReported: true,
    }, seed),
    wallRow({ id: 'R2', what: 'time until the fields can be used ÷ moyasar-payment-form, wall', goal: '≤ 0.35', moonshot: '≤ 0.15' }, MOYASAR, 0.35, 0.15),
    wallRow({ id: 'R2', what: 'the same ÷ bare, wall', goal: '≤ 4', moonshot: '≤ 2' }, 'bare', 4, 2),
    counted(
      { id: 'R5', what: 'layouts + style recalculations of a load, page; frame', goal: '1 + 1 each', moonshot: '1 + 1 each' },
      inPage && `${inPage.layouts} + ${inPage.styles}; ${inFrame?.layouts ?? 0} + ${inFrame?.styles ?? 0}`, isOne, isOne,
    ),
    counted(
      { id: 'R6', what: 'layout shift when the element comes late, room reserved; moonshot: nothing reserved', goal: '0', moonshot: '0' },
      room === undefined ? null : `${shiftText(room)}; ${shiftText(jump)}`, room === 0, jump === 0,
    ),
  ];
}

export const shiftText = (shift: number) => (shift === 0 ? '0' : shift.toFixed(3));

function keyRows({ samples, messages, seed }: Measured): Row[] {
  const scripts = view(samples, ({ keys }) => keys.map(script));
  const tasks = view(samples, ({ keys }) => keys.map(task));
  const cpu = view(samples, ({ typingCpu }) => (typingCpu === null ? [] : [typingCpu]));
  const idle = messages.filter((count, key) => count > 0 && !isNews(key)).length;
  return [
    ratio({
      id: 'R3', what: 'own JavaScript per key ÷ payform, median', goal: '≤ 0.5', moonshot: '≤ 0.25',
      rounds: scripts, reference: PAYFORM, controls: ['ours'], atMost: 0.5, moon: 0.25,
    }, seed),
    ratio({
      id: 'R3', what: 'the same, 99th percentile', goal: '≤ 2', moonshot: '≤ 1',
      rounds: scripts, compare: tailRatio, reference: PAYFORM, controls: ['ours'], atMost: 2, moon: 1,
    }, seed),
    ratio({
      id: 'R4', what: 'main-thread task per key ÷ bare', goal: '≤ 1.25', moonshot: '≤ 1.10',
      rounds: tasks, reference: 'bare', controls: ['ours', 'bare'], atMost: 1.25, moon: 1.1,
    }, seed),
    ratio({
      id: 'F4', what: 'CPU of all renderer processes per key ÷ bare', goal: '≤ 1.35', moonshot: '≤ 1.2',
      rounds: cpu, reference: 'bare', controls: ['ours', 'bare'], atMost: 1.35, moon: 1.2,
    }, seed),
    counted(
      { id: 'F4', what: 'keys that change nothing for the page, and yet send it a message', goal: '0', moonshot: '0' },
      messages.length ? String(idle) : null, idle === 0, idle === 0,
    ),
  ];
}

function memoryRows({ instances }: Measured): Row[] {
  const [ours, bare, moyasar] = [OURS.name, 'bare', MOYASAR].map((name) => instances.get(name));
  if (!ours || !bare) return [];
  const toBare = ours.page.kilobytes / bare.page.kilobytes;
  const toMoyasar = moyasar ? ours.page.kilobytes / moyasar.page.kilobytes : null;
  const { leak } = ours;
  const [nodes, listeners] = [ours.page.nodes + (ours.frames?.nodes ?? 0), ours.page.listeners + (ours.frames?.listeners ?? 0)];
  const split = (page: number, frame: number | undefined) => `${amount(page)} + ${amount(frame ?? 0)}`;
  const isTight = (kilobytes: number) => Math.round(leak.nodes) <= 0 && Math.round(leak.listeners) <= 0 && leak.kilobytes <= kilobytes;
  return [
    counted(
      { id: 'M1', what: 'heap of a further form in the page ÷ bare', goal: '≤ 2, and ≤ 0.3 of moyasar-payment-form', moonshot: '≤ 1.35' },
      `${toBare.toFixed(2)} (${amount(ours.page.kilobytes)} KiB${toMoyasar === null ? '' : `, ${toMoyasar.toFixed(2)} of moyasar-payment-form`}; ` +
        `in the frame ${amount(ours.frames?.kilobytes ?? 0)} KiB more)`,
      toBare <= 2 && (toMoyasar ?? 0) <= 0.3, toBare <= 1.35,
    ),
    counted(
      { id: 'M2', what: 'left behind by a form that was taken away: nodes, listeners, KiB', goal: '0, 0, ≤ 0.5', moonshot: '0, 0, ≤ 0.15' },
      `${amount(leak.nodes)}, ${amount(leak.listeners)}, ${leak.kilobytes.toFixed(2)}`, isTight(0.5), isTight(0.15),
    ),
    counted(
      { id: 'M3', what: 'DOM nodes; listeners of a form, page + frame', goal: '≤ 80; ≤ 12', moonshot: '≤ 45; ≤ 3' },
      `${split(ours.page.nodes, ours.frames?.nodes)}; ${split(ours.page.listeners, ours.frames?.listeners)}`,
      nodes <= 80 && listeners <= 12, nodes <= 45 && listeners <= 3,
    ),
  ];
}

/** Without a tail of noughts: 3.04 → 3, 3.06 → 3.1. */
export const amount = (value: number) => String(Number(value.toFixed(1)) + 0);

function frameRows({ readiness, memory, requests, seed }: Measured): Row[] {
  const warm = view(readiness, ({ warm: time }) => [time]);
  const cold = view(readiness, ({ cold: time }) => [time]);
  const isEnough = readiness.length >= ROUNDS_FOR_WALL;
  const walls = (frame: Frame, reference: string, atMost: number, moon: number, worst = Infinity): Row => {
    const row = ratio({ ...frame, rounds: warm, reference, controls: ['ours', EMPTY_FRAME.name], atMost, moon, isOnlyReported: !isEnough }, seed);
    const [atWarm, atCold] = [warm, cold].map((rounds) => compared(rounds, medianRatio, OURS.name, reference, seed));
    if (!atWarm || !atCold) return row;
    const verdict = row.verdict === 'met' && atWarm.high > worst ? 'open' : row.verdict;
    return { ...row, verdict, measured: `${row.measured}; cold ${interval(atCold)}` };
  };
  const oneOfThree = compared(warm, medianRatio, ONE_FRAME.name, THREE_FRAMES.name, seed);
  const asked = requests.untilReady.flat().length;
  return [
    walls({ id: 'F1', what: 'form ready ÷ an empty frame, wall, warm cache', goal: '≤ 1.25', moonshot: '≤ 1.10' }, EMPTY_FRAME.name, 1.25, 1.1),
    walls({ id: 'F2', what: 'form ready ÷ three frames in parallel, wall, warm cache', goal: '≤ 0.65, upper end ≤ 0.85', moonshot: '≤ 0.45' }, THREE_FRAMES.name, 0.65, 0.45, 0.85),
    {
      id: 'F2', what: 'the arrangement alone: our fields in one frame ÷ in three', goal: '', moonshot: '',
      measured: oneOfThree ? interval(oneOfThree) : '', verdict: oneOfThree ? 'reported' : 'not measured', isReached: null,
    },
    ...memoryOfFrames(memory, seed),
    counted(
      { id: 'F5', what: 'requests; round trips from the element to usable fields', goal: '1; 1', moonshot: '0 further' },
      `${asked}; ${requests.untilReady.length}`, asked <= 1 && requests.untilReady.length <= 1, asked === 0,
    ),
  ];
}

function memoryOfFrames(memory: Measured['memory'], seed: number): Row[] {
  const megabytes = { id: 'F3', what: 'private memory of all renderers above the same fields in the page, MiB', goal: '≤ 10', moonshot: '≤ 8.5' };
  const share = { id: 'F3', what: 'the same ÷ three frames', goal: '≤ 0.75', moonshot: '' };
  const above = memory.flatMap((round) => {
    const [ours, three, inPage] = [OURS.name, THREE_FRAMES.name, IN_PAGE.name].map((name) => round.get(name));
    return ours === undefined || three === undefined || inPage === undefined ? [] : [{ ours: ours - inPage, three: three - inPage }];
  });
  if (!above.length) return [unmeasured(megabytes), unmeasured(share)];
  const judged = (frame: Frame, of: (round: { ours: number; three: number }) => number, atMost: number, moon: number): Row => {
    const estimate = bootstrap(above, (rounds) => median(rounds.map(of)), seed);
    return { ...frame, measured: interval(estimate), verdict: above.length < ROUNDS_FOR_VERDICT ? 'reported' : verdictOf(estimate, atMost, []), isReached: frame.moonshot ? estimate.value <= moon : null };
  };
  return [judged(megabytes, ({ ours }) => ours, 10, 8.5), judged(share, ({ ours, three }) => ours / three, 0.75, 0)];
}

function correctnessRows({ correctness }: Measured): Row[] {
  const at = (slowdown: number) => correctness.find((each) => each.slowdown === slowdown);
  const text = (each: Correctness | undefined) => (each ? `${each.count - each.wrong.length} of ${each.count}` : null);
  const isRight = (each: Correctness | undefined) => each?.wrong.length === 0;
  const farthest = at(20);
  const row = (slowdown: number, what: string): Row => {
    const counts = counted(
      { id: 'C1', what, goal: 'all', moonshot: 'all at 20 times' }, text(at(slowdown)), isRight(at(slowdown)), isRight(farthest),
    );
    return { ...counts, isReached: farthest ? counts.isReached : null };
  };
  return [
    row(1, 'card numbers typed, pasted and mended without a pause between the keys stand there as they should'),
    row(4, 'the same on a processor slowed down 4 times'),
  ];
}
