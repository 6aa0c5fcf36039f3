/** Every attack, before and after our script, in one engine, under every hosting. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { missing, startSession, type EngineName, type Session } from '../support/session.ts';
import type { Attack, Order } from './attack.ts';
import { GROUPS } from './attacks/all.ts';
import { SkimmerGround, type Run } from './ground.ts';
import { HOSTINGS, type HostingName } from './hostings.ts';
import { play, type Played } from './play.ts';
import { ATTACKED, isRun, ordersRun, policyOrdersRun } from './scope.ts';
import { controlWorks, isAcceptable, leaksOf, outcomeOf, type Cell } from './verdict.ts';

const TIMEOUT = 90_000;

/** Attacks that share a page load: those of a file that only listen, or one that disturbs. */
export function pagesOf(engine: EngineName, order: Order, hosting: HostingName): readonly (readonly Attack[])[] {
  const mine = (attack: Attack) => isRun(attack, engine, order, hosting) && !isSpecial(attack);
  return Object.values(GROUPS).flatMap((group) => {
    const attacks = group.filter(mine);
    const shared = attacks.filter((attack) => !isAlone(attack, order) && !attack.flow);
    const pasted = attacks.filter(({ flow }) => flow === 'paste');
    const alone = attacks.filter((attack) => isAlone(attack, order) || attack.flow === 'worker');
    return [shared, pasted, ...alone.map((attack) => [attack])].filter((page) => page.length > 0);
  });
}

const isAlone = ({ alone }: Attack, order: Order): boolean => alone === true || alone === order;

/** Needs more than a tab and a keyboard: `chromium-only.test.ts` and `page-cache.test.ts`. */
export const isSpecial = ({ flow }: Attack): boolean => flow !== undefined && flow !== 'paste' && flow !== 'worker';

/** Writes the cells where the table is put together. */
export function writeCells(name: string, cells: readonly Cell[]): void {
  const folder = process.env['SKIMMER_CELLS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}.json`, JSON.stringify(cells));
}

/** The run proves nothing: the attack did not get at the control, or the card never came. */
class Inconclusive extends assert.AssertionError {
  constructor(message: string) {
    super({ message });
  }
}

/** Fails where anything of the card came out, or where the run proves nothing. */
export function judge(played: Played, attack: Attack, run: Run, engine: EngineName): Cell {
  const evidence = played.evidence.find((each) => each.attack === attack);
  assert.ok(evidence);
  const { outcome, isDetected } = outcomeOf(evidence);
  const hasPolicy = run.headers?.['content-security-policy']?.includes('frame-src') ?? false;
  const { state, reports, uncaught } = played.now;
  const said = JSON.stringify({ state, reports, uncaught, cards: played.seen.cards.length, windows: evidence.windows });
  if (outcome !== 'substituted') assert.deepEqual(leaksOf(evidence), [], `${attack.id} read card data`);
  assert.deepEqual(played.exposed, [], 'card data stood where every script can see it');
  assert.equal(played.failures[attack.id], undefined, 'the attack itself threw');
  if (attack.flow === 'worker') {
    const inside = played.seen.worker.filter((line) => /hosted\/(?:index|gmo-v2)\.html|getToken|CreateToken|token\.js/.test(line));
    // F2: it is asked for the document that the vault loads to look at its header; the one that gets the card is opaque, and passes it by
    const most = run.hosting === 'F2' ? 1 : 0;
    assert.ok(inside.filter((line) => line.includes('index.html')).length <= most, `the worker saw the frame’s document: ${inside.join('; ')}`);
    assert.deepEqual(inside.filter((line) => !line.includes('index.html')), [], 'the worker saw the token script or its request');
  }
  if ((!hasPolicy || attack.control !== 'replaces') && !controlWorks(evidence)) throw new Inconclusive(`the attack fails on the control too: ${said}`);
  if (outcome === 'broken') throw new Inconclusive(`the card never came: ${said}`);
  assert.ok(isAcceptable(attack, outcome, hasPolicy), `${attack.id}: ${outcome} ${said}`);
  return { attack: attack.id, engine, hosting: hasPolicy ? `${run.hosting} + frame-src` : run.hosting, order: run.order, outcome, isDetected };
}

export function skimmerSuite(engine: EngineName): void {
  const reason = missing(engine);
  describe(`skimmers in ${engine}${reason ? ` (skipped: ${reason})` : ''}`, { skip: reason !== false, timeout: 1_800_000 }, () => {
    let ground: SkimmerGround;
    let session: Session | undefined;
    const cells: Cell[] = [];

    before(async () => {
      ground = await SkimmerGround.open();
    });
    after(async () => {
      await session?.close();
      await ground.close();
      writeCells(engine, cells);
    });

    const load = async (run: Run, isAgain = false): Promise<Played> => {
      session ??= await startSession(engine);
      try {
        return await play(session, ground, run);
      } catch (error) {
        await session.close().catch(() => undefined); // whatever the attack did to this tab, the next gets another
        session = undefined;
        if (isAgain) throw error;
        return await load(run, true);
      } finally {
        // a worker of the shop's would stay for the next page
        if (run.attacks.some(({ flow }) => flow === 'worker')) {
          await session?.close();
          session = undefined;
        }
      }
    };

    const attackAll = (hosting: HostingName, order: Order, policy: ((ground: SkimmerGround) => string) | null) => {
      for (const page of pagesOf(engine, order, hosting)) {
        const attacks = policy ? page.filter(({ aim }) => aim !== 'reading') : page;
        let played: Promise<Played> | undefined;
        for (const attack of attacks) {
          it(`${attack.id}, ${order} us: ${attack.what}`, { timeout: TIMEOUT }, async () => {
            const policies = [policy?.(ground), attacks[0]?.pagePolicy].filter((each) => each !== undefined);
            const run = { attacks, order, hosting, ...(policies.length ? { headers: { 'content-security-policy': policies.join('; ') } } : {}) };
            played ??= load(run);
            try {
              cells.push(judge(await played, attack, run, engine));
            } catch (error) {
              // a slow machine may have missed a moment: once more. What came out of the fields is never asked for twice.
              if (!(error instanceof Inconclusive)) throw error;
              played = load(run);
              cells.push(judge(await played, attack, run, engine));
            }
          });
        }
      }
    };

    for (const hosting of ATTACKED.filter((each) => ordersRun(engine, each).length > 0)) {
      describe(`${hosting}, the hosted document ${HOSTINGS[hosting].what}`, () => {
        for (const order of ordersRun(engine, hosting)) attackAll(hosting, order, null);
      });
      if (policyOrdersRun(engine, hosting).length === 0) continue;
      describe(`${hosting}, and the shop’s policy names the frame’s origin`, () => {
        const policy = (at: SkimmerGround) => `frame-src ${at.shop.origin}/naive-frame ${HOSTINGS[hosting].frameSource(at)}`;
        for (const order of policyOrdersRun(engine, hosting)) attackAll(hosting, order, policy);
      });
    }
  });
}
