import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { lastDay, writeWorld } from '../seed/world/index.js';
import type { CliContext } from '../src/cli/context.js';
import type { Graph } from '../src/graph/graph.js';
import { importFiles } from '../src/intake/index.js';
import { checked } from '../src/kernel/checked.js';
import { systemClock } from '../src/kernel/clock.js';
import type { Services } from '../src/security/services.js';
import { emptyGraph, withBenchDatabase } from './database.js';
import { textbookImport } from './textbook.js';
import { median } from './timing.js';

const FILES = ['stores.csv', 'customers.csv', 'ties.csv', 'orders.csv'];
/** What only the product takes: it is timed beside the others, and no part of the comparison. */
const CONSENTS = 'consents.csv';
const bounds = z.object({
  customers: z.coerce.number().int().min(300).max(1_000_000).default(10_000),
  rounds: z.coerce.number().int().min(1).max(20).default(3),
});

interface Round {
  readonly product: number;
  readonly textbook: number;
  /** Rows a second of consents for each of customers. */
  readonly consents: number;
}

/**
 * `npm run bench -- import`: rows a second of the product's import against a textbook client, same files, taking turns
 * on an emptied graph.
 */
export async function run(args: string[], context: CliContext): Promise<void> {
  const options = { customers: { type: 'string' }, rounds: { type: 'string' } } as const;
  const { customers, rounds } = checked(bounds, parseArgs({ args, options }).values, 'bench import');
  const folder = await mkdtemp(join(tmpdir(), 'guanxi-bench-'));
  try {
    await writeWorld({ out: folder, until: lastDay(systemClock.now(), context.config.TIME_ZONE), customers });
    await withBenchDatabase(context, (services) => compare(services, folder, rounds, context));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function compare(services: Services, folder: string, rounds: number, { out, err }: CliContext): Promise<void> {
  const files = FILES.map((name) => join(folder, name));
  const measured: Round[] = [];
  for (let round = 1; round <= rounds; round++) {
    const product = await productImport(services, files, join(folder, 'rejects'), { out, err });
    const contentOfProduct = await contentOf(services.graph);
    const consents = await consentsAgainst(product.customers, services, folder, out);
    const textbook = await timed(services.graph, () => textbookImport(services.graph, files));
    const contentOfTextbook = await contentOf(services.graph);
    out(`round ${round}: product ${perSecond(product.all)} rows/s, textbook ${perSecond(textbook)} rows/s`);
    if (contentOfProduct !== contentOfTextbook)
      err(`warning: the graphs differ\n  product   ${contentOfProduct}\n  textbook  ${contentOfTextbook}`);
    else if (round === 1) out(`same graph: ${contentOfProduct}`);
    measured.push({ product: product.all, textbook, consents });
  }
  const [product, textbook] = [median(measured.map((m) => m.product)), median(measured.map((m) => m.textbook))];
  const ratio = (product / textbook).toFixed(2);
  out(
    `import, median of ${rounds}: product ${perSecond(product)} rows/s, textbook ${perSecond(textbook)} rows/s, ${ratio} x; ` +
      `consents ${median(measured.map((m) => m.consents)).toFixed(2)} x as fast as customers; ` +
      `most memory of this process ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
  );
}

/** The product also seals personal data, checks every row and looks for ends that do not exist: that time counts. */
async function productImport(
  services: Services,
  files: readonly string[],
  rejectsFolder: string,
  { out, err }: Pick<CliContext, 'out' | 'err'>,
) {
  let customers = 0;
  const all = await timed(services.graph, async () => {
    const report = await importFiles(services, { files, rejectsFolder });
    if (report.rejected > 0) err(`warning: the product rejected ${report.rejected} rows`);
    for (const { name, rows, seconds } of report.files) {
      out(`  ${name} ${perSecond(rows / seconds)} rows/s`);
      if (name.startsWith('customers')) customers = rows / seconds;
    }
    return report.rows;
  });
  return { all, customers };
}

/** Consents of the same people, on the graph that the product filled. */
async function consentsAgainst(
  customers: number,
  services: Services,
  folder: string,
  out: CliContext['out'],
): Promise<number> {
  const files = [join(folder, CONSENTS)];
  const [{ rows, seconds }] = (await importFiles(services, { files, rejectsFolder: join(folder, 'rejects') }))
    .files as unknown as [{ rows: number; seconds: number }];
  out(`  ${CONSENTS} ${perSecond(rows / seconds)} rows/s`);
  return rows / seconds / customers;
}

/** Rows a second of `work`, begun on an emptied graph. */
async function timed(graph: Graph, work: () => Promise<number>): Promise<number> {
  await emptyGraph(graph);
  const began = performance.now();
  const rows = await work();
  return rows / ((performance.now() - began) / 1000);
}

/** What must be the same whoever imported: counts by kind, the sum of closeness, of spend and of orders. */
async function contentOf({ driver, database }: Graph): Promise<string> {
  const { records } = await driver.executeQuery(
    `MATCH (c:Customer)
     WITH count(c) AS customers, sum(c.orders) AS orders, sum(c.spendMinor) AS spend
     CALL () { MATCH ()-[k:KNOWS]->() RETURN count(k) AS pairs, round(sum(k.closeness), 3) AS closeness }
     CALL () { MATCH (:Customer)-[t]->(:Customer) WITH type(t) AS kind, count(t) AS n ORDER BY kind RETURN collect(kind + ' ' + n) AS ties }
     CALL () { MATCH (:Order)-[at:AT_STORE]->(:Store) RETURN count(at) AS placed }
     RETURN [toString(customers) + ' customers', toString(orders) + ' orders of ' + spend, toString(pairs) + ' pairs of closeness ' + closeness,
       toString(placed) + ' at stores'] + ties AS content`,
    {},
    { database },
  );
  return (records[0]!.get('content') as string[]).join(', ');
}

const perSecond = (rate: number) => Math.round(rate).toLocaleString('en');
