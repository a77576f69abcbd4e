import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bulkFiles, lastDay, writeWorld } from '../../seed/world/index.js';
import type { CliContext } from '../../src/cli/context.js';
import { localTools } from '../../src/database/ensure.js';
import { offlineImport } from '../../src/database/local/bulk-import.js';
import { systemClock } from '../../src/kernel/clock.js';
import type { Services } from '../../src/security/services.js';

/** The benchmark's database is its own: nothing of the product's is touched. */
export function inOwnHome({ config, out, err }: CliContext): CliContext {
  return { config: { ...config, GUANXI_DB: 'local', GUANXI_HOME: join(config.GUANXI_HOME, 'bench') }, out, err };
}

/** Fills the benchmark's database, unless it holds a network of that size already; `fresh` fills it anew even then. */
export async function loadBulkWorld(
  { config, err }: CliContext,
  customers: number,
  { fresh = false } = {},
): Promise<void> {
  const loaded = join(config.GUANXI_HOME, 'loaded');
  if (!fresh && existsSync(loaded) && readFileSync(loaded, 'utf8') === String(customers)) return;
  rmSync(loaded, { force: true });
  const folder = join(config.GUANXI_HOME, `world-${customers}`);
  const world = await writeWorld({
    customers,
    out: folder,
    until: lastDay(systemClock.now(), config.TIME_ZONE),
    format: 'bulk',
  });
  err(said('world', world.seconds, `${customers.toLocaleString('en-US')} customers`));
  const tools = await localTools(config, process.env, err);
  const started = performance.now();
  await offlineImport(tools, await bulkFiles(folder));
  err(said('bulk import', (performance.now() - started) / 1000));
  rmSync(folder, { recursive: true });
  writeFileSync(loaded, String(customers));
}

/** Ids of so many consenting customers who know somebody, drawn anew each time. */
export async function someone({ graph }: Services, count: number): Promise<string[]> {
  const { records } = await graph.driver.executeQuery(
    'MATCH (c:Profiled)-[:KNOWS]-() WITH DISTINCT c.id AS id, rand() AS r ORDER BY r LIMIT toInteger($count) RETURN id',
    { count },
    { database: graph.database },
  );
  return records.map((r) => r.get('id') as string);
}

function said(step: string, seconds: number, detail = ''): string {
  return `${step.padEnd(14)} ${seconds.toFixed(1).padStart(6)} s  ${detail}`.trimEnd();
}
