/**
 * How long a segment of three conditions, one a graph fact, takes the first time and after 1,000 changes, and how long
 * it takes to see who of it may be contacted: `npm run bench -- segments --customers 1000000`.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { audiencePreview } from '../../src/campaigns/index.js';
import type { CliContext } from '../../src/cli/context.js';
import { withServices } from '../../src/cli/session.js';
import { checked } from '../../src/kernel/checked.js';
import { fixedClock } from '../../src/kernel/clock.js';
import type { Services } from '../../src/security/services.js';
import { archiveSegment, refreshSegments, saveSegment } from '../../src/value/index.js';
import { inOwnHome, loadBulkWorld, someone } from '../graph/bulk-world.js';

const bounds = z.object({
  customers: z.coerce.number().int().min(300).max(10_000_000).default(100_000),
  changes: z.coerce.number().int().min(1).max(100_000).default(1000),
});

/** Bought twice in a year, three times ever, and has a close tie who bought in the last 60 days. */
export const RULE = {
  all: [
    { ordered: { days: 365, atLeast: 2 } },
    { property: { name: 'orders', atLeast: 3 } },
    { closeTie: { closenessAtLeast: 0.5, ordered: { days: 60 } } },
  ],
};

/**
 * The bulk world has no orders and no consents: up to five orders each over 18 months, and consent to marketing of
 * seven in ten.
 */
export async function trade({ graph }: Services): Promise<void> {
  const run = (text: string) => graph.driver.session({ database: graph.database }).run(text);
  const { records } = await run('RETURN EXISTS { MATCH (:Order) } AS there');
  if (records[0]!.get('there')) return;
  await run(`MATCH (c:Customer)
    CALL (c) {
      UNWIND range(1, toInteger(rand() * 6)) AS n
      CREATE (c)-[:PLACED]->(:Order {id: c.id + '-' + n, amountMinor: toInteger(1000 + rand() * 50000), currency: 'CNY',
        at: datetime('2026-11-01') - duration({hours: toInteger(rand() * 13000)})})
    } IN TRANSACTIONS OF 10000 ROWS`);
  await run(`MATCH (c:Customer) CALL (c) {
      OPTIONAL MATCH (c)-[:PLACED]->(o:Order)
      WITH c, count(o) AS orders, max(o.at) AS last
      SET c.orders = orders, c.lastOrderAt = last
    } IN TRANSACTIONS OF 10000 ROWS`);
  await run(`MATCH (p:Purpose {id: 'marketing'}) MATCH (c:Customer) WHERE rand() < 0.7
    CALL (c, p) { CREATE (c)-[:CONSENTS_TO {key: c.id + '|marketing|ALL', channel: 'ALL', since: datetime('2026-01-01')}]->(p) }
    IN TRANSACTIONS OF 10000 ROWS`);
}

/** The made world ends at some day; the segment is told as of then. */
async function lastDay({ graph }: Services): Promise<string> {
  const asked = 'MATCH (o:Order) RETURN toString(max(o.at)) AS last';
  const { records } = await graph.driver.executeQuery(asked, {}, { database: graph.database });
  return String(records[0]!.get('last'));
}

/** One new order for each of so many customers, written as the intake writes it. */
async function change({ graph, clock }: Services, ids: readonly string[]): Promise<void> {
  const at = clock.now().getTime() - 60_000;
  const run = Date.now();
  await graph.write('intake/steps/orders-new', {
    customers: ids.map((customerId, n) => ({
      ...{ customerId, orders: 1, spendMinor: 1000, from: n, to: n + 1 },
      ...{ firstAt: new Date(at), lastAt: new Date(at) },
    })),
    orders: ids.map((_, n) => ({ id: `bench-${run}-${n}`, amountMinor: 1000, currency: 'CNY', at: new Date(at) })),
  } as never);
}

/** A segment made, refreshed with nothing changed, and refreshed after changes. */
export async function run(args: string[], given: CliContext): Promise<void> {
  const { values } = parseArgs({ args, options: { customers: { type: 'string' }, changes: { type: 'string' } } });
  const { customers, changes } = checked(bounds, values, 'bench segments');
  const context = inOwnHome(given);
  if (context.config.NEO4J_URI === undefined) await loadBulkWorld(context, customers);
  await withServices(context, async (given) => {
    await trade(given);
    const services = { ...given, clock: fixedClock(await lastDay(given)) };
    const id = `bench-${Date.now()}`;
    const said = async (what: string, work: () => Promise<string>) => {
      const started = performance.now();
      const told = await work();
      context.out(`${what.padEnd(34)} ${((performance.now() - started) / 1000).toFixed(2).padStart(7)} s  ${told}`);
    };
    const members = async () => {
      const saved = await saveSegment(services, { id, name: id, rule: RULE });
      return `${saved.customers} of ${customers} customers`;
    };
    const refreshed = async () => {
      const one = (await refreshSegments(services)).find(({ segment }) => segment === id)!;
      return `looked at ${one.looked ?? 'everybody'}, ${one.entered} entered, ${one.left} left`;
    };
    await said('first time', members);
    await said('what the import changed', refreshed);
    await said('nothing changed', refreshed);
    for (const round of [1, 2, 3]) {
      await change(services, await someone(services, changes));
      await said(`after ${changes} changes, time ${round}`, refreshed);
    }
    for (const round of [1, 2, 3])
      await said(`who may be contacted, time ${round}`, async () => {
        const asked = { segment: id, purpose: 'marketing', channel: 'SMS', sample: 10 } as const;
        const { inSegment, mayBeContacted } = await audiencePreview(services, asked);
        return `${mayBeContacted} of ${inSegment}`;
      });
    await archiveSegment(services, id);
  });
}
