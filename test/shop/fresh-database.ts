/**
 * A PGlite folder with an empty database. Making one (initdb) takes many times longer than copying one, so the first is kept in
 * node_modules/.cache and copied by every later test, in whatever process.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const { version } = JSON.parse(readFileSync(join(modules, '@electric-sql/pglite/package.json'), 'utf8')) as { version: string };
const kept = join(modules, '.cache', `empty-database-${version}`);
/** A maker that takes longer than this was stopped half-way. */
const PATIENCE = 180_000;

/** A data directory for the shop, in which its database is there already, empty. */
export async function freshDataDirectory(): Promise<string> {
  await keepOne();
  const directory = mkdtempSync(join(tmpdir(), 'shop-'));
  cpSync(kept, join(directory, 'database'), { recursive: true });
  return directory;
}

async function keepOne(): Promise<void> {
  const making = `${kept}.making`;
  mkdirSync(join(modules, '.cache'), { recursive: true });
  while (!existsSync(kept)) {
    try {
      mkdirSync(making);
    } catch {
      if (Date.now() - (statSync(making, { throwIfNoEntry: false })?.ctimeMs ?? Date.now()) > PATIENCE) {
        rmSync(making, { recursive: true, force: true });
      }
      await pause(50);
      continue;
    }
    const lite = await PGlite.create(join(making, 'database'));
    await lite.close();
    renameSync(join(making, 'database'), kept);
    rmSync(making, { recursive: true, force: true });
  }
}
