import type { Job } from '../jobs/job.js';
import { checkAccess } from './audit/alerts.service.js';
import { anchorAudit, entriesToAnchor } from './audit/anchor.service.js';
import { accessSettings } from './audit/settings.js';
import type { Services } from './services.js';

/** What keeps the audit honest. */
export const securityJobs: readonly Job<Services>[] = [
  {
    name: 'audit-anchor',
    does: {
      en: "Notes where the audit chain ends in this server's home folder",
      zh: '在本服务器目录中记录审计链的末端',
    },
    every: { setting: 'ANCHOR_MINUTES', unit: 'minutes' },
    lease: 30,
    run: async (services) => ({ anchored: (await anchorAudit(services, services.home)) === null ? 0 : 1 }),
    sooner: async (services) => (await entriesToAnchor(services)) >= accessSettings(services.settings).ANCHOR_ENTRIES,
    perServer: true,
    atStop: true,
  },
  {
    name: 'access-watch',
    does: { en: 'Looks for unusual access and raises alerts', zh: '检查异常访问并发出警报' },
    every: { hours: 1 },
    lease: 60,
    run: async (services) => {
      const { raised } = await checkAccess(services);
      if (raised > 0) services.log.warn('unusual access', { alerts: raised });
      return { raised };
    },
  },
];
