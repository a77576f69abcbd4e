/**
 * How long the erasure of a person takes with its receipt, and how much of it is the look through everything
 * afterwards, on the network of `--customers`: `npm run bench -- erasure --customers 100000`. It erases `--people` of a
 * network that is made for it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { CliContext } from '../src/cli/context.js';
import { withServices } from '../src/cli/session.js';
import { checked } from '../src/kernel/checked.js';
import { AppError } from '../src/kernel/error.js';
import { eraseAtOnce } from '../src/rights/erasure/erase.service.js';
import { proveErasure } from '../src/rights/erasure/prove.service.js';
import type { Services } from '../src/security/services.js';
import { inOwnHome, loadBulkWorld } from './graph/bulk-world.js';
import { median, quantile } from './timing.js';

const bounds = z.object({
  customers: z.coerce.number().int().min(300).max(10_000_000).default(100_000),
  people: z.coerce.number().int().min(3).max(1000).default(20),
});

/** Erases people one after the other, the first to warm plans and caches, and prints what a request waited for. */
export async function run(args: string[], given: CliContext): Promise<void> {
  const { values } = parseArgs({ args, options: { customers: { type: 'string' }, people: { type: 'string' } } });
  const { customers, people } = checked(bounds, values, 'bench erasure');
  const context = inOwnHome(given);
  await loadBulkWorld(context, customers);
  // what it writes beside the database is of this measurement alone
  const home = mkdtempSync(join(tmpdir(), 'guanxi-erasure-'));
  try {
    await withServices(context, async (services) => {
      await fill(services);
      context.out(await sizeOf(services));
      const ids = await someone(services, people + 1);
      const all: Erased[] = [];
      for (const id of ids) all.push(await erase({ ...services, home }, id));
      const kept = all.slice(1);
      context.out(
        lineOf(
          'erasure with its receipt',
          kept.map(({ erasedMs }) => erasedMs),
        ),
      );
      context.out(
        lineOf(
          'look through everything',
          kept.map(({ lookedMs }) => lookedMs),
        ),
      );
    });
  } finally {
    rmSync(home, { recursive: true });
  }
}

/** What the network of the bulk form lacks: everybody's orders, identity and consents. */
async function fill({ graph }: Services): Promise<void> {
  const session = graph.driver.session({ database: graph.database });
  try {
    await session.run(
      `MATCH (c:Customer) WHERE NOT EXISTS { (c)-[:PLACED]->() }
       CALL (c) {
         UNWIND range(1, 3) AS n
         CREATE (c)-[:PLACED]->(:Order {id: c.id + '|' + n, amountMinor: n * 100, currency: 'CNY', at: datetime('2026-01-01')})
         WITH DISTINCT c
         CREATE (c)-[:HAS_IDENTITY]->(:Identity {key: 'PHONE|' + c.id, kind: 'PHONE', lookup: 'hash of ' + c.alias})
         CREATE (c)-[:HAS_CONSENT_EVENT]->(:ConsentEvent {id: c.id + '|1', action: 'GIVEN', channel: 'ALL', at: datetime('2026-01-01')})
       } IN TRANSACTIONS OF 2000 ROWS`,
    );
  } finally {
    await session.close();
  }
}

async function sizeOf({ graph }: Services): Promise<string> {
  const rows = await graph.read('rights/steps/erasure/rights-totals', {});
  const sum = (kind: string, name?: string) =>
    rows.filter((r) => r.kind === kind && (name === undefined || r.name === name)).reduce((all, r) => all + r.count, 0);
  const [people, ties] = [sum('NODE', 'Customer'), sum('TIE')].map((n) => n.toLocaleString('en-US'));
  return `${people} customers, ${ties} relationships`;
}

async function someone({ graph }: Services, count: number): Promise<string[]> {
  const { records } = await graph.driver.executeQuery(
    'MATCH (c:Customer) WITH c.id AS id, rand() AS r ORDER BY r LIMIT toInteger($count) RETURN id',
    { count },
    { database: graph.database },
  );
  return records.map((r) => r.get('id') as string);
}

interface Erased {
  /** What a request waits for. */
  readonly erasedMs: number;
  /** What comes after it. */
  readonly lookedMs: number;
}

async function erase(services: Services, customerId: string): Promise<Erased> {
  const started = performance.now();
  const { receiptId } = await eraseAtOnce(services, { customerId, mode: 'DELETE' });
  const erasedMs = performance.now() - started;
  const { proved, lookedMs } = await proveErasure(services, receiptId);
  if (!proved) throw new AppError('CONFLICT', 'an erasure was not proved', 'see what its receipt says remains');
  return { erasedMs, lookedMs: lookedMs! };
}

function lineOf(what: string, millis: readonly number[]): string {
  return `${what.padEnd(26)} median ${median(millis).toFixed(0)} ms, longest ${quantile(millis, 1).toFixed(0)} ms (${millis.length} people)`;
}
