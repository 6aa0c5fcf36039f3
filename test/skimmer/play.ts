/** One page load: the shopper types into the control and into our fields with real keys; then everybody shows what they have. */
import { pageTexts } from '../support/leak-search.ts';
import { COPY, PASTE, SELECT_ALL, TAB, until, type Session } from '../support/session.ts';
import { CARD, CLOSED_CONTROL, CONTROL, type Run, type Seen, type SkimmerGround } from './ground.ts';
import { leaksIn, runsIn, type Evidence } from './verdict.ts';

export interface Now {
  readonly state: string;
  readonly isLoaded: boolean;
  readonly isComplete: boolean;
  /** Frames that an attack is about to navigate, and has navigated. */
  readonly pending: number;
  readonly navigated: number;
  /** Where the keyboard is: the id of the page's element. */
  readonly focusIn: string;
  readonly reports: readonly string[];
  readonly uncaught: readonly string[];
  readonly issued: readonly { readonly tokens: readonly string[]; readonly maskedNumber: string; readonly expiresAt: string }[];
  readonly owned: Readonly<Record<string, string>>;
}

export interface Played {
  readonly evidence: readonly Evidence[];
  /** Anything of the card where no attack is needed to see it: page, console, storage, addresses, the servers' logs. */
  readonly exposed: readonly string[];
  readonly failures: Readonly<Record<string, string>>;
  readonly now: Now;
  readonly seen: Seen;
}

const MOMENT = (isSubmitting: boolean) => `window.__instrument.moment(${String(isSubmitting)}).then(() => true)`;

const isForbidding = (run: Run): boolean => run.headers?.['content-security-policy']?.includes('frame-src') ?? false;

export const nowOf = (session: Session): Promise<Now> => session.run<Now>('window.__instrument.now()');

const SETTLED = /^(?:editing|failed|none|not upgraded)$/;
/** No form can come any more: the tag has no class, or a class whose constructor failed. */
const isOver = ({ state }: Now) => state === 'not upgraded' || state === 'none';
const hasFailed = ({ state, reports }: Now) => state === 'failed' || reports.length > 0;

/** @param shopper - types the card in another way than with the keys */
export async function play(session: Session, ground: SkimmerGround, run: Run, shopper?: (session: Session) => Promise<void>): Promise<Played> {
  const saidBefore = session.consoleText().length;
  const flow = run.attacks[0]?.flow ?? 'type';
  if (flow === 'paste') await copyFromElsewhere(session, ground);
  if (flow === 'worker') await registerWorker(session, ground);
  const { url, seen } = ground.begin(run);
  await session.goto(url);

  const isImitation = run.attacks.some(({ aim }) => aim === 'imitation');
  const isReplacement = run.attacks.some(({ aim }) => aim === 'replacement');
  const arrived = () => seen.fakes.some(({ window }) => window === '');
  await until('the page', async () => {
    const now = await nowOf(session);
    // a shopper types as soon as there are fields, whosesoever they are
    return now.isLoaded && (SETTLED.test(now.state) || isImitation || (isReplacement && arrived()));
  }, 25_000);
  if (isReplacement) {
    // whoever has the frame in his hands does his worst before anybody types
    await until('the end of the replacement', async () => {
      const now = await nowOf(session);
      return now.pending === 0 && (now.navigated === 0 || hasFailed(now) || arrived());
    }, isForbidding(run) ? 1_500 : 5_000).catch(() => undefined); // forbidden, it may leave our document where it is
  }

  await session.click('#control-number');
  if (shopper) await shopper(session);
  else if (flow === 'paste') {
    // the card first, while it is in the clipboard; then the control is typed, copied and pasted
    await session.keys(`${TAB}${TAB}${PASTE}${TAB}${CARD.expiry.replace('/', '')}${TAB}${CARD.cvc}`);
    await session.click('#control-number');
    // and at last the shopper copies the number out of our field
    await session.keys(`${CONTROL}${SELECT_ALL}${COPY}${TAB}${PASTE}${TAB}${SELECT_ALL}${COPY}`);
  } else {
    await session.keys(`${CONTROL}${TAB}${CLOSED_CONTROL}${TAB}`);
    const now = await nowOf(session);
    const { focusIn } = now;
    // where there is no form any more, nobody types
    if (isImitation || (focusIn === 'card' && !hasFailed(now))) await session.keys(`${CARD.pan}${TAB}${CARD.expiry.replace('/', '')}${TAB}${CARD.cvc}`);
  }
  await until('the card', async () => {
    const now = await nowOf(session);
    return now.isComplete || hasFailed(now) || isOver(now) || isImitation || arrived();
  }).catch(() => undefined); // the verdict says what it means that it never came
  await session.run(MOMENT(true));
  await until('an answer', async () => {
    const now = await nowOf(session);
    return now.issued.length > 0 || hasFailed(now) || isOver(now) || isImitation || (seen.cards.length > 0 && isReplacement);
  }).catch(() => undefined);
  // a document that took the place of ours is noticed a moment later
  if (arrived()) await until('the alarm', async () => hasFailed(await nowOf(session)), 15_000).catch(() => undefined);

  return collect(session, ground, run, seen, saidBefore);
}

async function collect(session: Session, ground: SkimmerGround, run: Run, seen: Seen, saidBefore: number): Promise<Played> {
  await session.run('window.__instrument.finish()');
  await until('the loot', () => seen.loot !== undefined);
  const wantsFake = !isForbidding(run) && run.attacks.some(({ control }) => control === 'replaces');
  if (wantsFake) await until('a document of the attacker in the control’s frame', () => seen.fakes.some(({ window }) => window !== ''), 15_000).catch(() => undefined);
  const wantsStyles = run.attacks.filter(({ id }) => id.startsWith('css-'));
  if (wantsStyles.length) {
    await until('what the style sheets load', () => wantsStyles.every(({ id }) => seen.styles.some(({ attack }) => attack === id)), 15_000).catch(() => undefined);
  }
  const isWorker = run.attacks.some(({ flow }) => flow === 'worker');
  if (isWorker) await until('what the worker saw', () => seen.worker.some((line) => line.includes(CLOSED_CONTROL)), 15_000).catch(() => undefined);

  const now = await nowOf(session);
  const said = session.consoleText().slice(saidBefore).join('\n');
  const { loot = {}, owned = {}, failures = {} } = seen.loot ?? {};
  const known = [ground.publicKey, ...now.issued.flatMap(({ tokens, maskedNumber, expiresAt }) => [...tokens, maskedNumber, expiresAt])];
  const evidence = run.attacks.map((attack): Evidence => {
    const fakes = seen.fakes.filter((fake) => fake.attack === attack.id);
    const styles = seen.styles.filter((style) => style.attack === attack.id).map(({ path }) => path);
    const more = attack.id === 'dt-console' ? said : attack.flow === 'worker' ? seen.worker.join('\n') : '';
    return {
      attack,
      loot: [loot[attack.id] ?? '', loot[`${attack.id} typed`] ?? '', ...styles, more].join('\n'),
      owned: [owned[attack.id] ?? '', ...fakes.map(({ text }) => text)].join('\n'),
      windows: fakes.map(({ window }) => window),
      reports: now.reports,
      state: now.state,
      cards: seen.cards,
      known,
      hosting: run.hosting,
      order: run.order,
    };
  });
  const isImitated = evidence.some((each) => runsIn(each.owned, CARD.pan, 4).length > 0);
  // what was typed into the attacker's own field stands in the page: that is no leak of ours
  const texts = isImitated ? {} : { ...(await pageTexts(session)), console: said, servers: seen.requests.join('\n') };
  return { evidence, exposed: leaksIn(texts, known), failures, now, seen };
}

/** The shopper's clipboard holds the card number, from a page of another site. */
async function copyFromElsewhere(session: Session, ground: SkimmerGround): Promise<void> {
  await session.goto(`${ground.shop.origin.replace('shop.', 'bank.')}/bank`);
  await session.click('#number');
  await session.keys(`${SELECT_ALL}${COPY}`);
}

async function registerWorker(session: Session, ground: SkimmerGround): Promise<void> {
  await session.goto(`${ground.shop.origin}/empty`);
  await session.run(`navigator.serviceWorker.register('/worker.js', { scope: '/' }).then(() => navigator.serviceWorker.ready)
    .then(() => new Promise((done) => { const wait = () => navigator.serviceWorker.controller ? done(true) : setTimeout(wait, 20); wait(); }))`);
}
