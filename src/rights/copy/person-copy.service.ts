import { explainScore, SCORE_NAMES } from '../../analysis/index.js';
import type { Services } from '../../security/index.js';
import { exportPerson, type PersonCopy } from './export.service.js';

/** A person's copy with each of their scores told in plain words, English and Chinese. Throws as `exportPerson`. */
export function personCopy(services: Services, requestId: string): Promise<PersonCopy> {
  return exportPerson(services, requestId, (customerId) => explainedScores(services, customerId));
}

/**
 * Every score of a customer in plain words, as the person concerned may read them: what it is, and what it was told by.
 */
export async function explainedScores(services: Services, customerId: string) {
  const told = [];
  for (const score of SCORE_NAMES) {
    const { value, label, why, whyZh, parts, scoredAt } = await explainScore(services, { customer: customerId, score });
    told.push({ score, value, label, scoredAt, why, whyZh, parts: parts.map((part) => ({ ...part })) });
  }
  return told;
}

/** The document as it is handed over. */
export function documentOf({ sections, ...about }: PersonCopy): string {
  return JSON.stringify({ about, ...sections }, null, 2);
}
