/**
 * How long RFM takes inside Neo4j against taking the orders out, grading them here and writing back, in one run; and
 * what an order costs more for moving its customer's grades at once: `npm run bench -- rfm --customers 40000 --orders
 * 10`.
 */
import { parseArgs } from 'node:util';
import neo4j, { type Record as Row } from 'neo4j-driver';
import { z } from 'zod';
import type { CliContext } from '../../src/cli/context.js';
import type { Graph } from '../../src/graph/graph.js';
import { intakeRows } from '../../src/intake/index.js';
import { checked } from '../../src/kernel/checked.js';
import { DAY_MS } from '../../src/kernel/clock.js';
import type { Services } from '../../src/security/services.js';
import { type Grade, type Grades, gradeOf, levelOf, quintileCuts } from '../../src/value/rfm/rfm.js';
import { rescoreRfm } from '../../src/value/rfm/rfm.service.js';
import { segmentOf } from '../../src/value/rfm/segment-sets.js';
import { withBenchDatabase } from '../database.js';
import { median, quantile } from '../timing.js';

const bounds = z.object({
  customers: z.coerce.number().int().min(1000).max(1_000_000).default(40_000),
  orders: z.coerce.number().int().min(1).max(50).default(10),
  singles: z.coerce.number().int().min(20).max(5000).default(200),
});
type Size = z.output<typeof bounds>;
const WEIGHTS = { recency: 1, frequency: 1, monetary: 1 };

export async function run(args: string[], context: CliContext): Promise<void> {
  const options = { customers: { type: 'string' }, orders: { type: 'string' }, singles: { type: 'string' } } as const;
  const size = checked(bounds, parseArgs({ args, options }).values, 'bench rfm');
  await withBenchDatabase(context, async (services) => {
    const placed = await fill(services.graph, size);
    context.out(`${size.customers} customers, ${placed} orders`);
    const before = await orderCosts(services, size, 'a');
    const first = await seconds(() => rescoreRfm(services));
    const again = await seconds(() => rescoreRfm(services));
    const outside = await seconds(() => gradedOutside(services.graph));
    context.out(`inside: first ${first.toFixed(2)} s, again ${again.toFixed(2)} s`);
    context.out(`taken out by the driver, graded here and written back: ${outside.toFixed(2)} s`);
    context.out(`ratio first/outside ${(first / outside).toFixed(2)}, again/outside ${(again / outside).toFixed(2)}`);
    const after = await orderCosts(services, size, 'b');
    const more = median(after) - median(before);
    const p95 = [quantile(before, 0.95), quantile(after, 0.95)].map((ms) => ms.toFixed(1)).join(' → ');
    const medians = [median(before), median(after)].map((ms) => ms.toFixed(1)).join(' → ');
    context.out(`an order alone, ms: median ${medians} (${more.toFixed(1)} more), p95 ${p95}`);
  });
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

/** What a user would do without the product: all orders over Bolt, graded in memory, grades written back in batches. */
async function gradedOutside({ driver, database }: Graph): Promise<void> {
  const now = Date.now();
  const { records } = await driver.executeQuery(
    `MATCH (c:Profiled)-[:PLACED]->(o:Order) WHERE o.refundedAt IS NULL AND o.at >= datetime() - duration({months: 12})
     RETURN c.id AS id, o.at.epochMillis AS at, o.amountMinor AS amount`,
    {},
    { database, routing: 'READ' },
  );
  const figures = figuresOf(records);
  const days = (lastAt: number) => Math.floor((now - lastAt) / DAY_MS);
  const all = [...figures.values()];
  const cuts = [
    quintileCuts(all.map((f) => days(f.lastAt))),
    quintileCuts(all.map((f) => f.orders)),
    quintileCuts(all.map((f) => f.spend)),
  ];
  const rows = [...figures].map(([id, { lastAt, orders, spend }]) => {
    const recency = (6 - gradeOf(days(lastAt), cuts[0]!)) as Grade;
    const grades: Grades = [recency, gradeOf(orders, cuts[1]!), gradeOf(spend, cuts[2]!)];
    const [r, f, m] = grades.map((grade) => neo4j.int(grade));
    return { id, r, f, m, level: neo4j.int(levelOf(grades, WEIGHTS)), segment: segmentOf(grades) };
  });
  for (let from = 0; from < rows.length; from += 5_000)
    await driver.executeQuery(
      `UNWIND $rows AS row MATCH (c:Customer {id: row.id})
       SET c.outsideR = row.r, c.outsideF = row.f, c.outsideM = row.m, c.outsideLevel = row.level, c.outsideSegment = row.segment
       WITH c, row OPTIONAL MATCH (c)-[old:OUTSIDE]->() DELETE old
       WITH DISTINCT c, row MATCH (s:Segment {id: row.segment}) CREATE (c)-[:OUTSIDE]->(s)`,
      { rows: rows.slice(from, from + 5_000) },
      { database },
    );
}

function figuresOf(records: readonly Row[]) {
  const figures = new Map<string, { lastAt: number; orders: number; spend: number }>();
  for (const record of records) {
    const id = record.get('id') as string;
    const [at, amount] = [Number(record.get('at')), Number(record.get('amount'))];
    const known = figures.get(id) ?? { lastAt: 0, orders: 0, spend: 0 };
    figures.set(id, { lastAt: Math.max(known.lastAt, at), orders: known.orders + 1, spend: known.spend + amount });
  }
  return figures;
}
