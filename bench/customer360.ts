/**
 * How long the whole view of one customer takes, over HTTP and GraphQL as an analyst: `npm run bench -- customer360
 * --customers 1000000`. With NEO4J_URI set it uses the network that is there.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { CliContext } from '../src/cli/context.js';
import { withServices } from '../src/cli/session.js';
import { checked } from '../src/kernel/checked.js';
import { inOwnHome, loadBulkWorld, someone } from './graph/bulk-world.js';
import { asking, withServer } from './served.js';
import { quantile, timed } from './timing.js';

const bounds = z.object({
  customers: z.coerce.number().int().min(300).max(10_000_000).default(100_000),
  reads: z.coerce.number().int().min(50).max(100_000).default(1000),
});

const QUERY = `query C($id: ID!) {
  customer360(id: $id, ties: 10, latest: 10) {
    alias city rfm { segment } totals { orders spendMinor } scores { influence degree betweenness } closestTies { customerId closeness kinds }
    customer { name phone }
  }
}`;

/** One question after the other about customers drawn at random. */
export async function run(args: string[], given: CliContext): Promise<void> {
  const { values } = parseArgs({ args, options: { customers: { type: 'string' }, reads: { type: 'string' } } });
  const { customers, reads } = checked(bounds, values, 'bench customer360');
  const context = inOwnHome(given);
  if (context.config.NEO4J_URI === undefined) await loadBulkWorld(context, customers);
  await withServices(context, async (services, { database }) => {
    const people = await someone(services, 2 * reads);
    await withServer(given, database, async (served) => {
      const ask = asking(served, QUERY, /"customer360":\{"alias"/);
      const load = { customers: people.length, reads, clients: 1 };
      const about = (customer: number) => ask(people[customer - 1]!);
      await timed(about, { ...load, reads: Math.ceil(reads / 5) }, 0);
      const times = await timed(about, load, 1);
      const at = (share: number) => quantile(times, share).toFixed(1);
      context.out(`customer360, ${reads} reads one by one: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`);
    });
  });
}
