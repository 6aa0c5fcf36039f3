/**
 * `npm run bench`: what a card form costs, ours side by side with plain inputs, with libraries, and with other arrangements of frames.
 * Method, options and goals: README.md.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform } from 'node:os';
import { setTimeout as elapsed } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Browser } from '@playwright/test';
import { launch, renderersOf } from './browser.ts';
import { together, weighFiles } from './bundle.ts';
import { ARCHITECTURE, BARE, EVALUATED, IN_PAGE, JUDGED, ONE_FRAME, OURS, RIVALS, THREE_FRAMES, THREE_SERIAL, type Cell } from './cells.ts';
import { chart } from './chart.ts';
import { correctness } from './correctness.ts';
import { corpus } from './corpus.ts';
import { memoryOf, readiness, type Readiness } from './frame-readiness.ts';
import type { CellWeight, Measured } from './goals.ts';
import { instances, type Instances } from './instances.ts';
import { countMessages, countRequests, type Requests } from './protocol-counts.ts';
import { hasMarks, markdown, readmeSection, withSection } from './report.ts';
import { resultsOf, type Results } from './results.ts';
import { sample, shiftWithRoom, type Sample } from './sample.ts';
import { serve, type Served } from './serve.ts';
import { randomFrom, shuffled } from './statistics.ts';

const HERE = new URL('./', import.meta.url);
const ROOT = new URL('../../', HERE);
const README = new URL('README.md', ROOT);
const CHART = new URL('demo/bench.svg', ROOT);
const RESULTS = new URL('results/', HERE);
const PUBLISHED = new URL('published.json', RESULTS);

/** After this long no further round of samples begins, so that a run on a loaded machine ends, too. Milliseconds. */
const LONGEST = 180_000;
/** A library that waits for its servers waits for ever. Milliseconds. */
const LONGEST_OF_A_CELL = 90_000;
/** Libraries that no goal names are measured in every third round. */
const SELDOM = 3;
const NAMED = new Set(['payform', 'moyasar-payment-form']);
const [FRAME_ROUNDS, MEMORY_ROUNDS, QUICK_ROUNDS] = [15, 5, 3];

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '11' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    from: { type: 'string' },
  },
});
const [roundCount, seed] = [Number(values.rounds), Number(values.seed)];
if (!Number.isSafeInteger(roundCount) || roundCount < 1) throw new Error('--rounds takes a whole number from one up');
if (!Number.isSafeInteger(seed)) throw new Error('--seed takes a whole number');
if (values.quick && values.write) throw new Error('--write shows what a whole run measured');
if (values.write && !hasMarks(readFileSync(README, 'utf8'))) throw new Error('README.md has no place for the table: <!-- bench --> and <!-- /bench -->');

const results = values.from ? (JSON.parse(readFileSync(values.from, 'utf8')) as Results) : await run();
console.log(markdown(results));
if (values.write) publish(results);
const count = (verdict: string) => results.rows.filter((row) => row.verdict === verdict).length;
if (values.quick) console.log(`\n${count('met')} passed, ${count('missed')} failed`);
if (count('missed')) process.exitCode = 1;

async function run(): Promise<Results> {
  if (!values.quick) installLibraries();
  const load = loadavg();
  say('bundling');
  const served = await serve(values.quick ? [BARE, OURS] : [...JUDGED, ...RIVALS, ...EVALUATED, IN_PAGE]);
  const browser = await launch();
  try {
    const measured = values.quick ? await measureQuickly(browser, served) : await measureAll(browser, served);
    const all = resultsOf(measured, { date: new Date().toISOString(), browser: `Chromium ${browser.version()}`, machine: machine() });
    mkdirSync(RESULTS, { recursive: true });
    const more = { node: process.version, processor: cpus()[0]?.model, load, isQuick: values.quick };
    appendFileSync(new URL('history.jsonl', RESULTS), `${JSON.stringify({ ...all, ...more })}\n`);
    return all;
  } finally {
    await browser.close();
    await served.close();
  }
}

/** Exactly what the lock file says; no script of a library runs. */
function installLibraries(): void {
  interface Manifest {
    readonly version: string;
    readonly dependencies: Readonly<Record<string, string>>;
  }
  const manifestOf = (folder: URL) => JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as Manifest;
  const isInstalled = ([name, version]: [string, string]) => {
    const folder = new URL(`node_modules/${name}/`, HERE);
    return existsSync(folder) && manifestOf(folder).version === version;
  };
  if (Object.entries(manifestOf(HERE).dependencies).every(isInstalled)) return;
  say('installing the libraries');
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: HERE,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('the libraries of the bench cannot be installed');
}

/** What can be counted, of ours and of plain inputs: no library is needed, and no load changes it. */
async function measureQuickly(browser: Browser, served: Served): Promise<Measured> {
  const samples = await sampleRounds(browser, served, QUICK_ROUNDS, () => [BARE, OURS]);
  return {
    ...(await countAll(browser, served, [BARE, OURS], samples, { 1: 22, 4: 11 })),
    samples, readiness: [], memory: [], seed,
  };
}

async function measureAll(browser: Browser, served: Served): Promise<Measured> {
  const seldom = [...RIVALS.filter(({ name }) => !NAMED.has(name)), ...EVALUATED];
  const often = [...JUDGED, ...RIVALS.filter(({ name }) => NAMED.has(name))];
  const samples = await sampleRounds(browser, served, roundCount, (round) => (round % SELDOM === 0 ? [...often, ...seldom] : often));
  const counts = await countAll(browser, served, [BARE, OURS, ...RIVALS], samples, { 1: 44, 4: 22, 20: 11 });
  const frames = await frameRounds(browser, served);
  return { ...counts, samples, readiness: frames, memory: await memoryRounds(served), seed };
}

/** Every cell once per round, in an order that differs from round to round. */
async function sampleRounds(browser: Browser, served: Served, rounds: number, cellsOf: (round: number) => readonly Cell[]) {
  const random = randomFrom(seed);
  const renderers = await renderersOf(browser);
  const samples: Map<string, Sample>[] = [];
  const end = Date.now() + LONGEST;
  for (let round = 0; round < rounds && (round === 0 || Date.now() < end); round += 1) {
    say(`loading and typing, round ${round + 1} of ${rounds}`);
    const measured = new Map<string, Sample>();
    for (const cell of shuffled(cellsOf(round), random)) {
      await attempt(cell, async () => measured.set(cell.name, await sample(browser, renderers, cell, served)));
    }
    samples.push(measured);
  }
  await renderers.close();
  return samples;
}

async function countAll(
  browser: Browser, served: Served, cells: readonly Cell[], samples: readonly ReadonlyMap<string, Sample>[], entries: Readonly<Record<number, number>>,
) {
  say('requests and messages');
  const requests = await countRequests(browser, OURS, served);
  const messages = await countMessages(browser, OURS, served);
  const entered = [];
  for (const [slowdown, number] of Object.entries(entries)) {
    say(`${number} entries, slowed down ${slowdown} times`);
    entered.push(await correctness(browser, OURS, served, corpus(number, 1), Number(slowdown)));
  }
  const [shifts, forms] = [new Map<string, number>(), new Map<string, Instances>()];
  for (const cell of cells) {
    say(`${cell.name}: many forms on a page`);
    const { height } = samples[0]?.get(cell.name) ?? { height: 0 };
    await attempt(cell, async () => shifts.set(cell.name, await shiftWithRoom(browser, cell, served, height)));
    await attempt(cell, async () => forms.set(cell.name, await instances(browser, cell, served)));
  }
  return { weights: weightsOf(served, requests), document: weightOf(['hosted/index.html']), requests, messages, correctness: entered, shiftWithRoom: shifts, instances: forms };
}

function weightOf(files: readonly string[]) {
  return weighFiles(files.map((file) => new URL(`dist/${file}`, ROOT)));
}

function weightsOf(served: Served, { files }: Requests): Map<string, CellWeight> {
  const [script = '', ...beside] = new Set(files);
  const isFrame = (file: string) => file.startsWith('hosted/');
  const ours: CellWeight = {
    eager: weightOf([script]),
    lazy: weightOf(beside.filter((file) => !isFrame(file))),
    frame: weightOf(beside.filter(isFrame)),
  };
  const others = [...served.bundles]
    .filter(([name]) => !name.includes('#') && name !== IN_PAGE.name)
    .map(([name, { eager, lazy, css }]): [string, CellWeight] => [name, { eager: together(eager, css), lazy, frame: null }]);
  return new Map([[OURS.name, ours], ...others]);
}

async function frameRounds(browser: Browser, served: Served) {
  const random = randomFrom(seed + 1);
  const rounds: Map<string, Readiness>[] = [];
  for (let round = 0; round < FRAME_ROUNDS; round += 1) {
    say(`frames, round ${round + 1} of ${FRAME_ROUNDS}`);
    const cells = ARCHITECTURE.filter((cell) => cell !== THREE_SERIAL || round % SELDOM === 0);
    const measured = new Map<string, Readiness>();
    for (const cell of shuffled(cells, random)) measured.set(cell.name, await readiness(browser, cell, served));
    rounds.push(measured);
  }
  return rounds;
}

/** In a browser that keeps no process in reserve. */
async function memoryRounds(served: Served) {
  const random = randomFrom(seed + 2);
  const browser = await launch(['--disable-features=SpareRendererForSitePerProcess']);
  const renderers = await renderersOf(browser);
  const rounds: Map<string, number>[] = [];
  try {
    for (let round = 0; round < MEMORY_ROUNDS; round += 1) {
      say(`memory, round ${round + 1} of ${MEMORY_ROUNDS}`);
      const measured = new Map<string, number>();
      for (const cell of shuffled([BARE, IN_PAGE, ONE_FRAME, THREE_FRAMES, OURS], random)) {
        const size = await memoryOf(browser, cell, served, () => renderers.memory());
        if (size !== null) measured.set(cell.name, size);
      }
      rounds.push(measured);
    }
  } finally {
    await browser.close();
  }
  return rounds;
}

/** A library that does not work here is left blank; what is ours has to. */
async function attempt(cell: Cell, work: () => Promise<unknown>): Promise<void> {
  if (cell.kind !== 'rival') {
    await work();
    return;
  }
  try {
    const late = elapsed(LONGEST_OF_A_CELL, undefined, { ref: false }).then(() => Promise.reject(new Error('it takes too long')));
    await Promise.race([work(), late]);
  } catch (error) {
    say(`${cell.name} cannot be measured: ${String(error).split('\n', 1)[0] ?? ''}`);
  }
}

/** The picture, the table in the README, and the numbers that both were made of. */
function publish(shown: Results): void {
  writeFileSync(PUBLISHED, `${JSON.stringify(shown, null, 1)}\n`);
  writeFileSync(CHART, chart(shown));
  writeFileSync(README, withSection(readFileSync(README, 'utf8'), readmeSection(shown)));
}

/** What kind of machine, in general words. */
function machine(): string {
  const isVirtual = existsSync('/proc/cpuinfo') && /^flags\s*:.*\bhypervisor\b/m.test(readFileSync('/proc/cpuinfo', 'utf8'));
  const system = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' }[platform() as string] ?? platform();
  return `${isVirtual ? 'virtual machine' : 'machine'} of ${cpus().length} ${arch()} cores, ${system}`;
}

function say(what: string): void {
  console.error(`${process.uptime().toFixed(0).padStart(4)} s  ${what}`);
}
