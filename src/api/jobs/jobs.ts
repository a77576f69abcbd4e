import { analysisJobs } from '../../analysis/index.js';
import { campaignJobs, journeyJobs } from '../../campaigns/index.js';
import { consentJobs } from '../../consent/index.js';
import type { Job } from '../../jobs/job.js';
import { AppError } from '../../kernel/error.js';
import { readSettings } from '../../kernel/settings.js';
import { rightsJobs } from '../../rights/index.js';
import { ACCESS_SETTINGS, type Services, securityJobs } from '../../security/index.js';
import { churnJobs, clusterJobs, segmentJobs, valueJobs } from '../../value/index.js';
import { API_SETTINGS } from '../http/settings.js';

/** Every job of the product, each declared by the area that it belongs to, in the order of the house. */
export const JOBS: readonly Job<Services>[] = [
  ...securityJobs,
  ...consentJobs,
  ...analysisJobs,
  ...valueJobs,
  ...churnJobs,
  ...clusterJobs,
  ...segmentJobs,
  ...journeyJobs,
  ...campaignJobs,
  ...rightsJobs,
];

/** Who the server itself is in the audit: nobody's token can be this. */
export const SCHEDULER = { id: 'scheduler', role: 'service', purpose: 'integration' } as const;

const SETTINGS = {
  ANALYZE_EVERY: API_SETTINGS.ANALYZE_EVERY,
  ANCHOR_MINUTES: ACCESS_SETTINGS.ANCHOR_MINUTES,
  TIME_ZONE: ACCESS_SETTINGS.TIME_ZONE,
};

/** The settings by which intervals and times of day are set, from the environment. Throws CONFIG where one is wrong. */
export function jobSettings() {
  return readSettings(SETTINGS);
}

/** The job of that name. Throws NOT_FOUND, naming those that there are. */
export function jobNamed(name: string): Job<Services> {
  const job = JOBS.find((one) => one.name === name);
  if (job) return job;
  throw new AppError('NOT_FOUND', `there is no job ${name}`, `jobs are ${JOBS.map((one) => one.name).join(', ')}`);
}
