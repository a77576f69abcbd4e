import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { CliContext } from '../../src/cli/context.js';
import { intakeRows } from '../../src/intake/rows/intake-rows.service.js';
import { checked } from '../../src/kernel/checked.js';
import { AppError, kindOf } from '../../src/kernel/error.js';
import { seededRandom } from '../../src/kernel/random.js';
import { verifyAudit } from '../../src/security/index.js';
import type { Services } from '../../src/security/services.js';
import { withBenchDatabase } from '../database.js';
import { type Served, withServer } from '../served.js';
import { type Answer, asked, posted } from './client.js';

const bounds = z.object({ minutes: z.coerce.number().min(1).max(120).default(5) });
const PEOPLE = 2_000;
const CLIENTS = 4;
/** What a server has loaded by then: memory is told from here on. */
const WARM_MS = 45_000;

const WORLD = `MATCH (p:Purpose {id: 'marketing'}) UNWIND range(1, $people) AS n
  CREATE (c:Customer:Profiled {id: 'c' + n, alias: 'C-' + n, city: 'Xian', influence: n / 40.0, degree: 3.0})
  CREATE (c)-[:CONSENTS_TO {key: 'c' + n, channel: 'SMS', since: datetime('2026-01-01')}]->(p)`;

const READS = [
  '{ customers(limit: 20) { id city knows(limit: 5) { id } } }',
  'query ($id: ID!) { customer360(id: $id) { alias customer { name city } } }',
  '{ influencers(first: 20) { customerId influence why } }',
  '{ headline { customers } }',
  'query ($id: ID!) { mayContact(customer: $id, purpose: marketing, channel: SMS) { allowed } }',
];

/**
 * `npm run bench -- soak --minutes 30`: reads, rows of events, orders, launches, withdrawals and consents against two
 * servers at once. Throws CONFLICT unless memory of the last third is at most 1.1 times that of the first, no error was
 * unexpected, and the audit is intact.
 */
export async function run(args: string[], context: CliContext): Promise<void> {
  const { minutes } = checked(
    bounds,
    parseArgs({ args, options: { minutes: { type: 'string' } } }).values,
    'bench soak',
  );
  await withBenchDatabase(context, async (services, database) => {
    const { driver, database: name } = services.graph;
    await driver.executeQuery(WORLD, { people: PEOPLE }, { database: name });
    await withServer(
      context,
      database,
      (one) =>
        withServer(
          context,
          database,
          (other) => soaked(services, context, { servers: [one, other], minutes }),
          'admin',
        ),
      'admin',
    );
  });
}

interface Soak {
  readonly servers: readonly Served[];
  readonly minutes: number;
}

async function soaked(services: Services, { config, out }: CliContext, { servers, minutes }: Soak): Promise<void> {
  const end = Date.now() + minutes * 60_000;
  const told = { requests: 0, wrong: new Map<string, number>(), rows: 0, busy: 0 };
  const memory = servers.map((): number[] => []);
  const begun = Date.now();
  const watch = async () => {
    for (; Date.now() < end; await sleep(2_000))
      if (Date.now() - begun > WARM_MS)
        for (const [at, { pid }] of servers.entries()) memory[at]!.push(residentMb(pid));
  };
  const clients = Array.from({ length: CLIENTS }, (_, at) => client(servers[at % servers.length]!, { at, end, told }));
  await Promise.all([watch(), events(services, end, told), ...clients]);
  const { intact, checked: entries } = await verifyAudit(services, `${config.GUANXI_HOME}/bench`);
  const growth = memory.map((samples) => thirds(samples));
  out(
    `${minutes} min, ${told.requests} requests and ${told.rows} rows of events (${told.busy} times told to come again), ${servers.length} servers`,
  );
  for (const [at, { first, last }] of growth.entries())
    out(
      `server ${at + 1}: ${first.toFixed(0)} MB in the first third, ${last.toFixed(0)} MB in the last: ${(last / first).toFixed(2)} x`,
    );
  const wrong = [...told.wrong].map(([what, count]) => `${count} x ${what}`).join(', ');
  out(`unexpected: ${wrong || 'none'}; audit of ${entries} entries ${intact ? 'intact' : 'NOT intact'}`);
  if (wrong || !intact || growth.some(({ first, last }) => !(last <= 1.1 * first)))
    throw new AppError('CONFLICT', 'the soak found something', 'read the lines above');
}

type Told = { requests: number; rows: number; busy: number; readonly wrong: Map<string, number> };

/** One user: nine in ten are reads; the others write, launch, withdraw and consent anew. */
async function client(server: Served, { at, end, told }: { at: number; end: number; told: Told }): Promise<void> {
  const random = seededRandom(at + 1);
  for (let n = 0; Date.now() < end; n += 1) {
    const id = `c${1 + Math.floor(random.next() * PEOPLE)}`;
    const read = READS[Math.floor(random.next() * READS.length)]!;
    const answer = await (random.next() < 0.9
      ? asked(server, read, { id })
      : write(server, { id, key: `${at}-${n}`, of: random.next() })
    ).catch(
      (error: unknown): Answer => ({
        status: 0,
        ms: 0,
        codes: [`no answer (${(error as Error).message})`],
        retryAfter: null,
      }),
    );
    told.requests += 1;
    const bad = answer.status === 0 || answer.status >= 500 ? (answer.codes[0] ?? `status ${answer.status}`) : null;
    const code =
      bad ?? answer.codes.find((one) => ['UNEXPECTED', 'UNAVAILABLE', 'TIMEOUT', 'BAD_USER_INPUT'].includes(one));
    if (code) told.wrong.set(code, (told.wrong.get(code) ?? 0) + 1);
    await sleep(20);
  }
}

async function write(server: Served, { id, key, of }: { id: string; key: string; of: number }): Promise<Answer> {
  const consent = { customerId: id, purpose: 'marketing', channel: 'SMS', via: 'soak', eventId: `soak-${key}` };
  if (of < 0.4) return posted(server, '/api/consents/withdraw', consent);
  if (of < 0.7) return posted(server, '/api/consents', { ...consent, textVersion: '1' });
  const at = new Date().toISOString();
  if (of < 0.97)
    return posted(server, '/api/orders', {
      rows: [{ id: `o${key}`, customerId: id, at, amount: 12.5, currency: 'CNY' }],
    });
  const campaign = `soak-${key}`;
  await asked(
    server,
    'mutation ($id: ID!) { createCampaign(input: {id: $id, name: "s", channel: SMS, segment: "all"}) { id } }',
    { id: campaign },
  );
  return asked(server, 'mutation ($id: ID!) { launchCampaign(id: $id) { touched } }', { id: campaign });
}

/** Events as an import brings them: 200 rows every 2 s through the one pipeline. */
async function events(services: Services, end: number, told: Told): Promise<void> {
  for (let n = 0; Date.now() < end; n += 1, await sleep(2_000)) {
    const at = new Date().toISOString();
    const rows = Array.from({ length: 200 }, (_, row) => ({
      ...{ source: 'shop', id: `${n}-${row}`, customerId: `c${1 + ((n * 200 + row) % PEOPLE)}`, type: 'visit', at },
    }));
    try {
      told.rows += (await intakeRows(services, 'events', rows)).created;
    } catch (error) {
      if (kindOf(error) !== 'UNAVAILABLE') throw error;
      told.busy += 1; // a sender of rows is told to come again, and does
      n -= 1;
    }
  }
}

/** Memory that a process has in use, as the system counts it. */
function residentMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;
}

function thirds(samples: readonly number[]): { first: number; last: number } {
  const size = Math.max(1, Math.floor(samples.length / 3));
  const mean = (part: readonly number[]) => part.reduce((sum, one) => sum + one, 0) / part.length;
  return { first: mean(samples.slice(0, size)), last: mean(samples.slice(-size)) };
}
