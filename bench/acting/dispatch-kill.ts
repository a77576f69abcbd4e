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
import { withdrawConsent } from '../../src/consent/consent.service.js';
import { jobId } from '../../src/jobs/run.service.js';
import { checked } from '../../src/kernel/checked.js';
import { keyFileOf } from '../../src/security/sealing/keyring.js';
import { sealPerson } from '../../src/security/sealing/person.js';
import type { Services } from '../../src/security/services.js';
import { withBenchDatabase } from '../database.js';
import { filesIn, judge } from './books.js';
import { startReceiver } from './receiver.js';
import { startServers } from './servers.js';

const bounds = z.object({
  touches: z.coerce.number().int().min(100).max(1_000_000).default(20_000),
  servers: z.coerce.number().int().min(1).max(10).default(3),
  kills: z.coerce.number().int().min(0).max(10).default(2),
});
/** A third of the people each: a sink of files, a receiver that drops repeats, one that drops nothing. */
const CHANNELS = ['SMS', 'MAIL', 'WECHAT'] as const;
const CAMPAIGN = 'kill';

/**
 * `npm run bench -- dispatch-kill`: several real servers send one campaign, each killed (-9) at random moments and
 * started again, while people withdraw. Then the books of the receivers are read. Exits with a fault where a person got
 * two, or none for no reason, or one after withdrawing.
 */
export async function run(args: string[], context: CliContext): Promise<void> {
  const options = { touches: { type: 'string' }, servers: { type: 'string' }, kills: { type: 'string' } } as const;
  const asked = checked(bounds, parseArgs({ args, options }).values, 'bench dispatch-kill');
  const receiver = await startReceiver();
  const folder = workFolder(context.config.GUANXI_HOME);
  try {
    await withBenchDatabase(context, async (services, database) => {
      await preparePeople(services, asked.touches);
      await launch(services);
      await leaveOut(services);
      const env = writeChannels(folder, receiver.url);
      const homes = Array.from({ length: asked.servers }, (_, n) => homeOf(context, folder, n));
      const started = performance.now();
      const servers = startServers(database, homes, env);
      const withdrawn = new Map<string, number>();
      try {
        const leaving = withdrawSome(services, asked.touches, withdrawn, () => unsent(services));
        const progress = async () => 1 - (await unsent(services)) / asked.touches;
        // half of the time a message is on its way then: between its sending and the note of it
        const onItsWay = () => receiver.next().then(() => sleep(randomInt(60)));
        await servers.killAtRandom(asked.kills, progress, onItsWay);
        await leaving;
        while ((await unsent(services)) > 0) await sleep(1000);
      } finally {
        servers.end();
      }
      const seconds = (performance.now() - started) / 1000;
      context.out(`${asked.touches} touches, ${servers.killed()} kills, ${seconds.toFixed(0)} s`);
      const books = [filesIn(join(folder, 'outbox', CAMPAIGN)), receiver.once, receiver.careless];
      context.out(`a repeat came to the receiver that drops them ${receiver.dropped()} times`);
      judge(context, await statesOf(services), books, withdrawn);
    });
  } finally {
    await receiver.close();
    rmSync(folder, { recursive: true, force: true });
  }
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

const ask = async ({ graph: { driver, database } }: Services, text: string, parameters = {}) =>
  (await driver.executeQuery(text, parameters, { database })).records.map((row) => row.toObject());

async function preparePeople(services: Services, people: number): Promise<void> {
  const { key, wrapped } = services.vault.newKey();
  const sealed = sealPerson(services.vault, key, { phone: '13800000000', email: 'a@example.com', wechat: 'wx-sample' });
  for (let from = 0; from < people; from += 5000)
    await ask(
      services,
      `UNWIND range($from, $to) AS n MATCH (p:Purpose {id: 'marketing'})
       CREATE (c:Customer {id: 'n' + n, alias: 'C' + n, keyWrapped: $wrapped, sealed: $sealed})
       CREATE (c)-[:CONSENTS_TO {key: c.id + '|marketing|' + $channels[n % 3], channel: $channels[n % 3],
         since: datetime('2026-01-05')}]->(p)`,
      { from, to: Math.min(from + 5000, people) - 1, wrapped, sealed, channels: CHANNELS },
    );
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

/** Other jobs count as done just now, so that servers send from the beginning. */
async function leaveOut({ graph, clock, home }: Services): Promise<void> {
  for (const job of JOBS.filter(({ name }) => name !== 'dispatch')) {
    const [id, now] = [jobId(job, home), clock.now()];
    await graph.write('jobs/steps/job-start', { id, before: null, now });
    await graph.write('jobs/steps/job-end', { id, now, outcome: 'DONE', problem: null, counts: null });
  }
}

async function unsent(services: Services): Promise<number> {
  const [row] = await ask(services, "MATCH (t:Touch) WHERE t.state IN ['PLANNED', 'SENDING'] RETURN count(t) AS left");
  return Number(row!.left);
}

/** One in a hundred withdraws, spread over the first half of the sending. */
async function withdrawSome(
  services: Services,
  people: number,
  withdrawn: Map<string, number>,
  left: () => Promise<number>,
): Promise<void> {
  const many = Math.ceil(people / 100);
  for (let n = 0; n < many; n++) {
    while (n > 0.1 * many && (await left()) > people * (1 - n / (2 * many))) await sleep(200);
    const customerId = `n${randomInt(people)}`;
    await withdrawConsent(services, { customerId, purpose: 'marketing', via: 'form' });
    if (!withdrawn.has(customerId)) withdrawn.set(customerId, Date.now());
  }
}

async function statesOf(services: Services): Promise<Map<string, string>> {
  const rows = await ask(services, 'MATCH (c:Customer)-[:RECEIVED]->(t:Touch) RETURN c.id AS id, t.state AS state');
  return new Map(rows.map(({ id, state }) => [id, state]));
}
