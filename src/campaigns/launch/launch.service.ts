import { contactDecisions, contactSettings, lockForContact } from '../../consent/index.js';
import { diedLeases, giveBack, withLease } from '../../graph/lease.js';
import { AppError } from '../../kernel/error.js';
import { sideBySide } from '../../kernel/side-by-side.js';
import { faultWith } from '../../kernel/words/issues.js';
import { recordAudit, type Services } from '../../security/index.js';
import { refusalsOf } from '../audience.js';
import { chosenVariants, countArms } from '../bandits/choose.service.js';
import type { VariantRow } from '../campaign.service.js';
import { audiencePages } from '../segment.service.js';
import { type VariantShare, variantFor } from '../split.js';
import { requireApproval } from './approval.service.js';
import { type Counts, type LaunchResult, NOTHING, nobody, plus, reported, resultOf } from './counts.js';
import { type Launchable, launchable } from './launchable.service.js';
import { reachedBy } from './reach.js';
import { touchOf, writeTouches } from './touch.js';

/**
 * Touches everyone of the campaign's segment who may be contacted at this moment, each once, however often and on
 * however many servers it is called; what was interrupted goes on. A launched campaign is only reported, unless `again`
 * asks to reach those who joined or consented since. Throws NOT_FOUND, CONFLICT (too early, nobody to reach), BUSY.
 */
export async function launchCampaign(services: Services, id: string, again = false): Promise<LaunchResult> {
  const note = services.viewer.scope ? OF_LIMITED : again ? AGAIN : AT_FIRST;
  const options = { id: `${LEASE}${id}`, seconds: 60, waitMs: 20_000, note };
  const campaign = await launchable(services, id);
  const { startsAt } = campaign;
  if (startsAt && startsAt > services.clock.now())
    throw new AppError('CONFLICT', `campaign ${id} starts at ${startsAt.toISOString()}`, 'launch it then', {
      faults: [faultWith('startsAt', TOO_EARLY)],
    });
  await requireApproval(services, campaign);
  const variants = await services.graph.read('campaigns/steps/campaign-variants', { campaignId: id, currency: null });
  return withLease(services.graph, options, async () => {
    const [current] = await services.graph.read('campaigns/steps/campaign', { id });
    if (current?.startedAt && !again) return reported(current, current.startedAt);
    const counts = await touchAll(services, campaign, variants);
    if (counts.touched + counts.alreadyTouched === 0) throw nobody(campaign, counts);
    const startedAt = await markStarted(services, id, counts);
    return resultOf(id, startedAt, counts);
  });
}

const TOO_EARLY = { en: 'is not yet: launch it then', zh: '尚未到，请届时再启动' };
const LEASE = 'launch:';
const [AT_FIRST, AGAIN, OF_LIMITED] = ['first', 'again', 'limited'];

/**
 * Goes on with launches whose server died. One of a viewer of limited rows is left to its viewer: nobody else sees the
 * same customers. Returns how many went on; one that may no longer be launched is given up.
 */
export async function resumeLaunches(services: Services): Promise<number> {
  let resumed = 0;
  for (const lease of await diedLeases(services.graph, LEASE)) {
    if (lease.note === OF_LIMITED) continue;
    try {
      await launchCampaign(services, lease.id.slice(LEASE.length), lease.note === AGAIN);
      resumed++;
    } catch (error) {
      if (!(error instanceof AppError) || !['CONFLICT', 'NOT_FOUND'].includes(error.kind)) throw error;
      await giveBack(services.graph, lease);
    }
  }
  return resumed;
}

function markStarted(services: Services, id: string, counts: Counts): Promise<Date> {
  const { graph, clock, viewer } = services;
  return graph.transaction(async (tx) => {
    const launch = JSON.stringify(counts);
    const { startedAt } = await tx.write('campaigns/steps/campaign-started', {
      id,
      startedBy: viewer.id,
      launch,
      now: clock.now(),
    });
    await recordAudit(services, { action: 'CAMPAIGN_LAUNCHED', subject: id, count: counts.touched }, tx);
    return startedAt;
  });
}

/** Pages that are touched at the same time: one waits for the disk while another decides. */
const AT_ONCE = 2;

/**
 * Page by page: bounded memory and locks. Where a bandit chooses, one after the other, so that each knows of the
 * choices before.
 */
async function touchAll(services: Services, campaign: Launchable, variants: readonly VariantRow[]): Promise<Counts> {
  const shares = variants.map(({ id, name, share }) => ({ id, name, share: share ?? 0 }));
  let sum = NOTHING;
  const bandit = await countArms(services, campaign.id);
  await sideBySide(audiencePages(services, campaign.audience), bandit ? 1 : AT_ONCE, async ({ ids, excluded }) => {
    const counts = await touchPage(services, campaign, shares, ids);
    sum = plus(sum, { ...counts, excluded });
  });
  return sum;
}

/**
 * Whoever withdraws meanwhile waits for this transaction or is waited for: it decides under lock and touches before it
 * ends.
 */
function touchPage(
  { graph, clock }: Services,
  { id, purpose, ways }: Launchable,
  shares: readonly (VariantShare & { readonly id: string })[],
  customerIds: readonly string[],
): Promise<Omit<Counts, 'excluded'>> {
  return graph.transaction(async (tx) => {
    const now = clock.now();
    await lockForContact(tx, customerIds);
    const settings = await contactSettings({ graph: tx });
    const decided = await reachedBy(tx, ways, customerIds, (channel, ids) =>
      contactDecisions(tx, { purpose, channel, now, settings, brief: true }, ids),
    );
    const allowed = decided.filter((one) => one.allowed);
    const variantIds = shares.map((variant) => variant.id);
    const reached = allowed.map(({ customerId }) => customerId);
    const chosen = await chosenVariants(tx, { campaignId: id, variantIds, customerIds: reached, now });
    const rows = allowed.map((one) => {
      const { customerId } = one;
      const variantId = chosen.get(customerId) ?? variantFor(id, customerId, shares).id;
      return touchOf(one, { id: `${id}|${customerId}`, campaignId: id, variantId });
    });
    const touches = await writeTouches(tx, rows, now);
    return { ...touches, inSegment: decided.length, leftOut: refusalsOf(decided) };
  });
}
