/** A shop's page that a test writes, with the files of dist/ on an origin of its own. Needs dist/. */
import { setTimeout as pause } from 'node:timers/promises';
import { createFields, GATEWAY_HOSTS } from '../../demo/fields.ts';
import { listen, type Listening } from '../../demo/listen.ts';
import { createSandbox, type Sandbox } from '../../demo/sandbox-gateway/sandbox.ts';
import { SANDBOX_SHOP } from '../../demo/serve.ts';
import type { Diagnosis, Finding } from '../../src/doctor/diagnosis.js';
import { TAB, until, type Session } from '../support/session.ts';

export interface Page {
  /** Attributes of the start tags. */
  readonly html?: string;
  readonly form?: string;
  readonly card?: string;
  readonly head?: string;
  readonly style?: string;
  /** Around the element, in the form; null for no form. */
  readonly inForm?: string | null;
  readonly viewport?: string;
  /** Attributes of the button. */
  readonly button?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly query?: string;
  /** A file of the fields origin that is not there, or that is sent without the header for other origins. */
  readonly missing?: string;
  readonly shut?: string;
  /** Those that come later, after so many milliseconds, or never. */
  readonly late?: Readonly<Record<string, number>>;
  /** Page, script and fields have names that are not of this machine: `ELSEWHERE` tells Chromium where they are. */
  readonly isElsewhere?: boolean;
  /** What is done there before the doctor is asked. */
  readonly act?: (tab: Session) => Promise<unknown>;
}

export const CARD = `document.querySelector('shoji-card')`;
/** An argument of Chromium's. */
export const ELSEWHERE = '--host-resolver-rules=MAP *.test 127.0.0.1';
const elsewhere = (address: string): string => address.replace('.localhost:', '.test:');

const isEditing = (tab: Session) => tab.run<boolean>(`${CARD}.state === 'editing'`);

/** Types a card where none is, and asks for a token. Whether there is one, the element knows. */
export async function pay(tab: Session): Promise<void> {
  await until('the fields', () => isEditing(tab));
  if (await tab.run<boolean>(`${CARD}.empty`)) {
    await tab.run(`void ${CARD}.focus()`);
    await until('the focus', () => tab.runInFrame<boolean>('document.hasFocus() && document.activeElement !== document.body'));
    await tab.keys(`4111111111111111${TAB}1239${TAB}`);
    await until('a card', () => tab.run<boolean>(`${CARD}.complete`));
  }
  await tab.run(`${CARD}.tokenize().then(() => undefined, () => undefined)`);
}

/** The fields are there and so is what is loaded beside them: the browser knows how long it took. */
export async function haveCome(tab: Session): Promise<void> {
  await until('the fields', () => isEditing(tab));
  await until('the files', () => tab.run<boolean>(`['/part-mirror.js', '/hosted/index.html'].every((file) => performance.getEntriesByType('resource').some(({ name }) => name.endsWith(file)))`));
}

/** @returns what was found; without what was slow, unless the page makes it so: that is the machine's */
export async function ask(tab: Session, isLate = false): Promise<readonly Finding[]> {
  const { findings } = await tab.run<Diagnosis>(`${CARD}.diagnose()`);
  return findings.filter(({ code }) => isLate || code !== 'slow');
}

/** A page that never loads to its end. */
async function begin(tab: Session, url: string): Promise<void> {
  await tab.run(`void location.assign('${url}')`);
  await until('the element', () => tab.run<boolean>(`${CARD}?.state === 'loading'`).catch(() => false));
}

export class Ground {
  readonly #servers: readonly Listening[];
  readonly shop: Listening;
  readonly fields: Listening;
  readonly sandbox: Sandbox;
  #page: Page = {};
  readonly asked: string[] = [];

  private constructor(shop: Listening, fields: Listening, gateway: Listening) {
    this.#servers = [shop, fields, gateway];
    this.shop = shop;
    this.fields = fields;
    this.sandbox = createSandbox({ ...SANDBOX_SHOP, gatewayOrigin: gateway.origin, acsOrigin: gateway.origin });
    gateway.serve(this.sandbox.gateway.fetch);
    const { app } = createFields(gateway.origin, { hosts: GATEWAY_HOSTS });
    fields.serve(async (request) => {
      const { pathname } = new URL(request.url);
      this.asked.push(pathname);
      if (this.#page.missing === pathname) return new Response('', { status: 404, headers: { 'access-control-allow-origin': '*' } });
      const { late, shut, isElsewhere } = this.#page;
      const delay = late?.[pathname];
      if (delay) await (delay === Infinity ? new Promise(() => undefined) : pause(delay));
      const answer = await app.fetch(request);
      const sent = new Response(answer.body, answer);
      if (shut === pathname) sent.headers.delete('access-control-allow-origin');
      if (isElsewhere) sent.headers.delete('content-security-policy'); // it lets pages of this machine in
      return sent;
    });
    shop.serve(async (request) => {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith('/hosted/')) return app.fetch(new Request(`${fields.origin}${pathname}`));
      if (pathname !== '/') return new Response('', { status: 404 });
      return new Response(this.#html(), { headers: { 'content-type': 'text/html; charset=utf-8', ...this.#page.headers } });
    });
  }

  static async open(): Promise<Ground> {
    return new Ground(await listen('shop'), await listen('fields'), await listen('gateway'));
  }

  async close(): Promise<void> {
    await Promise.all(this.#servers.map((server) => server.close()));
  }

  async visit(tab: Pick<Session, 'goto'>, page: Page = {}): Promise<void> {
    this.#page = page;
    this.asked.length = 0;
    this.sandbox.faults.reset();
    const address = `${this.shop.origin}/${page.query ?? ''}`;
    await tab.goto(page.isElsewhere ? elsewhere(address) : address);
  }

  /**
   * Opens the page and asks the element, until it says what is expected or for so long that it will not: on a machine with much to do a
   * file that is late looks like one that is missing.
   */
  async diagnose(tab: Session, page: Page, isExpected: (findings: readonly Finding[]) => boolean): Promise<readonly Finding[]> {
    await this.visit(Object.values(page.late ?? {}).includes(Infinity) ? { goto: (url) => begin(tab, url) } : tab, page);
    await page.act?.(tab);
    let findings: readonly Finding[] = [];
    await until('what is expected', async () => {
      findings = await ask(tab, page.late !== undefined);
      return isExpected(findings);
    }, 15_000).catch(() => undefined); // the test says what is wrong
    return findings;
  }

  #html(): string {
    const { html = 'lang="en"', form = 'method="post"', card = 'name="token"', head = '', style = '', inForm = '' } = this.#page;
    const { button = '', isElsewhere, viewport = '<meta name="viewport" content="width=device-width, initial-scale=1">' } = this.#page;
    const base = card.includes('environment=') ? card : `${card} environment="test"`;
    const element = `<shoji-card ${base.includes('shop-id') ? base : `${base} shop-id="${SANDBOX_SHOP.shopId}"`}></shoji-card>`;
    return `<!doctype html>
<html ${html}>
  <head>
    <meta charset="utf-8"><title>Checkout</title>${viewport}
    <link rel="icon" href="data:,">
    <style>${style}</style>
    ${head}
    <script src="${isElsewhere ? elsewhere(this.fields.origin) : this.fields.origin}/shoji-card.js" crossorigin="anonymous"></script>
  </head>
  <body><main><h1>Checkout</h1>${inForm === null ? element : `<form ${form}>${inForm}${element}<button ${button}>Pay</button></form>`}</main></body>
</html>`;
  }
}
