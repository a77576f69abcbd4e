import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { CliContext } from '../src/cli/context.js';
import { checked } from '../src/kernel/checked.js';
import { sealPerson } from '../src/security/sealing/person.js';
import type { Services } from '../src/security/services.js';
import { withBenchDatabase } from './database.js';
import { asking, withOwnServer } from './served.js';
import { median, timed } from './timing.js';

const bounds = z.object({
  customers: z.coerce.number().int().min(100).max(100_000).default(2000),
  reads: z.coerce.number().int().min(50).max(100_000).default(400),
  rounds: z.coerce.number().int().min(1).max(20).default(3),
  clients: z.coerce.number().int().min(1).max(64).default(8),
});

type Settings = z.output<typeof bounds>;

/**
 * `npm run bench -- audit-cost`: customer360 with a name through GraphQL over HTTP, with its audit entry (admin, the
 * name opened) and without (analyst, the name masked after the same reads and unsealing); taking turns, with one client
 * and with several. Once with personal fields only, which a page that opens them does not read the customer's row for,
 * and once with a plain field beside them, for which both sides read it.
 */
export async function run(args: string[], context: CliContext): Promise<void> {
  const text = { type: 'string' } as const;
  const options = { customers: text, reads: text, rounds: text, clients: text };
  const settings = checked(bounds, parseArgs({ args, options }).values, 'bench audit-cost');
  await withBenchDatabase(context, async (services) => {
    await fill(services, settings.customers);
    await withOwnServer(services, context, ['analyst', 'admin'], async ({ analyst, admin }) => {
      for (const fields of ['name phone', 'name phone city']) {
        const query = queryOf(fields);
        const ways = {
          without: asking(analyst, query, /"name":"N\*+"/),
          with: asking(admin, query, /"name":"Nobody \d+"/),
        };
        for (const clients of new Set([1, settings.clients]))
          await compare(ways, { ...settings, clients, fields }, context);
      }
    });
  });
}

async function fill({ graph, vault }: Services, customers: number): Promise<void> {
  const rows = Array.from({ length: customers }, (_, at) => {
    const { key, wrapped } = vault.newKey();
    return { id: `p${at + 1}`, wrapped, sealed: sealPerson(vault, key, { name: `Nobody ${at + 1}` }) };
  });
  await graph.driver.executeQuery(
    `UNWIND $rows AS row
     CREATE (c:Customer:Profiled {id: row.id, alias: row.id, keyWrapped: row.wrapped, sealed: row.sealed, orders: 3, spendMinor: 1000})
     WITH c UNWIND range(1, 5) AS n CREATE (c)-[:PLACED]->(:Order {id: c.id + '|' + n, amountMinor: n * 100, currency: 'CNY', at: datetime('2025-01-01')})`,
    { rows },
    { database: graph.database },
  );
  await graph.driver.executeQuery(
    `MATCH (a:Customer) WITH collect(a) AS people UNWIND range(0, size(people) - 1) AS at UNWIND range(1, 10) AS step
     WITH people[at] AS a, people[(at + step) % size(people)] AS b
     CREATE (a)-[:KNOWS {pair: a.id + '|' + b.id, closeness: 0.5, kinds: ['WORK']}]->(b)`,
    {},
    { database: graph.database },
  );
}

async function compare(
  ways: Ways,
  settings: Settings & { readonly fields: string },
  { out }: CliContext,
): Promise<void> {
  const times = { without: [] as number[], with: [] as number[] };
  const of = (way: (typeof WAYS)[number]) => (customer: number) => ways[way](`p${customer}`);
  for (const way of WAYS) await timed(of(way), { ...settings, reads: 50 }, 0);
  for (let round = 1; round <= settings.rounds; round += 1)
    for (const way of WAYS) times[way].push(...(await timed(of(way), settings, round)));
  const p50 = { without: median(times.without), with: median(times.with) };
  const more = (100 * (p50.with / p50.without - 1)).toFixed(1);
  out(
    `${settings.clients} clients, customer { ${settings.fields} }: customer360 p50 ${p50.without.toFixed(2)} ms without, ${p50.with.toFixed(2)} ms with its audit entry: ${more} % more`,
  );
}

const WAYS = ['without', 'with'] as const;
type Ask = (id: string) => Promise<void>;
type Ways = Readonly<Record<(typeof WAYS)[number], Ask>>;

const queryOf = (fields: string) => `query C($id: ID!) {
  customer360(id: $id, ties: 5, latest: 5) {
    alias city totals { orders spendMinor } scores { influence degree } closestTies { customerId closeness } customer { ${fields} }
  }
}`;
