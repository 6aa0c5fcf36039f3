/** The demo as a test needs it: every server on free ports, and the shop as a process of its own, so that it can be killed. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { serveDemo, type Demo } from '../../demo/serve.ts';
import { openDatabase } from '../../demo/storefront/database.ts';

const MAIN = fileURLToPath(new URL('../../demo/storefront/main.ts', import.meta.url));

export class Ground {
  readonly demo: Demo;
  readonly shopOrigin: string;
  /** Everything that the shop's process printed. */
  readonly log: string[] = [];
  readonly #data: string;
  #shop: ChildProcess | undefined;

  private constructor(demo: Demo, data: string) {
    this.demo = demo;
    this.shopOrigin = demo.shop.origin;
    this.#data = data;
  }

  static async open(): Promise<Ground> {
    const data = mkdtempSync(join(tmpdir(), 'shoji-storefront-'));
    const demo = await serveDemo({ dataDirectory: join(data, 'unused'), withShop: false });
    await demo.shop.close(); // its port goes to the process
    const ground = new Ground(demo, data);
    await ground.startShop();
    return ground;
  }

  async startShop(): Promise<void> {
    const { shop, fields, gateway, storefrontOptions } = this.demo;
    const { shopId, shopPass, siteId, sitePass } = storefrontOptions;
    const child = spawn(process.execPath, ['--import', 'tsx', MAIN], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        SHOP_PORT: String(shop.port),
        SHOP_ORIGIN: shop.origin,
        FIELDS_ORIGIN: fields.origin,
        GATEWAY_ORIGIN: gateway.origin,
        GMO_BASE_URL: gateway.loopback,
        GMO_SHOP_ID: shopId,
        GMO_SHOP_PASS: shopPass,
        GMO_SITE_ID: siteId,
        GMO_SITE_PASS: sitePass,
        GMO_ENVIRONMENT: 'test',
        SHOP_DATA: join(this.#data, 'shop'),
      },
    });
    this.#shop = child;
    const errors = createInterface({ input: child.stderr });
    errors.on('line', (line) => this.log.push(line));
    const lines = createInterface({ input: child.stdout });
    await new Promise<void>((resolve, reject) => {
      lines.on('line', (line) => {
        this.log.push(line);
        if (line === `shop ${shop.origin}`) resolve();
      });
      child.once('exit', (code) => {
        reject(new Error(`the shop ended with ${String(code)}: ${this.log.slice(-5).join('\n')}`));
      });
    });
  }

  /** As a power cut does. */
  async killShop(): Promise<void> {
    const shop = this.#shop;
    assert.ok(shop);
    shop.removeAllListeners('exit');
    const ended = once(shop, 'exit');
    shop.kill('SIGKILL');
    await ended;
    this.#shop = undefined;
  }

  /** Every file of the order database, as bytes: what was deleted may still stand there. */
  databaseBytes(): string {
    const folder = join(this.#data, 'shop');
    return readdirSync(folder, { recursive: true })
      .map((file) => join(folder, String(file)))
      .filter((file) => statSync(file).isFile())
      .map((file) => readFileSync(file, 'latin1'))
      .join('\n');
  }

  /** Every row of every table. Ends the shop. */
  async databaseRows(): Promise<string> {
    if (this.#shop) await this.killShop();
    const database = await openDatabase({ dataDirectory: join(this.#data, 'shop') });
    const tables = await database.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    );
    const rows: unknown[] = [];
    for (const { name } of tables) rows.push(...(await database.query(`select * from "${name}"`)));
    await database.close();
    return rows.map((row) => JSON.stringify(row)).join('\n');
  }

  /** What the gateway holds, oldest first. */
  get transactions() {
    return [...this.demo.sandbox.store.transactions.values()];
  }

  get charged() {
    return this.transactions.filter(({ status }) => status === 'CAPTURE' || status === 'AUTH' || status === 'SALES');
  }

  async close(): Promise<void> {
    if (this.#shop) await this.killShop();
    await this.demo.close();
    rmSync(this.#data, { recursive: true, force: true });
  }
}
