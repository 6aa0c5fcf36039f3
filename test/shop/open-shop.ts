/** A shop with a fake gateway, a clock that the test sets, and a database that is thrown away. */
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { describe, it } from 'node:test';
import { randomBytes } from 'node:crypto';
import { type Database, openDatabase } from '../../demo/storefront/database.ts';
import { createStorefront, type Storefront, type StorefrontOptions } from '../../demo/storefront/storefront.ts';
import { freshDataDirectory } from './fresh-database.ts';
import { FakeGateway } from './fake-gateway.ts';
import { Shopper } from './shopper.ts';

export interface Ground {
  readonly name: string;
  /** The name says why. */
  readonly skip: boolean;
  make(): Promise<{ readonly options: { databaseUrl?: string; dataDirectory: string }; readonly remove: () => Promise<void> }>;
}

const url = process.env.DATABASE_URL;

const grounds: readonly Ground[] = [
  {
    name: 'PGlite',
    skip: false,
    async make() {
      const dataDirectory = await freshDataDirectory();
      const remove = () => {
        rmSync(dataDirectory, { recursive: true, force: true });
        return Promise.resolve();
      };
      return { options: { dataDirectory }, remove };
    },
  },
  {
    name: url ? 'PostgreSQL' : 'PostgreSQL (skipped: DATABASE_URL is not set)',
    skip: !url,
    async make() {
      if (!url) throw new Error('DATABASE_URL is not set');
      const { default: postgres } = await import('pg');
      const schema = `shop_${randomBytes(6).toString('hex')}`;
      const client = new postgres.Client({ connectionString: url });
      await client.connect();
      await client.query(`create schema ${schema}`);
      const databaseUrl = `${url}${url.includes('?') ? '&' : '?'}options=-c%20search_path%3D${schema}`;
      return {
        options: { databaseUrl, dataDirectory: '' },
        async remove() {
          await client.query(`drop schema ${schema} cascade`);
          await client.end();
        },
      };
    },
  },
];

/** The same tests on every database; one that is not there is counted as one skipped test. */
export function onEveryGround(title: string, tests: (ground: Ground) => void): void {
  for (const ground of grounds) {
    if (ground.skip) it(`${title}: ${ground.name}`, { skip: true }, () => assert.fail('not to be run'));
    else
      describe(`${title}: ${ground.name}`, () => {
        tests(ground);
      });
  }
}

export interface OpenShop {
  readonly gateway: FakeGateway;
  readonly shop: Storefront;
  readonly options: StorefrontOptions;
  /** Milliseconds by which the shop's clock is ahead. */
  readonly clock: { ahead: number };
  shopper(): Shopper;
  /** The shop stops and another one starts over the same database. */
  reopen(): Promise<void>;
  close(): Promise<void>;
}

export async function openShop(ground: Ground, more: Partial<StorefrontOptions> = {}): Promise<OpenShop> {
  const gateway = new FakeGateway();
  const gatewayUrl = await gateway.start();
  const { options: place, remove } = await ground.make();
  const clock = { ahead: 0 };
  const options: StorefrontOptions = {
    fieldsUrl: 'https://fields.example',
    gatewayUrl,
    gatewayOrigin: 'https://gateway.example',
    shopOrigin: 'https://shop.example',
    shopId: 'tshop00000001',
    shopPass: 'shoppass01',
    siteId: 'tsite00000001',
    sitePass: 'sitepass01',
    environment: 'test',
    now: () => new Date(Date.now() + clock.ahead),
    deadline: 400,
    quietPeriod: 30_000,
    ...place,
    ...more,
  };
  let shop = await createStorefront(options);
  return {
    gateway,
    options,
    clock,
    get shop() {
      return shop;
    },
    shopper: () => new Shopper(async (path, init) => shop.app.request(path, init)),
    async reopen() {
      await shop.close();
      shop = await createStorefront(options);
      await shop.recover();
    },
    async close() {
      await shop.close();
      await gateway.close();
      await remove();
    },
  };
}

export async function openEmptyDatabase(ground: Ground): Promise<{ database: Database; close: () => Promise<void> }> {
  const { options, remove } = await ground.make();
  const database = await openDatabase(options);
  return {
    database,
    async close() {
      await database.close();
      await remove();
    },
  };
}
