/** The published types, read as a shop's compiler reads them: by the package's name, and without skipLibCheck for our own files. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import ts from 'typescript';

const OPTIONS: ts.CompilerOptions = {
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: false,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
};

/** The compiler's own files are the same for every shop. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** For each file of a shop that imports the package, which finds itself by its own name: what the compiler says of it, and of ours. */
function complaintsOf(sources: readonly string[], options: ts.CompilerOptions = {}): string[][] {
  const all = { ...OPTIONS, ...options };
  const files = new Map(sources.map((source, at) => [`shop-${String(at)}.${options.jsx === undefined ? 'ts' : 'tsx'}`, source]));
  const host = ts.createCompilerHost(all);
  const { readFile, fileExists, getSourceFile } = host;
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.readFile = (file) => files.get(file) ?? readFile(file);
  host.getSourceFile = (file, ...rest) => {
    const source = files.get(file);
    if (source !== undefined) return ts.createSourceFile(file, source, ts.ScriptTarget.ES2022);
    if (!parsed.has(file)) parsed.set(file, getSourceFile(file, ...rest));
    return parsed.get(file);
  };
  const program = ts.createProgram([...files.keys()], all, host);
  const found = ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => ({
    file: file?.fileName ?? '',
    text: ts.flattenDiagnosticMessageText(messageText, ' '),
  }));
  // what is wrong with the types of others is theirs
  const ours = found.filter(({ file }) => !files.has(file) && !file.includes('node_modules')).map(({ file, text }) => `${file}: ${text}`);
  return [...files.keys()].map((name) => [...ours, ...found.filter(({ file }) => file === name).map(({ text }) => text)]);
}

interface Use {
  readonly options?: ts.CompilerOptions;
  readonly start: string;
  /** Uses that compile. */
  readonly right: readonly string[];
  /** Uses of which each is one complaint, that says this. */
  readonly wrong: readonly (readonly [use: string, says: RegExp])[];
}

const jsx = (from: string): ts.CompilerOptions =>
  from === 'solid-js'
    ? { jsx: ts.JsxEmit.Preserve, jsxImportSource: from }
    : { jsx: ts.JsxEmit.ReactJSX, jsxImportSource: from };

const TAG = '<shoji-card name="token" shop-id="tshop00000001" environment="test" fields="number expiry cvc" token-count={2} consent';

const USES: Readonly<Record<string, Use>> = {
  'plain TypeScript': {
    start: `
      import { ShojiError, type CardToken, type ShojiCard } from 'shoji-card';
      const card: ShojiCard | null = document.querySelector('shoji-card');`,
    right: [
      `card?.addEventListener('shoji-token', ({ token, maskedNumber }) => [token.trim(), maskedNumber.trim()]);`,
      `document.addEventListener('shoji-outcome', (event) => (event as HTMLElementEventMap['shoji-outcome']).status === 'returned');`,
      `card?.addEventListener('shoji-error', ({ error }) => error.type === 'customer' && error.code);`,
      `export const pay = async (): Promise<CardToken | undefined> => card?.tokenize().catch((e: unknown) => { throw e instanceof ShojiError ? e : e; });`,
      `if (card) card.environment = 'test';`,
      `import type { SavedCard, ShojiSavedCards } from 'shoji-card/members'; const cards: ShojiSavedCards | null = document.querySelector('shoji-saved-cards');
       if (cards) cards.cards = [{ sequence: '0', maskedNumber: '*111', brand: 'visa', expiry: '2912' }] satisfies SavedCard[];
       cards?.addEventListener('shoji-remove-card', ({ sequence, card: { expiry } }) => [sequence.trim(), expiry.trim()]);`,
      `import { instalments } from 'shoji-card/members'; export const rest: number | undefined = instalments(10_000, 3)?.last;`,
      `document.querySelector('shoji-payment-method')?.addEventListener('shoji-choose-method', ({ method, payTimes }) => [method, payTimes?.trim()]);`,
      `const made: ShojiCard = document.createElement('shoji-card'); made.focus();`,
    ],
    wrong: [
      [`card?.addEventListener('shoji-token', ({ cardNumber }) => cardNumber);`, /cardNumber/],
      [`if (card) card.environment = 'staging';`, /staging/],
      [`if (card) card.complete = true;`, /read-only/],
      [`if (card) card.save = 'sometimes';`, /sometimes/],
      [`void card?.authenticate();`, /argument/],
      [`void card?.authenticate('/x', { presentation: 'popup' });`, /popup/],
    ],
  },
  'React’s JSX': {
    options: jsx('react'),
    start: `import { useRef } from 'react'; import type { ShojiCard as Card } from 'shoji-card'; import { ShojiCard } from 'shoji-card/react'; void useRef;`,
    right: [
      `export const a = ${TAG} onshoji-token={({ tokens }) => { tokens.map((each) => each.trim()); }} />;`,
      `export const b = () => { const ref = useRef<Card>(null); return <shoji-card ref={ref} className="card" lang="ja"><a slot="fallback" href="/other">other</a></shoji-card>; };`,
      `export const m = <shoji-saved-cards name="card-seq" removable cards={[]} onshoji-remove-card={({ sequence }) => { sequence.trim(); }}><shoji-card save="ask" /></shoji-saved-cards>;`,
      `export const n = <shoji-payment-method options="1 2-3" amount={12800} onshoji-choose-method={({ method }) => { method.trim(); }} />;`,
      `export const c = () => { const ref = useRef<Card>(null); return <ShojiCard ref={ref} name="token" gateway="gmo-v2" apiKey="key" publicKey="MIIB" fieldsBy="gateway" sendFingerprint provider="smbc-gp" environment="test" tokenCount={2} onToken={({ token }) => { token.trim(); }} onError={({ error }) => { error.code.trim(); }} />; };`,
    ],
    wrong: [
      [`export const d = <shoji-card environment="staging" />;`, /staging/],
      [`export const j = <shoji-card fields-by="shop" />;`, /shop/],
      [`export const i = <shoji-saved-cards onshoji-remove-card={({ cardNumber }) => cardNumber} />;`, /cardNumber/],
      [`export const e = <shoji-card shopId="tshop00000001" />;`, /shopId/],
      [`export const f = <shoji-card onshoji-token={({ cardNumber }) => cardNumber} />;`, /cardNumber/],
      [`export const g = <ShojiCard tokenCount="two" />;`, /two/],
      [`export const h = <ShojiCard onToken={({ cardNumber }) => { void cardNumber; }} />;`, /cardNumber/],
    ],
  },
  'Preact’s JSX': {
    options: jsx('preact'),
    start: `import type {} from 'shoji-card/preact';`,
    right: [`export const a = ${TAG} onshoji-token={({ token }) => { token.trim(); }} class="card" />;`, `export const m = <shoji-saved-cards name="card-seq" cards={[]} onshoji-remove-card={({ sequence }) => { sequence.trim(); }}><shoji-payment-method options="1 2-3" amount={12800} /></shoji-saved-cards>;`],
    wrong: [
      [`export const b = <shoji-card challenge="popup" />;`, /popup/],
      [`export const c = <shoji-card onshoji-error={({ cardNumber }) => cardNumber} />;`, /cardNumber/],
    ],
  },
  'Solid’s JSX': {
    options: jsx('solid-js'),
    start: `import type {} from 'shoji-card/solid';`,
    right: [`export const a = ${TAG} on:shoji-token={({ token }) => { token.trim(); }} class="card" />;`, `export const m = <shoji-saved-cards name="card-seq" cards={[]} on:shoji-remove-card={({ sequence }) => { sequence.trim(); }}><shoji-payment-method options="1 2-3" amount={12800} /></shoji-saved-cards>;`],
    wrong: [
      [`export const b = <shoji-card challenge="popup" />;`, /popup/],
      [`export const c = <shoji-card on:shoji-error={({ cardNumber }) => cardNumber} />;`, /cardNumber/],
    ],
  },
  'Vue’s templates': {
    start: `import type { GlobalComponents } from 'vue'; import type {} from 'shoji-card/vue';
      type Props = InstanceType<GlobalComponents['shoji-card']>['$props'];`,
    right: [`export const a: Props = { name: 'token', gateway: 'gmo-v2', 'api-key': 'key', 'public-key': 'MIIB', environment: 'test', onShojiToken: ({ token }) => { token.trim(); } };`, `export const m: InstanceType<GlobalComponents['shoji-saved-cards']>['$props'] = { name: 'card-seq', cards: [], onShojiRemoveCard: ({ sequence }) => { sequence.trim(); } };`],
    wrong: [
      [`export const b: Props = { environment: 'staging' };`, /staging/],
      [`export const c: Props = { onShojiToken: ({ cardNumber }) => { void cardNumber; } };`, /cardNumber/],
    ],
  },
  'Svelte’s templates': {
    start: `import type { SvelteHTMLElements } from 'svelte/elements'; import type {} from 'shoji-card/svelte';
      type Props = SvelteHTMLElements['shoji-card'];`,
    right: [`export const a: Props = { name: 'token', 'shop-id': 'tshop00000001', environment: 'test', 'onshoji-token': ({ token }) => { token.trim(); } };`, `export const m: SvelteHTMLElements['shoji-saved-cards'] = { name: 'card-seq', cards: [], 'onshoji-remove-card': ({ sequence }) => { sequence.trim(); } };`],
    wrong: [
      [`export const b: Props = { environment: 'staging' };`, /staging/],
      [`export const c: Props = { 'onshoji-token': ({ cardNumber }) => { void cardNumber; } };`, /cardNumber/],
    ],
  },
};

for (const [where, { options, start, right, wrong }] of Object.entries(USES)) {
  describe(`the published types in ${where}`, () => {
    const [ofRight = [], ...ofWrong] = complaintsOf([[start, ...right], ...wrong.map(([use]) => [start, use])].map((lines) => lines.join('\n')), options);

    it('take what is right', () => {
      assert.deepEqual(ofRight, []);
    });
    for (const [at, [use, says]] of wrong.entries()) {
      it(`refuse ${use}`, () => {
        const complaints = ofWrong[at] ?? [];
        assert.equal(complaints.length, 1, complaints.join('\n'));
        assert.match(complaints[0] ?? '', says);
      });
    }
  });
}
