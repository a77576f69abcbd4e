/**
 * What one person with very many ties costs: `npm run bench -- hub --ties 100000` asks through the API for the whole
 * view of them and for paths over them, then withdraws their profiling, and prints how long each took.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { CliContext } from '../../src/cli/context.js';
import { recordConsent } from '../../src/consent/index.js';
import type { Graph } from '../../src/graph/graph.js';
import { checked } from '../../src/kernel/checked.js';
import type { Services } from '../../src/security/services.js';
import { withBenchDatabase } from '../database.js';
import { asking, type Served, withOwnServer } from '../served.js';
import { median, quantile } from '../timing.js';

const bounds = z.object({
  ties: z.coerce.number().int().min(1000).max(1_000_000).default(100_000),
  reads: z.coerce.number().int().min(3).max(1000).default(20),
});
const HUB = 'hub';

const VIEW = `query C($id: ID!) {
  customer360(id: $id, ties: 10, latest: 10) { alias scores { degree } closestTies { customerId closeness kinds } }
}`;
const PATH = `query C($id: ID!) { referralPath(from: $id, to: "far", k: 3) { paths { closeness } } }`;
const WITHDRAWAL = `mutation C($id: ID!) {
  withdrawConsent(input: { customerId: $id, purpose: profiling, via: "bench" }) { recorded forgotten }
}`;

/** Makes them, asks, withdraws. */
export async function run(args: string[], context: CliContext): Promise<void> {
  const { values } = parseArgs({ args, options: { ties: { type: 'string' }, reads: { type: 'string' } } });
  const { ties, reads } = checked(bounds, values, 'bench hub');
  await withBenchDatabase(context, async (services) => {
    await makeHub(services, ties);
    await withOwnServer(services, context, ['admin'], async ({ admin }) => {
      const say = (what: string, took: Took) => context.out(lineOf(`${what} of ${ties} ties`, took));
      const of = (ask: (id: string) => Promise<void>, id: string) => measured(services, () => times(ask, id, reads));
      const [view, path] = [asking(admin, VIEW, /"closestTies":\[\{/), asking(admin, PATH, /"closeness":0/)];
      for (const [ask, id] of [
        [view, HUB],
        [path, 'c7'],
        [path, HUB],
      ] as const)
        await warm(ask, id);
      say('customer360', await of(view, HUB));
      say('referralPath from somebody beside the hub', await of(path, 'c7'));
      say('referralPath from the hub', await of(path, HUB));
      await withdrawals(services, admin, 1);
      say('withdrawal', await measured(services, () => withdrawals(services, admin, 5)));
      await leftover(services, context.out);
    });
  });
}

/** Somebody whom everybody knows and follows, and who consents; everybody knows the next one, the last one knows `far`. */
async function makeHub(services: Services, ties: number): Promise<void> {
  const { driver, database } = services.graph;
  const session = driver.session({ database });
  try {
    await session.run(
      "CREATE (:Customer:Profiled {id: $hub, alias: 'h', degree: 1.0}), (:Customer:Profiled {id: 'far', alias: 'f'})",
      { hub: HUB },
    );
    await session.run("MERGE (state:AnalysisState {id: 'analysis'}) SET state.running = false");
    await session.run(
      `MATCH (hub:Customer {id: $hub}) UNWIND range(1, toInteger($ties)) AS n
       CALL (hub, n) {
         CREATE (c:Customer:Profiled {id: 'c' + n, alias: 'a' + n, degree: 1.0})
         CREATE (c)-[:FOLLOWS {key: c.id + '|hub', platform: 'WECHAT', source: CASE n % 10 WHEN 0 THEN 'inferred' ELSE 'crm' END, closeness: 0.1 + (n % 89) / 100.0}]->(hub)
         CREATE (c)-[:KNOWS {pair: c.id + '|hub', closeness: 0.1 + (n % 89) / 100.0, kinds: ['FOLLOWS']}]->(hub)
       } IN TRANSACTIONS OF 5000 ROWS`,
      { hub: HUB, ties },
    );
    await session.run(
      `UNWIND range(1, toInteger($ties)) AS n
       CALL (n) {
         MATCH (c:Customer {id: 'c' + n})
         MATCH (other:Customer {id: CASE WHEN n = toInteger($ties) THEN 'far' ELSE 'c' + (n + 1) END})
         CREATE (c)-[:KNOWS {pair: c.id + '|' + other.id, closeness: 0.5, kinds: ['FOLLOWS']}]->(other)
       } IN TRANSACTIONS OF 5000 ROWS`,
      { ties },
    );
  } finally {
    await session.close();
  }
  await consent(services);
}

async function consent(services: Services): Promise<void> {
  const given = { purpose: 'profiling', channel: 'ALL', via: 'bench' } as const;
  await recordConsent(services, { ...given, customerId: HUB });
}

interface Took {
  readonly times: readonly number[];
  /** Processor time of one, of this process and of the database together: what a busy machine does not change much. */
  readonly processor: number;
}

async function measured({ graph }: Services, work: () => Promise<number[]>): Promise<Took> {
  const [before, database] = [process.cpuUsage(), await databaseMillis(graph)];
  const times = await work();
  const { user, system } = process.cpuUsage(before);
  const spent = (user + system) / 1000 + (await databaseMillis(graph)) - database;
  return { times, processor: spent / times.length };
}

async function databaseMillis({ driver, database }: Graph): Promise<number> {
  const { records } = await driver.executeQuery(
    "CALL dbms.queryJmx('java.lang:type=OperatingSystem') YIELD attributes RETURN attributes.ProcessCpuTime.value AS nanos",
    {},
    { database },
  );
  return Number(records[0]!.get('nanos')) / 1e6;
}

async function warm(ask: (id: string) => Promise<void>, id: string): Promise<void> {
  for (let read = 0; read < 3; read++) await ask(id);
}

/** Each question's milliseconds. */
async function times(ask: (id: string) => Promise<void>, id: string, reads: number): Promise<number[]> {
  const all: number[] = [];
  for (let read = 0; read < reads; read++) {
    const began = performance.now();
    await ask(id);
    all.push(performance.now() - began);
  }
  return all;
}

/** Withdrawn so many times, and given again in between: the processor's time is that of both. */
async function withdrawals(services: Services, served: Served, turns: number): Promise<number[]> {
  const all: number[] = [];
  const withdraw = asking(served, WITHDRAWAL, /"recorded":true,"forgotten":true/);
  for (let turn = 0; turn < turns; turn++) {
    await consent(services);
    const began = performance.now();
    await withdraw(HUB);
    all.push(performance.now() - began);
  }
  return all;
}

/** What was worked out about them must be gone with the withdrawal. */
async function leftover({ graph }: Services, out: CliContext['out']): Promise<void> {
  const { records } = await graph.driver.executeQuery(
    `MATCH (hub:Customer {id: $hub}) RETURN hub:Profiled OR hub.degree IS NOT NULL AS left, hub:Recount AS waits`,
    { hub: HUB },
    { database: graph.database },
  );
  const { left, waits } = records[0]!.toObject();
  out(`after it: ${left ? 'NOT FORGOTTEN' : 'forgotten'}, neighbours ${waits ? 'wait for the job' : 'are recounted'}`);
}

function lineOf(what: string, { times, processor }: Took): string {
  const [half, longest] = [median(times), quantile(times, 1)].map((one) => one.toFixed(0));
  return `${what}: median ${half} ms, longest ${longest} ms; processor ${processor.toFixed(0)} ms each`;
}
