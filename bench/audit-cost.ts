import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { CliContext } from '../src/cli/context.js';
import { customer360 } from '../src/insight/index.js';
import { checked } from '../src/kernel/checked.js';
import { seededRandom } from '../src/kernel/random.js';
import type { Services } from '../src/kernel/services.js';
import { personalFields, recordAudit } from '../src/privacy/index.js';
import { withBenchDatabase } from './database.js';

const bounds = z.object({
  customers: z.coerce.number().int().min(100).max(100_000).default(2000),
  reads: z.coerce.number().int().min(50).max(100_000).default(400),
  rounds: z.coerce.number().int().min(1).max(20).default(3),
  clients: z.coerce.number().int().min(1).max(64).default(8),
});

type Settings = z.output<typeof bounds>;

/**
 * `npm run bench -- audit-cost`: customer360 with an opened name, with its audit entry and without (by a role that opens nothing, which does
 * the same reads and the same unsealing); taking turns, with one client and with several.
 */
export async function run(args: string[], context: CliContext): Promise<void> {
  const text = { type: 'string' } as const;
  const options = { customers: text, reads: text, rounds: text, clients: text };
  const settings = checked(bounds, parseArgs({ args, options }).values, 'bench audit-cost');
  await withBenchDatabase(context, async (services) => {
    await fill(services, settings.customers);
    await recordAudit(services, { action: 'OPENED', count: 1 });
    for (const clients of new Set([1, settings.clients])) await compare(services, { ...settings, clients }, context);
  });
}

async function fill({ graph, vault }: Services, customers: number): Promise<void> {
  const rows = Array.from({ length: customers }, (_, at) => {
    const { key, wrapped } = vault.newKey();
    return { id: `p${at}`, wrapped, name: vault.seal(key, 'name', `Nobody ${at}`) };
  });
  await graph.driver.executeQuery(
    `UNWIND $rows AS row
     CREATE (c:Customer:Profiled {id: row.id, alias: row.id, keyWrapped: row.wrapped, nameSealed: row.name, orders: 3, spendMinor: 1000})
     WITH c UNWIND range(1, 5) AS n CREATE (c)-[:PLACED]->(:Order {id: c.id + '|' + n, amountMinor: n * 100, currency: 'CNY', at: datetime('2025-01-01')})`,
    { rows },
    { database: graph.database },
  );
  await graph.driver.executeQuery(
    `MATCH (a:Customer) WITH collect(a) AS all UNWIND range(0, size(all) - 1) AS at UNWIND range(1, 10) AS step
     WITH all[at] AS a, all[(at + step) % size(all)] AS b
     CREATE (a)-[:KNOWS {pair: a.id + '|' + b.id, closeness: 0.5, kinds: ['WORK']}]->(b)`,
    {},
    { database: graph.database },
  );
}

async function compare(services: Services, settings: Settings, { out }: CliContext): Promise<void> {
  const ways = { without: as(services, 'analyst'), with: as(services, 'admin') };
  const times = { without: [] as number[], with: [] as number[] };
  for (const way of ['without', 'with'] as const) await timed(ways[way], { ...settings, reads: 100 }, 0);
  for (let round = 1; round <= settings.rounds; round += 1)
    for (const way of ['without', 'with'] as const) times[way].push(...(await timed(ways[way], settings, round)));
  const p50 = { without: median(times.without), with: median(times.with) };
  const more = (100 * (p50.with / p50.without - 1)).toFixed(1);
  out(
    `${settings.clients} clients: customer360 p50 ${p50.without.toFixed(2)} ms without, ${p50.with.toFixed(2)} ms with its audit entry: ${more} % more`,
  );
}

function as(services: Services, role: 'analyst' | 'admin'): Services {
  return { ...services, viewer: { id: `bench-${role}`, role } };
}

async function timed(services: Services, { customers, reads, clients }: Settings, seed: number): Promise<number[]> {
  const random = seededRandom(seed);
  const times: number[] = [];
  let left = reads;
  const client = async () => {
    while (left > 0) {
      left -= 1;
      const id = `p${Math.floor(random.next() * customers)}`;
      const started = performance.now();
      await Promise.all([
        customer360(services, { id, ties: 20, latest: 10 }),
        personalFields(services, [id], ['name']),
      ]);
      times.push(performance.now() - started);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return times;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}
