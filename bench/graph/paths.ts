/**
 * How long an introduction path takes: k = 3, up to six steps, on the network of `--customers`; between people chosen
 * at random, and between people two to six steps apart, where there is something to find. `npm run bench -- paths
 * --customers 100000`. With NEO4J_URI set it uses the network that is there.
 */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { CliContext } from '../../src/cli/context.js';
import { withServices } from '../../src/cli/session.js';
import { checked } from '../../src/kernel/checked.js';
import { type Random, seededRandom } from '../../src/kernel/random.js';
import { referralPaths } from '../../src/network/referral/path.service.js';
import type { Services } from '../../src/security/services.js';
import { quantile } from '../timing.js';
import { inOwnHome, loadBulkWorld, someone } from './bulk-world.js';

const bounds = z.object({
  customers: z.coerce.number().int().min(300).max(10_000_000).default(100_000),
  pairs: z.coerce.number().int().min(10).max(10_000).default(200),
});

type Pair = readonly [from: string, to: string];

/** Asks for paths between so many pairs of both sorts, one after the other, and prints how long that took. */
export async function run(args: string[], given: CliContext): Promise<void> {
  const { values } = parseArgs({ args, options: { customers: { type: 'string' }, pairs: { type: 'string' } } });
  const { customers, pairs } = checked(bounds, values, 'bench paths');
  const context = inOwnHome(given);
  if (context.config.NEO4J_URI === undefined) await loadBulkWorld(context, customers);
  await withServices(context, async (services) => {
    const random = seededRandom(7);
    const people = await someone(services, pairs * 3);
    const any: Pair[] = Array.from({ length: pairs }, () => [pick(random, people), pick(random, people)]);
    const near: Pair[] = [];
    while (near.length < pairs) near.push(await walk(services, random, pick(random, people)));
    for (const pair of any.slice(0, 20)) await ask(services, pair); // warms caches and plans
    context.out(await lineOf('at random', services, any));
    context.out(await lineOf('two to six steps apart', services, near));
  });
}

function pick<T>(random: Random, all: readonly T[]): T {
  return all[Math.floor(random.next() * all.length)]!;
}

/** A walk of two to six steps from someone. */
async function walk({ graph }: Services, random: Random, from: string): Promise<Pair> {
  let to = from;
  const steps = 2 + Math.floor(random.next() * 5);
  for (let step = 0; step < steps; step++) {
    const [row] = await graph.read('network/steps/referral/path-ties', { ids: [to], avoiding: [], most: 2000 });
    to = row?.known.length ? pick(random, row.known) : to;
  }
  return [from, to];
}

interface Asked {
  readonly millis: number;
  readonly found: boolean;
  readonly exact: boolean;
}

async function ask(services: Services, [from, to]: Pair): Promise<Asked> {
  const started = performance.now();
  const { paths, exact } = await referralPaths(services, { from, to, k: 3, maxHops: 6 });
  return { millis: performance.now() - started, found: paths.length > 0, exact };
}

async function lineOf(what: string, services: Services, pairs: readonly Pair[]): Promise<string> {
  const asked: Asked[] = [];
  for (const pair of pairs) asked.push(await ask(services, pair));
  const millis = asked.map((a) => a.millis);
  const at = (share: number) => quantile(millis, share).toFixed(1);
  const share = (test: (a: Asked) => boolean) => `${((100 * asked.filter(test).length) / asked.length).toFixed(0)} %`;
  const times = `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`;
  return `${what.padEnd(24)} ${times}; ${share((a) => a.found)} have a path, ${share((a) => a.exact)} exact`;
}
