import { randomInt } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { JOBS } from '../../src/api/jobs/jobs.js';
import { createCampaign } from '../../src/campaigns/campaign.service.js';
import { approveCampaign } from '../../src/campaigns/launch/approval.service.js';
import { launchCampaign } from '../../src/campaigns/launch/launch.service.js';
import type { CliContext } from '../../src/cli/context.js';
import { setFrequencyCap, setQuietHours } from '../../src/consent/choices/quiet-hours.service.js';
import { jobId } from '../../src/jobs/run.service.js';
import { checked } from '../../src/kernel/checked.js';
import { keyFileOf } from '../../src/security/sealing/keyring.js';
import type { Services } from '../../src/security/services.js';
import { withBenchDatabase } from '../database.js';
import { filesIn, judge, type Noted } from './books.js';
import { beginKillJourney, journeyDone, judgeJourney } from './kill-journey.js';
import { asker, CARELESS, CHANNELS, personalOf, preparePeople, withdrawSome } from './kill-people.js';
import { type Receiver, startReceiver } from './receiver.js';
import { type Servers, startServers } from './servers.js';

const bounds = z.object({
  touches: z.coerce.number().int().min(100).max(1_000_000).default(20_000),
  servers: z.coerce.number().int().min(1).max(10).default(3),
  kills: z.coerce.number().int().min(0).max(10).default(2),
  journeys: z.coerce.number().int().min(0).max(100_000).default(2_000),
});
const NAMES = ['touches', 'servers', 'kills', 'journeys'] as const;
const CAMPAIGN = 'kill';

/**
 * `npm run bench -- dispatch-kill`: several real servers send one campaign, each killed (-9) at random moments and
 * started again, while people withdraw and others go through a journey, in whose midst all servers are killed at once.
 * Then the books of the receivers are read. Exits with a fault where a person got two, or none for no reason, or one
 * after withdrawing, and where a step of the journey was not done once.
 */
export async function run(args: string[], context: CliContext): Promise<void> {
  const options = Object.fromEntries(NAMES.map((name) => [name, { type: 'string' as const }]));
  const asked = checked(bounds, parseArgs({ args, options }).values, 'bench dispatch-kill');
  const receiver = await startReceiver();
  const folder = workFolder(context.config.GUANXI_HOME);
  try {
    await withBenchDatabase(context, async (services, database) => {
      const personal = personalOf(services);
      await preparePeople(services, asked.touches, personal);
      await launch(services);
      const began = await beginKillJourney(services, asker(services), asked.journeys, personal);
      await leaveOut(services);
      const env = writeChannels(folder, receiver.url);
      const homes = Array.from({ length: asked.servers }, (_, n) => homeOf(context, folder, n));
      const started = performance.now();
      const servers = startServers(database, homes, env);
      const withdrawn = await sendAll(services, context, { ...asked, servers, receiver }).finally(servers.end);
      const seconds = (performance.now() - started) / 1000;
      const both = `${asked.touches} touches, ${began} people in a journey`;
      context.out(`${both}, ${servers.killed()} kills, ${seconds.toFixed(0)} s`);
      const books = [filesIn(join(folder, 'outbox', CAMPAIGN)), receiver.once, receiver.careless];
      context.out(`a repeat came to the receiver that drops them ${receiver.dropped()} times`);
      judge(context, await notedIn(services), books, withdrawn, CARELESS);
      await judgeJourney(context, asker(services), asked.journeys);
    });
  } finally {
    await receiver.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Sending extends Omit<z.output<typeof bounds>, 'servers'> {
  readonly servers: Servers;
  readonly receiver: Receiver;
}

/** Servers send and are killed, people withdraw, until nothing is left to send. Returns who withdrew, and when. */
async function sendAll(
  services: Services,
  { out }: CliContext,
  { servers, receiver, touches, kills, journeys }: Sending,
): Promise<Map<string, number>> {
  const ask = asker(services);
  const withdrawn = new Map<string, number>();
  const progress = async () => 1 - (await unsent(services)) / touches;
  // half of the time a message is on its way then: between its sending and the note of it
  const onItsWay = () => receiver.next().then(() => sleep(randomInt(60)));
  const inTheMidst = async () => {
    if (journeys === 0) return;
    while ((await journeyDone(ask)) < 0.2) await sleep(50);
    out(`all servers killed with ${Math.round(100 * (await journeyDone(ask)))} % through the journey`);
    servers.killAll();
  };
  const leaving = withdrawSome(services, touches, withdrawn, () => unsent(services));
  await Promise.all([servers.killAtRandom(kills, progress, onItsWay), inTheMidst(), leaving]);
  while ((await unsent(services)) > 0 || (await journeyDone(ask)) < 1) await sleep(1000);
  return withdrawn;
}

function workFolder(home: string): string {
  mkdirSync(join(home, 'bench'), { recursive: true });
  return mkdtempSync(join(home, 'bench', 'kill-'));
}

/** Each server has a home of its own, as on a machine of its own, and the same keys. */
function homeOf({ config }: CliContext, folder: string, n: number): string {
  const home = join(folder, `server-${n}`);
  mkdirSync(home);
  copyFileSync(keyFileOf({ GUANXI_HOME: join(config.GUANXI_HOME, 'bench') }), keyFileOf({ GUANXI_HOME: home }));
  return home;
}

function writeChannels(folder: string, url: string): Record<string, string> {
  const path = join(folder, 'channels.yaml');
  const channels = {
    SMS: { adapter: 'file', folder: join(folder, 'outbox') },
    MAIL: { adapter: 'webhook', url: `${url}/once`, secret: 's'.repeat(32) },
    WECHAT: { adapter: 'http', url: `${url}/careless`, body: { deliveryId: '{{deliveryId}}' }, idempotent: false },
  };
  writeFileSync(path, JSON.stringify({ channels })); // JSON is YAML
  return { GUANXI_CHANNELS: path, ANALYZE_EVERY: '0', QUERY_TIMEOUT_MS: '120000' }; // it measures no speed
}

async function launch(services: Services): Promise<void> {
  await setQuietHours(services, { timeZone: 'Asia/Shanghai', from: 21 * 60, until: 8 * 60, channels: ['CALL'] });
  await setFrequencyCap(services, { messages: 0, days: 7 });
  const variants = [{ name: 'A', share: 1, text: 'Hello {{alias}}' }];
  const [channel, ...fallback] = CHANNELS;
  const plan = {
    id: CAMPAIGN,
    name: 'Kill',
    purpose: 'marketing',
    channel,
    fallback,
    segment: 'all',
    variants,
  } as const;
  await createCampaign(services, plan);
  await approveCampaign({ ...services, viewer: { id: 'second', role: 'admin' } }, CAMPAIGN);
  await launchCampaign(services, CAMPAIGN);
}

/** Other jobs count as done just now, so that servers send and take people on from the beginning. */
async function leaveOut({ graph, clock, home }: Services): Promise<void> {
  for (const job of JOBS.filter(({ name }) => name !== 'dispatch' && name !== 'journeys')) {
    const [id, now] = [jobId(job, home), clock.now()];
    await graph.write('jobs/steps/job-start', { id, before: null, now });
    await graph.write('jobs/steps/job-end', { id, now, outcome: 'DONE', problem: null, counts: null });
  }
}

async function unsent(services: Services): Promise<number> {
  const [row] = await asker(services)(
    "MATCH (t:Touch) WHERE t.state IN ['PLANNED', 'SENDING'] RETURN count(t) AS left",
  );
  return Number(row!.left);
}

async function notedIn(services: Services): Promise<Noted[]> {
  return (await asker(services)(
    `MATCH (c:Customer)-[:RECEIVED]->(t:Touch)
     RETURN t.id AS id, c.id AS customerId, t.channel AS channel, t.state AS state`,
  )) as readonly object[] as Noted[];
}
