/** Attack × engine × hosting × order, as the engines' runs left it in a folder; tells which cell is missing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { find, required, type Engine } from '../support/browsers.mjs';
import { runsIn, type Attack, type Order } from './attack.ts';
import { ATTACKS, STUDIED } from './attacks/all.ts';
import type { HostingName } from './hostings.ts';
import { ATTACKED, IS_CORE, isRun, ordersRun, policyOrdersRun } from './scope.ts';
import type { Cell } from './verdict.ts';

const folder = process.argv[2] ?? '';
const cells = readdirSync(folder).flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Cell[]);
const engines = (['chromium', 'firefox', 'webkit'] as const satisfies readonly Engine[]).filter(
  (engine) => required().includes(engine) || find(engine),
);

const missing: string[] = STUDIED.filter((id) => !ATTACKS.some((attack) => attack.id === id));

function shown(attack: Attack, engine: Engine, hosting: HostingName, place: string, orders: readonly Order[]): string {
  if (!runsIn(attack, engine)) return 'n/a';
  const found = orders
    .filter((order) => isRun(attack, engine, order, hosting))
    .map((order) => {
      const cell = cells.find((each) => each.attack === attack.id && each.engine === engine && each.hosting === place && each.order === order);
      if (!cell) missing.push(`${attack.id}, ${engine}, ${place}, ${order}`);
      const outcome = cell ? `${cell.outcome}${cell.outcome === 'substituted' && cell.isDetected ? ', told' : ''}` : 'NO RESULT';
      return { order, outcome };
    });
  const [first] = found;
  if (!first) return '-';
  if (found.every(({ outcome }) => outcome === first.outcome) && found.length === orders.length) return first.outcome;
  return found.map(({ order, outcome }) => `${order} ${outcome}`).join('; ');
}

function print(hosting: HostingName, place: string, attacks: readonly Attack[], ordersOf: (engine: Engine) => readonly Order[]): void {
  const rows = attacks.map((attack) => [attack.id, ...engines.map((engine) => shown(attack, engine, hosting, place, ordersOf(engine)))]);
  const all = [[place, ...engines], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of all) console.log(row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
  console.log('');
}

console.log('\nEach attack came before our script and after it; one word where both ended alike.');
console.log('contained: the card went to the gateway alone. detected: the form is gone, and the shop is told. substituted: the card was');
console.log('typed into a field of the attacker’s own (told: the shop is told).');
if (IS_CORE) console.log('This is the core; everything: npm run test:skimmer. -: not in the core.');
console.log('');
for (const hosting of ATTACKED) print(hosting, hosting, ATTACKS, (engine) => ordersRun(engine, hosting));
for (const hosting of ATTACKED) {
  if (engines.every((engine) => policyOrdersRun(engine, hosting).length === 0)) continue;
  print(hosting, `${hosting} + frame-src`, ATTACKS.filter(({ aim }) => aim !== 'reading'), (engine) => policyOrdersRun(engine, hosting));
}
for (const { id, engines: some, afterIn, why } of ATTACKS) {
  if (some) console.log(`${id}: in ${some.join(' and ')} alone, because ${why ?? ''}`);
  if (afterIn) console.log(`${id}: after us in ${afterIn.join(' and ')} alone, because ${why ?? ''}`);
}

const count = (outcome: Cell['outcome']) => cells.filter((cell) => cell.outcome === outcome).length;
console.log(`\n${ATTACKS.length} attacks, ${cells.length} runs: ${count('contained')} contained, ${count('detected')} detected, ${count('substituted')} substituted, ${count('LEAK')} leaked`);
if (missing.length) {
  console.log(`no result: ${missing.join(' | ')}`);
  process.exitCode = 1;
}
