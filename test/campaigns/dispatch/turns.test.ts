import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCampaign } from '../../../src/campaigns/campaign.service.js';
import type { Adapter } from '../../../src/campaigns/dispatch/adapter.js';
import { fileSink } from '../../../src/campaigns/dispatch/adapters/file-sink.js';
import { dispatchDue } from '../../../src/campaigns/dispatch/dispatch.service.js';
import { launchCampaign } from '../../../src/campaigns/launch/launch.service.js';
import type { Graph } from '../../../src/graph/graph.js';
import { groupBy } from '../../../src/kernel/group-by.js';
import type { Services } from '../../../src/security/services.js';
import { emptyGraph } from '../../consent/world.js';
import { launched } from './world.js';

let graph: Graph;
let folder: string;

beforeAll(async () => {
  graph = await emptyGraph();
  folder = mkdtempSync(join(tmpdir(), 'guanxi-turns-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await graph.close();
});

/** A draft for the first so many customers. */
async function drafted(services: Services, id: string, { people, priority }: { people: number; priority: number }) {
  const customers = Array.from({ length: people }, (_, n) => `n${String(n + 1).padStart(3, '0')}`);
  const variants = [{ name: 'A', share: 1, text: id }];
  await createCampaign(services, {
    ...{ id, name: id, purpose: 'marketing', channel: 'SMS' },
    customers,
    priority,
    variants,
  });
}

/** Work that is begun by the first who calls for it, and waited for by all. */
function once(work: () => Promise<unknown>): () => Promise<unknown> {
  let begun: Promise<unknown> | undefined;
  return () => {
    begun ??= work();
    return begun;
  };
}

/** How many messages of each campaign are among those. */
function counted(order: readonly string[]): Record<string, number> {
  return Object.fromEntries([...groupBy(order, (id) => id)].map(([id, all]) => [id, all.length]));
}

test('the more important goes first, also when it is launched meanwhile; equals take turns, however large one is', async () => {
  const services = await launched(graph, 60); // spring, of priority 5
  for (const [id, people, priority] of [
    ['twin', 55, 5],
    ['first', 10, 9],
    ['late', 10, 10],
  ] as const) {
    await drafted(services, id, { people, priority });
    if (id !== 'late') await launchCampaign(services, id);
  }
  const sink = fileSink(folder);
  const order: string[] = [];
  const launchLate = once(() => launchCampaign(services, 'late'));
  const noting: Adapter = {
    ...sink,
    send: async (message) => {
      order.push(message.campaignId);
      if (message.campaignId === 'spring') await launchLate();
      return sink.send(message);
    },
  };
  expect(await dispatchDue(services, { SMS: noting }, 1)).toMatchObject({ sent: 135, ended: 4 });
  const rounds = [order.slice(0, 10), order.slice(10, 110), order.slice(110, 120), order.slice(120)];
  // equals leave at the same time
  const wanted = [{ first: 10 }, { spring: 50, twin: 50 }, { late: 10 }, { spring: 10, twin: 5 }];
  expect(rounds.map(counted)).toEqual(wanted);
  const written = ['first', 'spring', 'twin', 'late'].map((id) => readdirSync(join(folder, id)).length);
  expect(written).toEqual([10, 60, 55, 10]);
});
