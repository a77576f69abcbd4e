import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createExperiment } from '../../src/campaigns/experiments/experiment.service.js';
import { experimentInput } from '../../src/campaigns/experiments/input.js';
import { experimentResults } from '../../src/campaigns/experiments/results.service.js';
import type { CliContext } from '../../src/cli/context.js';
import { checked } from '../../src/kernel/checked.js';
import type { Services } from '../../src/security/services.js';
import { withBenchDatabase } from '../database.js';

const bounds = z.object({ people: z.coerce.number().int().min(100).max(2_000_000).default(200_000) });

/**
 * `npm run bench -- experiment-results`: results of an experiment with so many people, drawn one by one and by
 * communities of 20; time, and what the server's memory grows by.
 */
export async function run(args: string[], context: CliContext): Promise<void> {
  const { people } = checked(bounds, parseArgs({ args, options: { people: { type: 'string' } } }).values, 'bench');
  await withBenchDatabase(context, async (services) => {
    for (const unit of ['PERSON', 'COMMUNITY'] as const) {
      const id = unit.toLowerCase();
      await createExperiment(services, experimentInput.parse({ id, name: id, unit, metric: 'REVENUE', effect: 0.1 }));
      await plant(services, id, people);
      const before = await measure();
      const started = performance.now();
      const { people: found, arms, verdict } = await experimentResults(services, id);
      const seconds = (performance.now() - started) / 1000;
      const grown = (await measure()) - before;
      const { difference, interval } = arms[1]!.comparison!;
      context.out(
        `${unit}: ${found} people in ${seconds.toFixed(1)} s, heap grew by ${(grown / 1e6).toFixed(1)} MB; ` +
          `difference ${difference.toFixed(1)} (${interval.low.toFixed(1)} to ${interval.high.toFixed(1)}), ${verdict.kind}`,
      );
    }
  });
}

/** Bytes in use after a collection, where `node --expose-gc` lets one be asked for. */
async function measure(): Promise<number> {
  await new Promise((later) => setTimeout(later, 50));
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed;
}

/** People with an order before and, more of them with the variant, one after. */
async function plant({ graph }: Services, experiment: string, people: number): Promise<void> {
  const session = graph.driver.session({ database: graph.database });
  try {
    await session.run(
      `MATCH (:Experiment {id: $experiment})-[:HAS_VARIANT]->(v:Variant) WITH v ORDER BY v.position
       WITH collect(v) AS variants UNWIND range(0, toInteger($people) - 1) AS n
       CALL (variants, n) {
         MERGE (c:Customer {id: 'b' + n}) SET c:Profiled
         WITH c, variants, n, CASE $experiment WHEN 'person' THEN n ELSE n / 20 END AS draws
         CREATE (c)-[:TRIED {experiment: $experiment, at: datetime() - duration('P2D'),
           cluster: CASE $experiment WHEN 'person' THEN c.id ELSE 'k' + draws END}]->(variants[draws % 2])
         CREATE (c)-[:PLACED]->(:Order {id: $experiment + 'o' + n, at: datetime() - duration({days: 1 + n % 3}),
           amountMinor: 1000 + n * 7 % 900 + 40 * (draws % 2)})
       } IN TRANSACTIONS OF 10000 ROWS`,
      { experiment, people },
    );
  } finally {
    await session.close();
  }
}
