/**
 * How long RFM takes inside Neo4j against the usual way round in the same run: orders out by the fastest driver, DuckDB
 * on them, grades written back (rfm-outside.py). And what an order costs more for moving its customer's grades at once.
 * `npm run bench -- rfm --customers 1000000 --orders 10`; `singles` orders come one by one.
 */
import { parseArgs } from 'node:util';
import neo4j from 'neo4j-driver';
import { z } from 'zod';
import type { CliContext } from '../../src/cli/context.js';
import { machineMemory, sizeMemory } from '../../src/database/memory.js';
import type { Graph } from '../../src/graph/graph.js';
import { intakeRows } from '../../src/intake/index.js';
import { checked } from '../../src/kernel/checked.js';
import type { Services } from '../../src/security/services.js';
import { EQUAL_WEIGHTS, GRADE_TABLE, levelOf } from '../../src/value/rfm/rfm.js';
import { rescoreRfm } from '../../src/value/rfm/rfm.service.js';
import { segmentOf } from '../../src/value/rfm/segment-sets.js';
import { withBenchDatabase } from '../database.js';
import { askPython, makeVenv, toReach } from '../python.js';
import { median, quantile } from '../timing.js';

const bounds = z.object({
  customers: z.coerce.number().int().min(1000).max(1_000_000).default(40_000),
  orders: z.coerce.number().int().min(1).max(50).default(10),
  singles: z.coerce.number().int().min(20).max(5000).default(200),
});
type Size = z.output<typeof bounds>;
const PACKAGES = ['duckdb', 'pyarrow', 'numpy', 'neo4j', 'neo4j-rust-ext'];

interface Outside {
  /** Seconds by step. */
  readonly seconds: Readonly<Record<string, number>>;
  readonly orders: number;
}

export async function run(args: string[], context: CliContext): Promise<void> {
  const options = { customers: { type: 'string' }, orders: { type: 'string' }, singles: { type: 'string' } } as const;
  const size = checked(bounds, parseArgs({ args, options }).values, 'bench rfm');
  const { config, out, err } = context;
  const python = await makeVenv({ folder: config.GUANXI_HOME, packages: PACKAGES, say: err });
  const memory = sizeMemory(machineMemory(), { heap: config.GUANXI_HEAP });
  await withBenchDatabase(context, async (services, database) => {
    const placed = await fill(services.graph, size);
    out(`${size.customers} customers, ${placed} orders, heap ${memory.heapMb} MB, page cache ${memory.pageCacheMb} MB`);
    const before = await orderCosts(services, size, 'a');
    const first = await seconds(() => rescoreRfm(services, { currency: 'CNY' }));
    const again = await seconds(() => rescoreRfm(services, { currency: 'CNY' }));
    out(`inside: first ${first.toFixed(2)} s, again ${again.toFixed(2)} s`);
    const outside = await askPython<Outside>(python, 'value/rfm-outside.py', { ...toReach(database), ...tables() });
    const whole = Object.values(outside.seconds).reduce((sum, part) => sum + part, 0);
    const parts = Object.entries(outside.seconds).map(([step, part]) => `${step} ${part.toFixed(2)} s`);
    out(`outside: ${whole.toFixed(2)} s (${parts.join(', ')}; ${outside.orders} orders)`);
    out(`ratio first/outside ${(first / whole).toFixed(2)}, again/outside ${(again / whole).toFixed(2)}`);
    const after = await orderCosts(services, size, 'b');
    const more = median(after) - median(before);
    const p95 = [quantile(before, 0.95), quantile(after, 0.95)].map((ms) => ms.toFixed(1)).join(' → ');
    const medians = [median(before), median(after)].map((ms) => ms.toFixed(1)).join(' → ');
    out(`an order alone, ms: median ${medians} (${more.toFixed(1)} more), p95 ${p95}`);
  });
}

/** Segment and level of each triple of grades, so that both ways look them up alike. */
function tables(): Record<string, string> {
  return {
    SEGMENTS: GRADE_TABLE.map((grades) => segmentOf(grades)).join(),
    LEVELS: GRADE_TABLE.map((grades) => levelOf(grades, EQUAL_WEIGHTS)).join(),
  };
}

/** Customers with 1 to twice as many orders, over 18 months until now. Returns the orders. */
async function fill({ driver, database }: Graph, { customers, orders }: Size): Promise<number> {
  let placed = 0;
  for (let from = 0; from < customers; from += 2_000) {
    const { records } = await driver.executeQuery(
      `UNWIND range($from + 1, $to) AS n
       CREATE (c:Customer:Profiled {id: 'c' + n})
       WITH c, n, (n * 7919) % (2 * $orders - 1) + 1 AS count
       UNWIND range(1, count) AS k
       CREATE (c)-[:PLACED]->(:Order {id: c.id + '-' + k, currency: 'CNY', amountMinor: toInteger(rand() * 20000),
         at: datetime() - duration({seconds: toInteger(rand() * 47000000) + 60})})
       RETURN count(*) AS placed`,
      { from: neo4j.int(from), to: neo4j.int(Math.min(customers, from + 2_000)), orders: neo4j.int(orders) },
      { database },
    );
    placed += Number(records[0]!.get('placed'));
  }
  return placed;
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/** Milliseconds of orders that come one by one, each of another customer; the first tenth warms up. */
async function orderCosts(services: Services, { singles, customers }: Size, mark: string): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < singles; n += 1) {
    const customerId = `c${1 + ((n * 101) % customers)}`;
    const row = { id: `${mark}${n}`, customerId, at: new Date().toISOString(), amountMinor: 4200, currency: 'CNY' };
    const started = performance.now();
    await intakeRows(services, 'orders', [row]);
    times.push(performance.now() - started);
  }
  return times.slice(Math.ceil(singles / 10));
}
