import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { CliContext } from '../src/cli/context.js';
import { checked } from '../src/kernel/checked.js';
import { AppError } from '../src/kernel/error.js';
import { withBenchDatabase } from './database.js';
import { type Served, withOwnServer } from './served.js';
import { turns } from './timing.js';

const bounds = z.object({ rounds: z.coerce.number().int().min(5).max(1000).default(100) });

const PEOPLE = `UNWIND range(1, 2000) AS n CREATE (:Customer:Profiled {id: 'M' + n, alias: 'M-' + n, influence: n / 20.0, reach: 50,
  brokerage: 50, response: 50, conversion: 50, degree: 10.0, conversions: 1, communityId: 'k-1', roles: ['KOL'],
  influenceTier: 'ORDINARY', activity: 'ACTIVE'})`;

const COLUMNS =
  'customerId influence reach brokerage response conversion degree conversions communityId roles tier activity why whyZh';

/**
 * `npm run bench -- mcp`: the list of tools, as an agent asks for it first and again; and a question by a tool, taking
 * turns with the same by GraphQL, all its columns.
 */
export async function run(args: string[], context: CliContext): Promise<void> {
  const { rounds } = checked(bounds, parseArgs({ args, options: { rounds: { type: 'string' } } }).values, 'bench mcp');
  await withBenchDatabase(context, async (services) => {
    await services.graph.driver.executeQuery(PEOPLE, {}, { database: services.graph.database });
    await withOwnServer(services, context, ['analyst'], async ({ analyst }) => {
      const list = () => posted(analyst, '/mcp', rpc('tools/list', {}), /"tools":\[/);
      const begun = await posted(analyst, '/mcp', rpc('initialize', BEGIN), /"serverInfo"/);
      const { id: _, ...ready } = rpc('notifications/initialized', {});
      await posted(analyst, '/mcp', ready, /^$/);
      const first = await list();
      const call = rpc('tools/call', { name: 'influencers', arguments: { first: 20 } });
      const query = { query: `{ influencers(first: 20) { ${COLUMNS} } }` };
      const [again, byTool, byGraphQL] = await turns(rounds, [
        list,
        () => posted(analyst, '/mcp', call, /"structuredContent"/),
        () => posted(analyst, '/graphql', query, /"influencers":\[\{/),
      ]);
      context.out(
        `initialize ${begun.toFixed(0)} ms, as the first of the server; tools/list ${first.toFixed(0)} ms, then ${again!.toFixed(1)} ms`,
      );
      const ratio = (byTool! / byGraphQL!).toFixed(2);
      context.out(
        `a question: ${byTool!.toFixed(1)} ms by its tool, ${byGraphQL!.toFixed(1)} ms by GraphQL: ${ratio} x`,
      );
    });
  });
}

const BEGIN = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'bench', version: '1' } };

const rpc = (method: string, params: object) => ({ jsonrpc: '2.0', id: 1, method, params });

/** Milliseconds of one request. Throws SETUP when the answer is not as expected. */
async function posted({ url, token }: Served, path: string, body: object, expected: RegExp): Promise<number> {
  const accept = path === '/mcp' ? 'application/json, text/event-stream' : 'application/json';
  const headers = { 'content-type': 'application/json', accept, authorization: `Bearer ${token}` };
  const start = performance.now();
  const text = await (await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })).text();
  if (expected.test(text)) return performance.now() - start;
  throw new AppError('SETUP', `${path} answered ${text.slice(0, 200)}`, 'check bench/mcp.ts');
}
