import type { ParamsOf } from '../../graph/queries.gen.js';
import { AppError } from '../../kernel/error.js';
import type { Services } from '../services.js';
import { unseen } from './rows.service.js';

/** What is paged by the ids of its rows: customers, touches of a campaign, runs of a journey, entries of the audit. */
interface Paged extends Omit<ParamsOf<'graph/steps/cursor-known'>, 'after' | 'kind'> {
  readonly kind: 'CUSTOMER' | 'TOUCH' | 'RUN' | 'ENTRY';
}

/**
 * Throws INPUT unless `after` is empty, which begins at the first page, or the id of something that is paged: any
 * other text is some place in the order of ids, and would give the first page or an empty one. Throws NOT_FOUND to a
 * viewer of limited rows, who is not told which customers there are.
 */
export async function requireCursor(services: Services, paged: Paged, after: string): Promise<void> {
  if (after === '') return;
  const [row] = await services.graph.read('graph/steps/cursor-known', { ...paged, after });
  if (row!.known) return;
  if (services.viewer.scope) throw unseen();
  throw new AppError(
    'INPUT',
    'after: no page ends there',
    'give the id of the last row of the page before as it came, or leave `after` out for the first page',
  );
}
