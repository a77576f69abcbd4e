import { Agent, request } from 'node:http';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { CliContext } from '../src/cli/context.js';
import type { Graph } from '../src/graph/graph.js';
import { statementOf } from '../src/graph/library/library.js';
import { checked } from '../src/kernel/checked.js';
import { AppError } from '../src/kernel/error.js';
import { withBenchDatabase } from './database.js';
import { type Served, withServer } from './served.js';
import { type Load, quantile, timed } from './timing.js';

const bounds = z.object({
  customers: z.coerce.number().int().min(100).max(1_000_000).default(10_000),
  reads: z.coerce.number().int().min(100).max(1_000_000).default(3000),
  rounds: z.coerce.number().int().min(1).max(20).default(3),
});

type ReadOne = (id: string) => Promise<unknown>;

/** `npm run bench -- points`: one customer by id through GraphQL over HTTP, and by the same Cypher with the bare driver; taking turns, 1 and 16 clients. */
export async function run(args: string[], context: CliContext): Promise<void> {
  const options = { customers: { type: 'string' }, reads: { type: 'string' }, rounds: { type: 'string' } } as const;
  const settings = checked(bounds, parseArgs({ args, options }).values, 'bench points');
  await withBenchDatabase(context, async ({ graph }, database) => {
    await fill(graph, settings.customers);
    await withServer(context, database, async (served) => {
      const ways = { driver: bareRead(graph), graphql: graphqlRead(served) };
      await sameAnswer(ways, 'p1');
      for (const clients of [1, 16]) await compare(ways, { ...settings, clients }, context);
    });
  });
}

async function fill({ driver, database }: Graph, customers: number): Promise<void> {
  await driver.executeQuery(
    `UNWIND range(1, $customers) AS n
     CREATE (c:Customer {id: 'p' + n, alias: 'C-' + n, city: 'Chengdu', region: 'Sichuan', ageBand: '25-34', tier: 'gold', orders: n % 20,
       spendMinor: n * 10, influence: n % 100 * 1.0, degree: 5.0, communityId: 'k1', joinedAt: datetime('2025-01-01')})`,
    { customers },
    { database },
  );
  // Someone has every property that the statement reads: of one that nobody ever had, the database warns the bare driver with each answer.
  await driver.executeQuery(
    `CREATE (c:Customer {id: 'complete', gender: '', source: '', firstOrderAt: datetime('2025-01-01'), lastOrderAt: datetime('2025-01-01'),
       pageRank: 0.0, betweenness: 0.0, coreness: 0, triangles: 0, clustering: 0.0, component: 0, scoredBy: '', recency: 1, frequency: 1,
       monetary: 1, rfmLevel: 1, rfmSegment: '', rfmScoredAt: datetime('2025-01-01')})`,
    {},
    { database },
  );
}

/** The statement that `customer(id)` runs, in the way the driver's manual recommends. The server reads together what is asked together. */
function bareRead({ driver, database, library }: Graph): ReadOne {
  const { text } = statementOf(library, 'network/steps/ties/customer-points');
  return async (id) => {
    const { records } = await driver.executeQuery(text, { ids: [id] }, { database, routing: 'READ' });
    return records[0]?.get('alias');
  };
}

const QUERY = `query Point($id: ID!) { customer(id: $id) { id alias city region ageBand tier orders spendMinor influence degree communityId joinedAt } }`;

function graphqlRead({ url, token }: Served): ReadOne {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  return (id) =>
    new Promise((resolve, reject) => {
      const body = JSON.stringify({ query: QUERY, variables: { id } });
      const sent = request(`${url}/graphql`, {
        method: 'POST',
        agent,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      });
      sent.on('error', reject).on('response', (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        response.on('error', reject).on('end', () => {
          const answer = JSON.parse(text) as { data?: { customer?: { alias?: string } } };
          resolve(answer.data?.customer?.alias);
        });
      });
      sent.end(body);
    });
}

async function sameAnswer({ driver, graphql }: Record<'driver' | 'graphql', ReadOne>, id: string): Promise<void> {
  const [one, other] = [await driver(id), await graphql(id)];
  if (one !== undefined && one === other) return;
  throw new AppError(
    'SETUP',
    `driver and GraphQL answer differently (${String(one)}, ${String(other)})`,
    'look at the server',
  );
}

interface Rounds extends Load {
  readonly rounds: number;
}

async function compare(ways: Record<'driver' | 'graphql', ReadOne>, load: Rounds, { out }: CliContext): Promise<void> {
  const times = { driver: [] as number[], graphql: [] as number[] };
  const of = (way: 'driver' | 'graphql') => (customer: number) => ways[way](`p${customer}`);
  for (const way of ['driver', 'graphql'] as const) await timed(of(way), { ...load, reads: 500 }, 0);
  for (let round = 1; round <= load.rounds; round += 1)
    for (const way of ['driver', 'graphql'] as const) times[way].push(...(await timed(of(way), load, round)));
  const at = (way: 'driver' | 'graphql', share: number) => quantile(times[way], share);
  for (const way of ['driver', 'graphql'] as const)
    out(
      `${load.clients} clients, ${way}: p50 ${at(way, 0.5).toFixed(2)} ms, p99 ${at(way, 0.99).toFixed(2)} ms, ${perSecond(times[way], load.clients)} a second`,
    );
  const ratio = (share: number) => (at('graphql', share) / at('driver', share)).toFixed(2);
  out(`${load.clients} clients, GraphQL against the driver: p50 ${ratio(0.5)} x, p99 ${ratio(0.99)} x`);
}

/** With every client busy all the time. */
function perSecond(times: readonly number[], clients: number): number {
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  return Math.round((clients * 1000) / mean);
}
