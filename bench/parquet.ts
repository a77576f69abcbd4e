import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { CliContext } from '../src/cli/context.js';
import type { RunningDatabase } from '../src/database/running.js';
import { checked } from '../src/kernel/checked.js';
import { AppError } from '../src/kernel/error.js';
import { packageRoot } from '../src/kernel/root.js';
import type { Services } from '../src/security/services.js';
import { withBenchDatabase } from './database.js';

const bounds = z.object({
  customers: z.coerce.number().int().min(1000).max(2_000_000).default(100_000),
  /** A Python with neo4j, pandas and pyarrow; the usual way is left out where none is named. */
  python: z.string().optional(),
});

const PEOPLE = `UNWIND range($from, $until) AS n
  CREATE (:Customer:Profiled {id: 'P' + right('000000000' + n, 9), alias: 'P-' + n, city: 'Xian', region: 'West', ageBand: '25-34',
    tier: 'GOLD', joinedAt: datetime('2026-01-01'), orders: n % 20, spendMinor: n * 7, firstOrderAt: datetime('2026-01-02'),
    lastOrderAt: datetime('2026-02-02'), degree: toFloat(n % 50), pageRank: 1.0 / (n + 1), betweenness: 0.001, clustering: 0.2,
    influence: n % 100 / 1.0, communityId: 'k-' + n % 500, roles: ['KOC'], recency: n % 5 + 1, frequency: n % 5 + 1,
    monetary: n % 5 + 1, rfmLevel: n % 5 + 1, rfmSegment: 'rfm:loyal', clvMinor: n * 3.5, lifecycle: 'stable'})`;

const USUAL = `import sys, resource, neo4j, pandas
driver = neo4j.GraphDatabase.driver(sys.argv[1], auth=(sys.argv[2], sys.argv[3]), notifications_min_severity='OFF')
records, _, keys = driver.execute_query(open(sys.argv[4]).read(), {'afterCustomerId': '', 'limit': 10**9})
frame = pandas.DataFrame([record.values() for record in records], columns=keys)
frame = frame.map(lambda value: value.to_native() if hasattr(value, 'to_native') else value)
frame.to_parquet(sys.argv[5])`;

interface Measured {
  readonly seconds: number;
  readonly megabytes: number;
}

/**
 * `npm run bench -- parquet --customers 1000000`: all scored customers as a Parquet file by the command, its time and
 * peak memory, and with `--python` the same by the driver, pandas and pyarrow.
 */
export async function run(args: string[], context: CliContext): Promise<void> {
  const options = { customers: { type: 'string' }, python: { type: 'string' } } as const;
  const { customers, python } = checked(bounds, parseArgs({ args, options }).values, 'bench parquet');
  await withBenchDatabase(context, async (services, database) => {
    await fill(services, customers);
    const folder = mkdtempSync(join(tmpdir(), 'guanxi-parquet-'));
    try {
      const ours = await byCommand(database, join(folder, 'ours.parquet'));
      tell(context, 'guanxi cypher run --format parquet', ours, join(folder, 'ours.parquet'));
      if (python === undefined) return;
      const usual = await byPython(database, python, join(folder, 'usual.parquet'));
      tell(context, 'driver, pandas, pyarrow', usual, join(folder, 'usual.parquet'));
      context.out(`${(ours.seconds / usual.seconds).toFixed(2)} of the time of the usual way`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

async function fill({ graph }: Services, customers: number): Promise<void> {
  for (let from = 1; from <= customers; from += 20_000)
    await graph.driver.executeQuery(
      PEOPLE.replace('$from', String(from)).replace('$until', String(Math.min(customers, from + 19_999))),
      {},
      { database: graph.database },
    );
}

function byCommand({ uri, user, password }: RunningDatabase, out: string): Promise<Measured> {
  const words = ['cypher', 'run', 'scores/scored-customers', '--format', 'parquet', '--out', out];
  const env = { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
  return measured(process.execPath, [join(packageRoot, 'bin', 'guanxi.mjs'), ...words], env);
}

function byPython({ uri, user, password }: RunningDatabase, python: string, out: string): Promise<Measured> {
  const file = join(packageRoot, 'cypher', 'scores', 'scored-customers.cypher');
  return measured(python, ['-c', USUAL, uri, user, password, file, out], process.env);
}

/** Time and peak memory of a program, as Linux tells it while it runs. */
async function measured(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Measured> {
  const started = performance.now();
  const child = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, peakOf(child.pid!))), 50);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new AppError('SETUP', `${program} ended with ${code}`, 'read what it said above');
  return { seconds: (performance.now() - started) / 1000, megabytes: peak / 1024 };
}

/** KiB, 0 once it has ended. */
function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

function tell({ out }: CliContext, what: string, { seconds, megabytes }: Measured, file: string): void {
  const size = (statSync(file).size / 1e6).toFixed(1);
  out(`${what}: ${seconds.toFixed(1)} s, peak ${megabytes.toFixed(0)} MB, file ${size} MB`);
}
