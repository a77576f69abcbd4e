import type { Job } from '../jobs/job.js';
import { AppError } from '../kernel/error.js';
import type { Services } from '../security/index.js';
import { countBandits } from './bandits/bandit.service.js';
import { sendersOf, waysToSend } from './dispatch/channels.js';
import { dispatchDue } from './dispatch/dispatch.service.js';
import { launchCampaign, resumeLaunches } from './launch/launch.service.js';
import { settleProgrammes } from './programme/settle.service.js';

/** Sends what campaigns have for people. */
export const campaignJobs: readonly Job<Services>[] = [
  {
    name: 'dispatch',
    does: { en: 'Sends the messages of running campaigns that are due', zh: '发送进行中营销活动的到期消息' },
    every: { minutes: 1 },
    lease: 30,
    run: dispatchAll,
    perServer: true,
  },
  {
    name: 'campaigns',
    does: {
      en: 'Launches approved campaigns whose time has come, and goes on with launches whose server died',
      zh: '启动已批准且到时的营销活动，并续完因服务器中断而未完成的启动',
    },
    every: { minutes: 1 },
    lease: 300,
    run: launchScheduled,
  },
  {
    name: 'bandits',
    does: { en: 'Counts what came of the variants that bandits chose', zh: '统计多臂老虎机所选版本的效果' },
    every: { minutes: 60 },
    lease: 180,
    run: countBandits,
  },
  {
    name: 'referral-programme',
    does: {
      en: 'Gives the rewards of whoever came by a referral code and bought',
      zh: '为凭推荐码到来并消费的客户发放推荐奖励',
    },
    every: { minutes: 60 },
    lease: 180,
    run: settleProgrammes,
  },
];

/** Each by itself: one that nobody can be reached by pauses, and the others go on. */
async function launchScheduled(services: Services) {
  const resumed = await resumeLaunches(services);
  const due = await services.graph.read('campaigns/steps/campaigns-scheduled', { now: services.clock.now() });
  let [launched, failed] = [0, 0];
  for (const { id } of due) {
    try {
      await launchCampaign(services, id);
      launched++;
    } catch (error) {
      if (!(error instanceof AppError) || error.kind !== 'CONFLICT') throw error;
      await services.graph.write('campaigns/steps/campaign-unreached', { id });
      services.log.warn('a scheduled campaign was not launched', { campaign: id, problem: error.message });
      failed++;
    }
  }
  return { launched, failed, resumed };
}

/** Sends through every channel that can; what it cannot send stays planned, and the log says why. */
async function dispatchAll(services: Services) {
  const ways = waysToSend(services);
  const senders = sendersOf(ways);
  try {
    const channels = ways.flatMap(({ channel, adapter }) => (adapter ? [] : [channel]));
    const asked = { now: services.clock.now(), channels };
    const stuck = channels.length === 0 ? [] : await services.graph.read('campaigns/steps/dispatch/queues', asked);
    for (const channel of new Set(stuck.map((one) => one.channel)))
      services.log.warn('messages wait', { channel, problem: ways.find((way) => way.channel === channel)?.problem });
    return { ...(await dispatchDue(services, senders)), stuckQueues: stuck.length };
  } finally {
    for (const adapter of Object.values(senders)) adapter?.close?.();
  }
}
