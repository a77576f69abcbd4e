import { join } from 'node:path';
import type { Job } from '../jobs/job.js';
import { AppError } from '../kernel/error.js';
import { readSettings } from '../kernel/settings.js';
import type { Services } from '../security/index.js';
import { countBandits } from './bandits/bandit.service.js';
import type { Adapter } from './dispatch/adapter.js';
import { dispatchDue } from './dispatch/dispatch.service.js';
import { fileSink } from './dispatch/file-sink.js';
import { DISPATCH_SETTINGS } from './dispatch/settings.js';
import { webhook } from './dispatch/webhook.js';

import { settleProgrammes } from './programme/settle.service.js';

/** Sends what campaigns have for people. */
export const campaignJobs: readonly Job<Services>[] = [
  {
    name: 'dispatch',
    does: { en: 'Sends the messages of running campaigns that are due', zh: '发送进行中营销活动的到期消息' },
    every: { minutes: 1 },
    lease: 180,
    run: (services) => dispatchDue(services, adapterOf(services)),
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

/** How messages leave by the settings. Throws CONFIG where one is wrong. */
function adapterOf({ home, clock }: Services): Adapter {
  const { DELIVERY_URL, DELIVERY_SECRET } = readSettings(DISPATCH_SETTINGS);
  const now = () => clock.now();
  if (!DELIVERY_URL) return fileSink(join(home, 'outbox', 'messages.jsonl'), now);
  if (!DELIVERY_SECRET)
    throw new AppError('CONFIG', 'DELIVERY_URL is set without DELIVERY_SECRET', 'set both: what is posted is signed');
  return webhook(DELIVERY_URL, DELIVERY_SECRET, now);
}
