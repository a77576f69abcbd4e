import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type AnalysisReport, runAnalysis } from '../../src/analysis/index.js';
import type { CliContext } from '../../src/cli/context.js';
import { importFiles } from '../../src/intake/index.js';
import { checked } from '../../src/kernel/checked.js';
import type { Services } from '../../src/security/services.js';
import { withBenchDatabase } from '../database.js';
import { readEdges, writeCanonical } from './graph-files.js';

const bounds = z.object({
  data: z.string().min(1),
  seeds: z.coerce.number().int().min(1).max(50).default(5),
  samples: z.coerce.number().int().min(2).optional(),
});
const TOP = 20;

/**
 * `npm run bench -- betweenness --data DIR`: on lastfm (7,624 people), how many of the twenty with the highest exact
 * betweenness a sampled run names, and in which share of the time; over several seeds.
 */
export async function run(args: string[], context: CliContext): Promise<void> {
  const options = { data: { type: 'string' }, seeds: { type: 'string' }, samples: { type: 'string' } } as const;
  const { data, seeds, samples } = checked(bounds, parseArgs({ args, options }).values, 'bench betweenness');
  const folder = await mkdtemp(join(tmpdir(), 'guanxi-bench-'));
  try {
    await withBenchDatabase(context, async (services) => {
      const files = await writeCanonical(await readEdges(join(data, 'graphs/lastfm/edges.csv')), folder);
      await importFiles(services, { files, rejectsFolder: join(folder, 'rejects') });
      await compare(services, { seeds, samples }, context);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function compare(
  services: Services,
  { seeds, samples }: { readonly seeds: number; readonly samples: number | undefined },
  { out, err }: CliContext,
): Promise<void> {
  await runAnalysis(services, { exactUpTo: 0 }, err); // the database warms up
  const exact = await measured(services, { exactUpTo: 50_000 });
  out(`exact          ${exact.report.nodes} people, ${exact.report.ties} ties, ${exact.seconds.toFixed(2)} s`);
  const found: { recall: number; ratio: number }[] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    const sampled = await measured(services, { exactUpTo: 0, seed, ...(samples === undefined ? {} : { samples }) });
    const recall = sampled.top.filter((id) => exact.top.includes(id)).length / TOP;
    const { betweenness } = sampled.report;
    found.push({ recall, ratio: sampled.seconds / exact.seconds });
    out(
      `seed ${String(seed).padEnd(9)} ${betweenness.samples} sources (stated ± ${betweenness.error.toFixed(3)}, measured standard error ` +
        `${betweenness.standardError.toFixed(5)}), ${sampled.seconds.toFixed(2)} s, recall@${TOP} ${recall.toFixed(2)}`,
    );
  }
  const mean = (of: 'recall' | 'ratio') => found.reduce((sum, one) => sum + one[of], 0) / found.length;
  out(`mean           recall@${TOP} ${mean('recall').toFixed(3)} at ${mean('ratio').toFixed(3)} of the time of exact`);
}

async function measured(services: Services, options: Parameters<typeof runAnalysis>[1]) {
  const report: AnalysisReport = await runAnalysis(services, options);
  const { records } = await services.graph.driver.executeQuery(
    'MATCH (c:Profiled) RETURN c.id AS id ORDER BY c.betweenness DESC, id LIMIT toInteger($top)',
    { top: TOP },
    { database: services.graph.database },
  );
  const seconds = (report.durations.betweenness ?? 0) / 1000;
  return { report, seconds, top: records.map((record) => record.get('id') as string) };
}
