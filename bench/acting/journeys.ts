import { parseArgs } from 'node:util';
import { z } from 'zod';
import { liveDay, prepareYear } from '../../seed/year/live.js';
import { plantPeople } from '../../seed/year/people.js';
import { dayAfter, truthOf, ZONE } from '../../seed/year/truth.js';
import type { Adapter } from '../../src/campaigns/dispatch/adapter.js';
import type { CliContext } from '../../src/cli/context.js';
import { dayIn } from '../../src/kernel/calendar/zone.js';
import { checked } from '../../src/kernel/checked.js';
import { AppError } from '../../src/kernel/error.js';
import type { Services } from '../../src/security/services.js';
import { withBenchDatabase } from '../database.js';

const bounds = z.object({
  customers: z.coerce.number().int().min(10).max(1_000_000).default(5000),
  days: z.coerce.number().int().min(1).max(730).default(365),
});

/**
 * `npm run bench -- journeys`: a year of so many customers, day by day, on a clock of its own: every planted birthday,
 * lunar ones too, anniversary, churn warning and referral must be handled exactly once. Exits with a fault where one is
 * not.
 */
export async function run(args: string[], context: CliContext): Promise<void> {
  const options = { customers: { type: 'string' }, days: { type: 'string' } } as const;
  const { customers, days } = checked(bounds, parseArgs({ args, options }).values, 'bench journeys');
  const year = { customers, days, from: '2028-01-01' };
  const people = plantPeople(year);
  await withBenchDatabase(context, async (services) => {
    await prepareYear(services, people, year);
    const sent: string[] = [];
    const adapter: Adapter = {
      ...{ name: 'memory', idempotent: false, personal: false },
      send: async ({ deliveryId }) => {
        sent.push(deliveryId);
        return { state: 'SENT' };
      },
    };
    const started = performance.now();
    for (let day = 0; day < days; day++) await liveDay(services, people, dayAfter(year.from, day), adapter);
    const seconds = (performance.now() - started) / 1000;
    const truth = truthOf(people, year);
    const handled = await handledBy(services);
    const [missing, wrong] = [without(truth, handled), without(handled, truth)];
    const twice = sent.length - new Set(sent).size;
    const counts = `${truth.length} planted, ${handled.length} handled, ${missing.length} missing, ${wrong.length} wrong, ${twice} sent twice`;
    context.out(`${customers} customers, ${days} days in ${seconds.toFixed(1)} s: ${counts}`);
    if (missing.length + wrong.length + twice > 0 || sent.length !== truth.length)
      throw new AppError(
        'CONFLICT',
        'not everything was handled exactly once',
        [...missing, ...wrong].slice(0, 5).join('; '),
      );
  });
}

/** As the graph has it: `journey person day` of each message that was sent. */
async function handledBy({ graph }: Services): Promise<string[]> {
  const { records } = await graph.driver.executeQuery(
    `MATCH (c:Customer)-[:RECEIVED]->(t:Touch {state: 'SENT'})-[:OF_VARIANT]->(:Variant)<-[:HAS_VARIANT]-(k:Campaign)
     RETURN split(k.id, '@')[1] AS journey, c.id AS customer, toString(t.at) AS at`,
    {},
    { database: graph.database },
  );
  return records
    .map((row) => `${row.get('journey')} ${row.get('customer')} ${dayIn(new Date(row.get('at')), ZONE)}`)
    .sort();
}

/** Those of a list that the other does not have, each as often as it has more. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const one of other) left.set(one, (left.get(one) ?? 0) + 1);
  return list.filter((one) => {
    const count = left.get(one) ?? 0;
    if (count > 0) left.set(one, count - 1);
    return count === 0;
  });
}
