/**
 * One small interface over two databases: PGlite in a folder (nothing to install) or a PostgreSQL server. Both speak the
 * same SQL.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from './migrations.ts';

export type Row = Record<string, unknown>;

export interface Queries {
  readonly query: <Result = Row>(sql: string, parameters?: unknown[]) => Promise<Result[]>;
}

export interface Database extends Queries {
  /** Everything in `work`, or nothing. Keep calls to the gateway out of it: they are slow and cannot be rolled back. */
  transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

export async function openDatabase(options: { databaseUrl?: string | undefined; dataDirectory: string }): Promise<Database> {
  const database = options.databaseUrl ? await openPostgres(options.databaseUrl) : await openFolder(options.dataDirectory);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

async function openPostgres(connectionString: string): Promise<Database> {
  const { default: postgres } = await import('pg');
  const pool = new postgres.Pool({ connectionString, max: 8 });
  // An idle connection that breaks is replaced by the pool; without a listener the event would end the process.
  pool.on('error', () => undefined);
  return {
    query: async <Result>(sql: string, parameters: unknown[] = []) => (await pool.query(sql, parameters)).rows as Result[],
    async transaction(work) {
      const client = await pool.connect();
      try {
        await client.query('begin');
        const result = await work({
          query: async <Row>(sql: string, parameters: unknown[] = []) => (await client.query(sql, parameters)).rows as Row[],
        });
        await client.query('commit');
        client.release();
        return result;
      } catch (error) {
        await client.query('rollback').then(
          () => {
            client.release();
          },
          () => {
            client.release(true);
          },
        );
        throw error;
      }
    },
    close: () => pool.end(),
  };
}

async function openFolder(folder: string): Promise<Database> {
  const release = lock(folder);
  const { PGlite } = await import('@electric-sql/pglite');
  const lite = await PGlite.create(join(folder, 'database'));
  return {
    query: async <Result>(sql: string, parameters: unknown[] = []) => (await lite.query<Result>(sql, parameters)).rows,
    transaction: (work) =>
      lite.transaction((inner) =>
        work({ query: async <Row>(sql: string, parameters: unknown[] = []) => (await inner.query<Row>(sql, parameters)).rows }),
      ),
    async close() {
      await lite.close();
      release();
    },
  };
}

/**
 * Two processes in one PGlite folder would destroy it. The file of a killed process names a process that is gone, and is
 * taken over.
 */
function lock(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'process-id');
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch {
    const owner = Number(readFileSync(file, 'utf8'));
    if (owner !== process.pid && isRunning(owner)) throw new Error(`${folder} is in use by process ${String(owner)}`);
    writeFileSync(file, String(process.pid));
  }
  return () => {
    rmSync(file, { force: true });
  };
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function migrate(database: Database): Promise<void> {
  await database.transaction(async ({ query }) => {
    // Servers that start together queue here, so that each step is applied once.
    await query('select pg_advisory_xact_lock(7020)');
    await query(
      'create table if not exists schema_version (version integer primary key, applied_at timestamptz not null default now())',
    );
    const [row] = await query<{ version: number | null }>('select max(version) as version from schema_version');
    const done = row?.version ?? 0;
    for (const [index, statements] of migrations.entries()) {
      if (index < done) continue;
      for (const statement of statements) await query(statement);
      await query('insert into schema_version (version) values ($1)', [index + 1]);
    }
  });
}

/** Class 23505 of the SQL standard: another row holds the unique key. */
export const isUniqueViolation = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === '23505';
