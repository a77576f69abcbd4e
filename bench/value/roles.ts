/** How well planted roles are told: `npm run bench -- roles --seed 7` prints precision and recall on a made world. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { lastDay, readTruth, type Truth, writeWorld } from '../../seed/world/index.js';
import { runAnalysis } from '../../src/analysis/index.js';
import type { CliContext } from '../../src/cli/context.js';
import type { RowOf } from '../../src/graph/queries.gen.js';
import { importFiles } from '../../src/intake/index.js';
import { checked } from '../../src/kernel/checked.js';
import { systemClock } from '../../src/kernel/clock.js';
import type { Services } from '../../src/security/services.js';
import { withBenchDatabase } from '../database.js';

const bounds = z.object({
  customers: z.coerce.number().int().min(300).max(200_000).default(2_000),
  seed: z.coerce.number().int().min(0).max(0xffffffff).optional(),
});

type Told = RowOf<'analysis/influencers'>;

/** Leaders who are not followed elsewhere. */
const homely = ({ leaders, voices }: Truth) => leaders.filter((id) => !voices.includes(id));

/** Voices are followed in most communities, which makes them bridges as well by definition. */
const PLANTED: Readonly<Record<string, (truth: Truth) => readonly string[]>> = {
  KOL: ({ voices }) => voices,
  KOC: homely,
  BRIDGE: ({ bridges, voices }) => [...bridges, ...voices],
  MARGINAL: ({ marginals }) => marginals,
};

/**
 * Whom the plant can say anything about. Three of each community may be KOC and the leader alone is planted: of those
 * communities the most influential is looked at, the others are nobody's plan.
 */
function judged(role: string, told: readonly Told[], planted: ReadonlySet<string>): readonly Told[] {
  if (role !== 'KOC') return told;
  const communities = new Set(told.filter(({ customerId }) => planted.has(customerId)).map((one) => one.communityId));
  const first = new Map([...told].reverse().map((one) => [one.communityId, one]));
  return [...first.values()].filter(({ communityId }) => communities.has(communityId));
}

/** Makes a world by a seed chosen at the run, analyses it, and compares roles with the truth. */
export async function run(args: string[], context: CliContext): Promise<void> {
  const options = { customers: { type: 'string' }, seed: { type: 'string' } } as const;
  const asked = checked(bounds, parseArgs({ args, options }).values, 'bench roles');
  const seed = asked.seed ?? Math.floor(Math.random() * 2 ** 31);
  const folder = await mkdtemp(join(tmpdir(), 'guanxi-roles-'));
  try {
    const until = lastDay(systemClock.now(), context.config.TIME_ZONE);
    const { files } = await writeWorld({ out: folder, until, customers: asked.customers, seed });
    await withBenchDatabase(context, async (services) => {
      await importFiles(services, { files, rejectsFolder: join(folder, 'rejects') });
      await runAnalysis(services);
      context.out(`made world, seed ${seed}, ${asked.customers} customers`);
      for (const line of await compared(services, await readTruth(folder))) context.out(line);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function compared({ graph }: Services, truth: Truth): Promise<string[]> {
  const told = await graph.read('analysis/influencers', { first: 1_000_000 });
  const profiled = new Set(told.map(({ customerId }) => customerId));
  const lines = Object.entries(PLANTED).map(([role, of]) => {
    const planted = new Set(of(truth).filter((id) => profiled.has(id)));
    const having = judged(role, told, planted).filter(({ roles }) => roles.includes(role));
    const found = having.map(({ customerId }) => customerId);
    const right = found.filter((id) => planted.has(id)).length;
    const share = (whole: number) => (whole === 0 ? '–' : (right / whole).toFixed(2));
    return `  ${role.padEnd(9)} ${planted.size} planted, ${found.length} told: precision ${share(found.length)}, recall ${share(planted.size)}`;
  });
  const first = told.slice(0, Math.max(10, Math.ceil(told.length / 100)));
  const named = (role: string) => first.filter(({ roles }) => roles.includes(role)).length;
  return [...lines, `  of the ${first.length} most influential ${named('KOL')} are KOL, ${named('KOC')} KOC`];
}
