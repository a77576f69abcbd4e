import { Agent, request } from 'node:http';
import { parseArgs } from 'node:util';
import neo4j from 'neo4j-driver';
import { z } from 'zod';
import type { CliContext } from '../../src/cli/context.js';
import type { Graph } from '../../src/graph/graph.js';
import { statementOf } from '../../src/graph/library/library.js';
import { checked } from '../../src/kernel/checked.js';
import { AppError } from '../../src/kernel/error.js';
import { withBenchDatabase } from '../database.js';
import { type Served, withServer } from '../served.js';
import { type Load, quantile, timed } from '../timing.js';

const bounds = z.object({
  customers: z.coerce.number().int().min(100).max(1_000_000).default(10_000),
  reads: z.coerce.number().int().min(100).max(1_000_000).default(3000),
  rounds: z.coerce.number().int().min(1).max(20).default(3),
});

type ReadOne = (id: string) => Promise<unknown>;

/**
 * `npm run bench -- points`: one customer by id, by the point read and by the generated read, each through GraphQL over
 * HTTP and by the same Cypher with the bare driver; taking turns, 1 and 16 clients.
 */
export async function run(args: string[], context: CliContext): Promise<void> {
  const options = { customers: { type: 'string' }, reads: { type: 'string' }, rounds: { type: 'string' } } as const;
  const settings = checked(bounds, parseArgs({ args, options }).values, 'bench points');
  await withBenchDatabase(context, async ({ graph }, database) => {
    await fill(graph, settings.customers);
    await withServer(context, database, async (served) => {
      for (const [read, pair] of Object.entries(pairsOf(graph, served))) {
        await sameAnswer(pair, 'p1');
        for (const clients of [1, 16]) await compare(read, pair, { ...settings, clients, out: context.out });
      }
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
  // Someone has every property that the statement reads: of one that nobody ever had, the database warns the bare
  // driver with each answer.
  await driver.executeQuery(
    `CREATE (c:Customer {id: 'complete', gender: '', source: '', firstOrderAt: datetime('2025-01-01'), lastOrderAt: datetime('2025-01-01'),
       pageRank: 0.0, betweenness: 0.0, coreness: 0, triangles: 0, clustering: 0.0, component: 0, scoredBy: '', recency: 1, frequency: 1,
       monetary: 1, rfmLevel: 1, rfmSegment: '', rfmScoredAt: datetime('2025-01-01')})`,
    {},
    { database },
  );
}

type Pair = Record<'driver' | 'graphql', ReadOne>;

const FIELDS = 'id alias city region ageBand tier orders spendMinor influence degree communityId joinedAt';
const POINT = `query Point($id: ID!) { customer(id: $id) { ${FIELDS} } }`;
const GENERATED = `query Read($id: ID!) { customers(where: { id: { eq: $id } }) { ${FIELDS} } }`;
/** What @neo4j/graphql 7.6 makes of that. */
const TRANSLATED = `CYPHER 5
MATCH (this:Customer)
WHERE this.id = $param0
WITH *
LIMIT $param1
RETURN this { .id, .alias, .city, .region, .ageBand, .tier, .orders, .spendMinor, .influence, .degree, .communityId,
  joinedAt: apoc.date.convertFormat(toString(this.joinedAt), 'iso_zoned_date_time', 'iso_offset_date_time') } AS this`;

function pairsOf(graph: Graph, served: Served): Record<string, Pair> {
  const point = statementOf(graph.library, 'network/steps/ties/customer-points').text;
  return {
    'point read': {
      // The server reads together what is asked together.
      driver: bareRead(graph, point, (id) => ({ ids: [id] })),
      graphql: graphqlRead(served, POINT),
    },
    'generated read': {
      driver: bareRead(graph, TRANSLATED, (id) => ({ param0: id, param1: neo4j.int(20) })),
      graphql: graphqlRead(served, GENERATED),
    },
  };
}

/** In the way the driver's manual recommends. */
function bareRead({ driver, database }: Graph, text: string, params: (id: string) => object): ReadOne {
  return async (id) => {
    const { records } = await driver.executeQuery(text, params(id), { database, routing: 'READ' });
    const [row] = records;
    return row?.has('this') ? (row.get('this') as { alias: unknown }).alias : row?.get('alias');
  };
}

function graphqlRead({ url, token }: Served, query: string): ReadOne {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  return (id) =>
    new Promise((resolve, reject) => {
      const body = JSON.stringify({ query, variables: { id } });
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
        response.on('error', reject).on('end', () => resolve(/"alias":"([^"]*)"/.exec(text)?.[1]));
      });
      sent.end(body);
    });
}

async function sameAnswer({ driver, graphql }: Pair, id: string): Promise<void> {
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
  readonly out: CliContext['out'];
}

async function compare(read: string, pair: Pair, { out, ...load }: Rounds): Promise<void> {
  const times = { driver: [] as number[], graphql: [] as number[] };
  const of = (way: keyof Pair) => (customer: number) => pair[way](`p${customer}`);
  for (const way of ['driver', 'graphql'] as const) await timed(of(way), { ...load, reads: 500 }, 0);
  for (let round = 1; round <= load.rounds; round += 1)
    for (const way of ['driver', 'graphql'] as const) times[way].push(...(await timed(of(way), load, round)));
  const at = (way: keyof Pair, share: number) => quantile(times[way], share);
  const rate = (way: keyof Pair) => perSecond(times[way], load.clients);
  const said = (way: keyof Pair) =>
    `p50 ${at(way, 0.5).toFixed(2)} ms, p99 ${at(way, 0.99).toFixed(2)} ms, ${rate(way)} a second`;
  const { clients } = load;
  for (const way of ['driver', 'graphql'] as const) out(`${read}, ${clients} clients, ${way}: ${said(way)}`);
  const ratio = (share: number) => (at('graphql', share) / at('driver', share)).toFixed(2);
  out(
    `${read}, ${clients} clients, GraphQL against the driver: p50 ${ratio(0.5)} x, p99 ${ratio(0.99)} x, ` +
      `throughput ${(rate('graphql') / rate('driver')).toFixed(2)} x`,
  );
}

/** With every client busy all the time. */
function perSecond(times: readonly number[], clients: number): number {
  const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
  return Math.round((clients * 1000) / mean);
}
