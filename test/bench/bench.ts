/**
 * `npm run bench [-- --rounds 11] [--seed 1]`: what a key costs in our fields, side by side with plain inputs and other
 * libraries. Method and goals: README.md.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Browser } from '@playwright/test';
import { createFields } from '../../demo/fields.ts';
import { listen } from '../../demo/listen.ts';
import { CELLS, OURS } from './cells.ts';
import { GOALS, judge, numbersOf, type Round } from './judgement.ts';
import type { KeyCost } from './key-costs.ts';
import { countMessages, launch, measure, PAN, type Origins } from './measure.ts';
import { markdown, type Count, type Results } from './report.ts';
import { randomFrom, shuffled } from './statistics.ts';

const HERE = new URL('./', import.meta.url);
const LIBRARIES = new URL('node_modules/', HERE);
const RESULTS = new URL('results/', HERE);
const TYPES: Readonly<Record<string, string>> = { css: 'text/css', js: 'text/javascript' };

/** The page learns of the first digit (not empty, and the brand) and of the last (complete); the others change nothing for it. */
const isNews = (key: number) => key === 0 || key === PAN.length - 1;

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

/** Exactly what the lock file says; no script of a library runs. */
function installLibraries(): void {
  const manifestOf = (folder: URL) => JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as Manifest;
  const { dependencies } = manifestOf(HERE);
  const isInstalled = ([name, version]: [string, string]) => {
    const folder = new URL(`${name}/`, LIBRARIES);
    return existsSync(folder) && manifestOf(folder).version === version;
  };
  if (Object.entries(dependencies).every(isInstalled)) return;
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: HERE,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('the libraries of the bench cannot be installed');
}

async function serve() {
  const shop = await listen('shop');
  const fields = await listen('fields');
  const { app } = createFields(null); // the hosted document as it was built
  fields.serve((request) => app.fetch(request));
  shop.serve(({ url }) => {
    const path = decodeURIComponent(new URL(url).pathname.slice(1));
    const answer = (body: string, type: string) => new Response(body, { headers: { 'content-type': `${type}; charset=utf-8` } });
    const cell = CELLS.find(({ name }) => name === path);
    if (cell) return answer(cell.html(fields.origin), 'text/html');
    if (!CELLS.some(({ files }) => files.includes(path))) return new Response(null, { status: 404 });
    return answer(readFileSync(new URL(path, LIBRARIES), 'utf8'), TYPES[path.split('.').at(-1) ?? ''] ?? 'text/plain');
  });
  return {
    origins: { shop: shop.origin, fields: fields.origin },
    close: () => Promise.all([shop.close(), fields.close()]),
  };
}

/** After this long no further round begins, so that a run on a loaded machine ends after five minutes as well. Milliseconds. */
const LONGEST = 270_000;

/** Every cell once per round, in an order that differs from round to round. */
async function measureAll(browser: Browser, origins: Origins, roundCount: number, seed: number) {
  const random = randomFrom(seed);
  const shown = new Map(CELLS.map(({ name }) => [name, new Set<string>()]));
  const rounds: Round[] = [];
  const end = Date.now() + LONGEST;
  for (let round = 1; round <= roundCount && (round === 1 || Date.now() < end); round += 1) {
    console.error(`round ${round} of ${roundCount}`);
    const samples = new Map<string, readonly KeyCost[]>();
    for (const cell of shuffled(CELLS, random)) {
      const sample = await measure(browser, cell, origins);
      samples.set(cell.name, sample.keys);
      shown.get(cell.name)?.add(sample.shown);
    }
    rounds.push(samples);
  }
  return { rounds, shown };
}

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '11' }, seed: { type: 'string', default: String(Date.now() % 2 ** 31) } },
});
const [roundCount, seed] = [Number(values.rounds), Number(values.seed)];
if (!Number.isSafeInteger(roundCount) || roundCount < 1) throw new Error('--rounds takes a whole number from one up');
if (!Number.isSafeInteger(seed)) throw new Error('--seed takes a whole number');

installLibraries();
const { origins, close } = await serve();
const browser = await launch();
try {
  const load = loadavg();
  const messages = await countMessages(browser, OURS, origins);
  const { rounds, shown } = await measureAll(browser, origins, roundCount, seed);

  const idle = messages.filter((count, key) => count > 0 && !isNews(key)).length;
  const grouped = PAN.replace(/\d{4}(?=\d)/g, '$& ');
  const ours = [...(shown.get('ours') ?? []), ...(shown.get('ours#aa') ?? [])];
  const counts: Count[] = [
    { what: 'keys that change nothing for the page, and yet send it a message: none', is: String(idle), isMet: idle === 0 },
    {
      what: `what was typed is what stands there: ${grouped}`,
      is: [...new Set(ours)].join(', '),
      isMet: ours.every((text) => text === grouped),
    },
  ];
  const results: Results = {
    date: new Date().toISOString(),
    chromium: browser.version(),
    seed,
    rounds,
    cells: new Map(CELLS.map(({ name }) => [name, numbersOf(rounds, name)])),
    judged: GOALS.map((goal) => judge(goal, rounds, seed)),
    shown,
    messages,
    counts,
  };
  console.log(markdown(results));

  mkdirSync(RESULTS, { recursive: true });
  appendFileSync(new URL('history.jsonl', RESULTS), `${JSON.stringify(historyOf(results, load))}\n`);
  if (results.judged.some(({ verdict }) => verdict === 'missed') || counts.some(({ isMet }) => !isMet)) process.exitCode = 1;
} finally {
  await browser.close();
  await close();
}

/** One line of the history: everything but the single keys. */
function historyOf(results: Results, load: readonly number[]) {
  const { date, chromium, seed: from, rounds, cells, judged, shown, messages, counts } = results;
  return {
    date, chromium, node: process.version, processor: cpus()[0]?.model, load, seed: from, rounds: rounds.length,
    cells: Object.fromEntries(cells),
    shown: Object.fromEntries([...shown].map(([name, texts]) => [name, [...texts]])),
    goals: judged.map(({ goal, ratio, controls, verdict }) => ({
      what: goal.what, subject: goal.subject, reference: goal.reference, limit: goal.limit, ratio, controls, verdict,
    })),
    messages,
    counts,
  };
}
