import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createCampaign } from '../../src/campaigns/campaign.service.js';
import { approveCampaign, campaignReach } from '../../src/campaigns/launch/approval.service.js';
import { launchCampaign } from '../../src/campaigns/launch/launch.service.js';
import type { Estimate } from '../../src/campaigns/reach.service.js';
import type { CliContext } from '../../src/cli/context.js';
import { checked } from '../../src/kernel/checked.js';
import { fixedClock } from '../../src/kernel/clock.js';
import { AppError } from '../../src/kernel/error.js';
import type { Services } from '../../src/security/services.js';
import { withBenchDatabase } from '../database.js';
import { expectedOf, NOW, plantAudience } from './audience-people.js';

const bounds = z.object({ customers: z.coerce.number().int().min(1000).max(5_000_000).default(100_000) });

/**
 * `npm run bench -- audience`: whom a campaign to everybody would reach, with consents, caps, quiet hours, preferences
 * and exclusions, and its launch: time, touches a second, and what the server's memory grows by. Exits with a fault where
 * a count is not as planted.
 */
export async function run(args: string[], context: CliContext): Promise<void> {
  const options = { customers: { type: 'string' } } as const;
  const { customers } = checked(bounds, parseArgs({ args, options }).values, 'bench audience');
  await withBenchDatabase(context, async (given) => {
    const services = { ...given, clock: fixedClock(NOW) };
    await plantAudience(services, customers);
    await prepare(services);
    const memory = watched();
    const reach = (exact: boolean) => () => campaignReach(services, 'large', { exact });
    const [, cold] = await timed(reach(false));
    const [about, warm] = await timed(reach(false));
    const [first, counted] = await timed(reach(true));
    context.out(`${customers} customers: preview in ${cold} s, again in ${warm} s; everybody counted in ${counted} s`);
    const { estimate } = about;
    if (estimate)
      context.out(`${first.mayBeContacted} may be contacted; estimated ${about.mayBeContacted}, ${saidOf(estimate)}`);
    await approveCampaign({ ...services, viewer: { id: 'second', role: 'admin' } }, 'large');
    const [launch, seconds] = await timed(() => launchCampaign(services, 'large'));
    const rate = Math.round(launch.touched / Number(seconds));
    context.out(`launch in ${seconds} s: ${launch.touched} touches, ${rate} a second; ${memory.told()}`);
    const { excluded, mayBeContacted } = first;
    const { touched, waiting, leftOut } = launch;
    const counts = leftOut.filter(({ count }) => count > 0).map(({ reason, count }) => [reason, count]);
    const found = { excluded, mayBeContacted, touched, waiting, leftOut: Object.fromEntries(counts) };
    const told = [JSON.stringify(found), JSON.stringify(expectedOf(customers))] as const;
    context.out(told[0]);
    if (told[0] !== told[1] || (estimate === null && about.mayBeContacted !== mayBeContacted))
      throw new AppError('CONFLICT', 'the counts are not as planted', told[1]);
  });
}

const saidOf = ({ from, to, lookedAt }: Estimate) => `${from} to ${to}, by ${lookedAt}`;

async function prepare(services: Services): Promise<void> {
  const variants = [
    { name: 'A', share: 0.5, text: 'Hello {{alias}}' },
    { name: 'B', share: 0.5, text: 'Good day {{alias}}' },
  ];
  const whom = { purpose: 'marketing', channel: 'SMS', fallback: ['MAIL'], segment: 'all', variants } as const;
  await createCampaign(services, { id: 'large', name: 'Large', ...whom, excludeSegments: ['kept'] });
}

async function timed<T>(work: () => Promise<T>): Promise<[T, string]> {
  const started = performance.now();
  const done = await work();
  return [done, ((performance.now() - started) / 1000).toFixed(2)];
}

/** The most that the process held, looked at ten times a second. */
function watched() {
  const before = process.memoryUsage();
  let [heap, rss] = [0, 0];
  const timer = setInterval(() => {
    const now = process.memoryUsage();
    [heap, rss] = [Math.max(heap, now.heapUsed), Math.max(rss, now.rss)];
  }, 100);
  timer.unref();
  const mb = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
  return {
    told: () => {
      clearInterval(timer);
      return `heap ${mb(before.heapUsed)} before, ${mb(heap)} at most; resident ${mb(before.rss)}, ${mb(rss)} at most`;
    },
  };
}
