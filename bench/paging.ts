import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { CliContext } from '../src/cli/context.js';
import { checked } from '../src/kernel/checked.js';
import { AppError } from '../src/kernel/error.js';
import type { Services } from '../src/security/services.js';
import { withBenchDatabase } from './database.js';
import { type Served, withServer } from './served.js';
import { median, quantile } from './timing.js';

const bounds = z.object({
  customers: z.coerce.number().int().min(1000).max(2_000_000).default(100_000),
  first: z.coerce.number().int().min(1).max(1000).default(1000),
});

const PEOPLE = `UNWIND range($from, $until) AS n MERGE (tea:Interest {id: 'tea'})
  CREATE (:Customer {id: 'P' + right('000000000' + n, 9), alias: 'P-' + n, city: 'Xian', spendMinor: n % 5000})
    -[:INTERESTED_IN {weight: 0.5}]->(tea)`;

const PAGE = 'totalCount edges { node { id alias city } } pageInfo { endCursor hasNextPage }';

/** Connections that hold all customers; the page stands in each under `page`. */
const WAYS = {
  'in the order of ids': `{ page: customersConnection(first: $first, after: $after) { ${PAGE} } }`,
  'by what they spent': `{ page: customersConnection(first: $first, after: $after, sort: { spendMinor: DESC }) { ${PAGE} } }`,
  'those with one interest': `{ interests { page: peopleConnection(first: $first, after: $after) { ${PAGE} } } }`,
};

/**
 * `npm run bench -- paging --customers 100000 --first 1000`: all customers by each connection, page after page to the
 * end, as an app reads them; the first tenth of the pages beside the last, since late pages should cost what early ones
 * do.
 */
export async function run(args: string[], context: CliContext): Promise<void> {
  const options = { customers: { type: 'string' }, first: { type: 'string' } } as const;
  const { customers, first } = checked(bounds, parseArgs({ args, options }).values, 'bench paging');
  await withBenchDatabase(context, async (services, database) => {
    await fill(services, customers);
    await withServer(context, database, async (served) => {
      for (const [name, body] of Object.entries(WAYS)) {
        const query = `query Page($first: Int!, $after: String) ${body}`;
        const { rows, times } = await pagedThrough(served, query, first);
        if (rows !== customers) throw new AppError('SETUP', `${rows} rows came`, 'check src/api/schema/connections');
        const tenth = Math.ceil(times.length / 10);
        const [early, late] = [times.slice(1, tenth + 1), times.slice(-tenth)];
        const seconds = (times.reduce((sum, ms) => sum + ms, 0) / 1000).toFixed(1);
        context.out(
          `${name}: ${rows} in ${times.length} pages, ${seconds} s; ${told(early)} early, ${told(late)} late`,
        );
      }
    });
  });
}

const told = (times: readonly number[]) => `${median(times).toFixed(0)} ms (p95 ${quantile(times, 0.95).toFixed(0)})`;

async function fill({ graph: { driver, database } }: Services, customers: number): Promise<void> {
  for (let from = 1; from <= customers; from += 10_000) {
    const until = Math.min(customers, from + 9999);
    await driver.executeQuery(PEOPLE, { from, until }, { database });
  }
}

interface Page {
  readonly totalCount: number;
  readonly edges: readonly unknown[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
}

interface Answer {
  readonly data?: { readonly page?: Page; readonly interests?: readonly { readonly page: Page }[] };
  readonly errors?: unknown;
}

async function pagedThrough({ url, token }: Served, query: string, first: number) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const times: number[] = [];
  let rows = 0;
  for (let after: string | null = null; ; ) {
    const begun = performance.now();
    const body: string = JSON.stringify({ query, variables: { first, after } });
    const response: Response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
    const answer = (await response.json()) as Answer;
    times.push(performance.now() - begun);
    const page = answer.data?.page ?? answer.data?.interests?.[0]?.page;
    if (!page) throw new AppError('SETUP', `page ${times.length} failed`, JSON.stringify(answer.errors).slice(0, 300));
    rows += page.edges.length;
    if (!page.pageInfo.hasNextPage) return { rows, times };
    after = page.pageInfo.endCursor;
  }
}
