import { parseArgs } from 'node:util';
import { z } from 'zod';
import { runAnalysis } from '../src/analysis/index.js';
import { audiencePreview } from '../src/campaigns/index.js';
import type { CliContext } from '../src/cli/context.js';
import { importFiles, tableOf } from '../src/intake/index.js';
import { checked } from '../src/kernel/checked.js';
import type { Services } from '../src/security/services.js';
import { rescoreRfm } from '../src/value/index.js';
import { withBenchDatabase } from './database.js';

const bounds = z.object({ social: z.string().min(1), cdnow: z.string().min(1) });

/**
 * The main job on real input: a social network and the CDNOW orders imported, analysed, graded, an audience drawn; then
 * imported again.
 */
export async function run(args: string[], context: CliContext): Promise<void> {
  const options = { social: { type: 'string' }, cdnow: { type: 'string', default: 'seed/cdnow' } } as const;
  const dirs = checked(bounds, parseArgs({ args, options }).values, 'bench real-input');
  await withBenchDatabase(context, (services) => mainJob(services, dirs, context));
}

async function mainJob(services: Services, dirs: z.output<typeof bounds>, { out, err }: CliContext): Promise<void> {
  const began = performance.now();
  const first = await importBoth(services, dirs);
  for (const line of first.lines) out(line);
  const report = await runAnalysis(services, {}, err);
  const asOf = new Date('1998-07-01T00:00:00Z'); // the CDNOW orders end in June 1998
  const { scored } = await rescoreRfm(services, { asOf, currency: 'USD' });
  const audience = await audiencePreview(services, {
    segment: 'rfm:champions',
    purpose: 'profiling',
    channel: 'ALL',
    sample: 0,
  });
  out(`analysed ${report.nodes} customers, ${report.ties} ties, ${report.communities} communities; graded ${scored}`);
  out(`audience: ${audience.mayBeContacted} of ${audience.inSegment} champions`);
  out(`whole: ${seconds(began)} s`);
  const again = performance.now();
  const second = await importBoth(services, dirs);
  out(`again: ${second.created} created, ${second.updated} updated, in ${seconds(again)} s`);
}

async function importBoth(services: Services, { social, cdnow }: z.output<typeof bounds>) {
  const reports = [
    await importFiles(services, { mapping: 'seed/mappings/social-network.yaml', dir: social }),
    await importFiles(services, { mapping: 'seed/mappings/cdnow.yaml', dir: cdnow }),
  ];
  const files = reports.flatMap((report) => report.files);
  const sum = (name: 'created' | 'updated') => files.reduce((total, file) => total + file[name], 0);
  return { lines: reports.flatMap(tableOf), created: sum('created'), updated: sum('updated') };
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}
