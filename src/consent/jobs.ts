import type { Job } from '../jobs/job.js';
import type { Services } from '../security/index.js';
import { expireConsents } from './consent-ledger.service.js';
import { renewConsents } from './consent-renewal.service.js';
import { recountAround } from './recount.service.js';

/** What time alone changes of consents. */
export const consentJobs: readonly Job<Services>[] = [
  {
    name: 'consent-expiry',
    does: { en: 'Ends consents whose time ran out', zh: '终止已到期的同意' },
    every: { minutes: 1 },
    lease: 60,
    run: (services) => expireConsents(services),
  },
  {
    name: 'consent-renewal',
    does: { en: 'Ends consents to texts that are to be asked again', zh: '终止需按新文本重新征求的同意' },
    every: { minutes: 1 }, // where a change of words was interrupted
    lease: 60,
    run: async (services) => ({ ended: await renewConsents(services) }),
  },
  {
    name: 'consent-recount',
    does: {
      en: 'Recounts around customers with very many ties who came to profiling or left it',
      zh: '关系极多的客户同意或撤回画像后，重新统计其周围客户',
    },
    every: { minutes: 1 },
    lease: 60,
    run: (services) => recountAround(services),
  },
];
