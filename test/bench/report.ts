/** The results as Markdown: everything, for whoever ran the bench, and what the README shows. */
import { amount, bytes, interval, shiftText, type Row } from './goals.ts';
import { isQuiet, type Verdict } from './judgement.ts';
import type { CellNumbers, Results } from './results.ts';

export function markdown(results: Results): string {
  const { controls, requests, messages, wrong } = results;
  return [
    `## Bench, ${results.date}`,
    method(results),
    cellTable(results),
    keyTable(results),
    frameTable(results),
    goalTable(results.rows),
    controls.length
      ? `The same again (A/A): ${controls.map(({ what, estimate }) => `${what} ${interval(estimate)}${isQuiet(estimate) ? '' : ' NOISY'}`).join('; ')}`
      : '',
    `Answered before the fields could be used, by round trip: ${requests.map((round) => round.join(', ')).join(' | ')}`,
    messages.length ? `Messages from the frame to the page, key by key: ${messages.join(' ')}` : '',
    ...wrong.map((entry) => `WRONG: ${entry}`),
    conclusion(results.rows),
  ].filter(Boolean).join('\n\n');
}

/** One line of how and where. */
const method = ({ browser, machine, rounds, seed }: Results) =>
  `${browser}, ${machine}; ${rounds.samples} rounds in random order, each cell in a context of its own, typed into with trusted keys ` +
  `(frames ${rounds.frames}, memory ${rounds.memory} rounds; seed ${seed}). Times are CPU of the main thread unless they say wall; a ratio is formed ` +
  'inside each round: median [95 % confidence interval].';

/** What the README shows between its two marks. */
export function readmeSection(results: Results): string {
  const { rows } = results;
  const count = (verdict: Verdict) => rows.filter((row) => row.verdict === verdict).length;
  return [
    `${results.date.slice(0, 10)}, ${method(results)}`,
    cellTable(results),
    `<details><summary>Goals: ${count('met')} met, ${count('missed')} missed, ${count('open')} open, ${count('too noisy to judge')} too noisy to judge, ` +
      `${rows.filter(({ isReached }) => isReached).length} moonshots reached</summary>`,
    goalTable(rows),
    frameTable(results),
    '</details>',
  ].filter(Boolean).join('\n\n');
}

const [BEGIN, END] = ['<!-- bench -->', '<!-- /bench -->'];

export const hasMarks = (readme: string): boolean => readme.includes(BEGIN) && readme.indexOf(END) > readme.indexOf(BEGIN);

/** @throws when there is no place for it */
export function withSection(readme: string, section: string): string {
  if (!hasMarks(readme)) throw new Error(`README.md lacks ${BEGIN} and ${END}`);
  return `${readme.slice(0, readme.indexOf(BEGIN) + BEGIN.length)}\n${section}\n${readme.slice(readme.indexOf(END))}`;
}

const BLANK = '–';

/** With `+` where more is on other servers than can be measured. */
const half = ({ isHalf }: CellNumbers, text: string) => (isHalf ? `${text} +` : text);

const inParts = (numbers: readonly number[], text: (value: number) => string) => numbers.map(text).join(' + ');

function cellTable({ cells }: Results): string {
  const shown = cells.filter(({ kind, weight }) => kind !== 'control' && weight);
  return table(
    [
      'brotli', 'script and style at once', 'later', 'frame', 'CPU of a load above the floor, ms: page + frame', 'usable after, wall ms', 'jump (CLS)',
      'own JS per key, µs', 'KiB of heap, page + frame', 'DOM nodes', 'listeners', 'left after unmounting: nodes, listeners, KiB',
    ],
    shown.map((cell) => {
      const { name, weight, load, key, instance } = cell;
      return [
        name,
        weight ? half(cell, bytes(weight.eager.brotli)) : BLANK,
        weight?.lazy.brotli ? bytes(weight.lazy.brotli) : BLANK,
        weight?.frame ? bytes(weight.frame.brotli) : BLANK,
        load ? half(cell, inParts([load.page, ...(load.frames ? [load.frames] : [])], (value) => value.toFixed(1))) : BLANK,
        load && instance ? half(cell, load.ready.toFixed(0)) : BLANK,
        load && instance ? shiftText(load.shift) : BLANK,
        key ? key.script50.toFixed(0) : BLANK,
        instance ? half(cell, inParts([instance.page, ...(instance.frames === null ? [] : [instance.frames])], amount)) : BLANK,
        instance ? half(cell, inParts(instance.nodes, amount)) : BLANK,
        instance ? half(cell, inParts(instance.listeners, amount)) : BLANK,
        instance ? `${amount(instance.leak.nodes)}, ${amount(instance.leak.listeners)}, ${instance.leak.kilobytes.toFixed(2)}` : BLANK,
      ];
    }),
  );
}

function keyTable({ cells }: Results): string {
  const typed = cells.flatMap(({ name, key, shown, load }) => (key ? [{ name, key, shown, load }] : []));
  if (!typed.length) return '';
  return table(
    ['key', 'own JS p50, µs', 'own JS p99, µs', 'whole task p50, µs', 'layouts', 'style recalculations', 'all renderers, ms', 'layouts + styles of the load', 'shows'],
    typed.map(({ name, key, shown, load }) => [
      name,
      key.script50.toFixed(0),
      key.script99.toFixed(0),
      key.task50.toFixed(0),
      key.layouts.toFixed(2),
      key.styleRecalcs.toFixed(2),
      key.cpu?.toFixed(2) ?? BLANK,
      load?.layouts ?? BLANK,
      shown.map((text) => `\`${text.replaceAll(' ', '␣')}\``).join(' '),
    ]),
  );
}

function frameTable({ cells }: Results): string {
  const framed = cells.flatMap(({ name, readiness, memory }) => (readiness || memory !== null ? [{ name, readiness, memory }] : []));
  if (!framed.length) return '';
  return table(
    ['arrangement of frames', 'usable after, cold, wall ms', 'warm cache', 'private memory of all renderers, MiB'],
    framed.map(({ name, readiness, memory }) => [
      name,
      readiness?.cold.toFixed(0) ?? BLANK,
      readiness?.warm.toFixed(0) ?? BLANK,
      memory?.toFixed(1) ?? BLANK,
    ]),
  );
}

const goalTable = (rows: readonly Row[]) =>
  table(
    ['', 'what', 'goal', 'measured', 'verdict', 'moonshot'],
    rows.map(({ id, what, goal, measured, verdict, moonshot, isReached }) => [
      id,
      what,
      goal,
      measured || BLANK,
      verdict,
      moonshot && `${moonshot}: ${isReached === null ? 'not judged' : isReached ? 'reached' : 'not reached'}`,
    ]),
    2,
  );

/** One line, for whoever reads nothing else. */
export function conclusion(rows: readonly Row[]): string {
  const named = (verdict: Verdict) => rows.filter((row) => row.verdict === verdict).map(({ id, what }) => `${id} ${what}`).join('; ');
  const [missed, noisy] = [named('missed'), named('too noisy to judge')];
  return [
    missed && `MISSED: ${missed}.`,
    noisy && `TOO NOISY TO JUDGE: ${noisy}. Run it again on a quieter machine.`,
    missed || noisy ? '' : 'No goal is missed.',
  ].filter(Boolean).join(' ');
}

/** @param texts - how many columns at the left are text */
const table = (head: readonly string[], rows: readonly (readonly string[])[], texts = 1) =>
  [head, head.map((_, column) => (column < texts ? '---' : '--:')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
