import { createHash } from 'node:crypto';
import type { GraphTransaction } from '../../graph/graph.js';
import type { RowOf } from '../../graph/queries.gen.js';
import { type Random, seededRandom } from '../../kernel/random.js';
import type { Services } from '../../security/index.js';
import { policyOf } from './input.js';
import { type Arm, allot } from './policies.js';

interface Choosing {
  readonly campaignId: string;
  readonly variantIds: readonly string[];
  readonly customerIds: readonly string[];
  readonly now: Date;
}

type Bandit = RowOf<'campaigns/steps/bandits/bandit'>;

/**
 * The variants chosen for customers of a campaign beforehand: by an experiment, or now by its bandit, which notes them
 * in the same transaction. Who has none draws by the plain split: nothing is chosen for who does not consent to
 * profiling. Repeated, it chooses the same.
 */
export async function chosenVariants(tx: GraphTransaction, choosing: Choosing): Promise<Map<string, string>> {
  const { campaignId, customerIds, now } = choosing;
  const known = await tx.read('campaigns/steps/experiments/variants-of', { campaignId, customerIds: [...customerIds] });
  const chosen = new Map(known.map(({ customerId, variantId }) => [customerId, variantId]));
  const [bandit] = await tx.read('campaigns/steps/bandits/bandit', { campaignId });
  if (!bandit) return chosen;
  const left = customerIds.filter((id) => !chosen.has(id));
  const people = await tx.read('campaigns/steps/bandits/contexts', { customerIds: left, context: bandit.context });
  const rows = choices(bandit, choosing, people);
  if (rows.length > 0) await tx.write('campaigns/steps/bandits/choose', { campaignId, now, rows });
  for (const { customerId, variantId } of rows) chosen.set(customerId, variantId);
  return chosen;
}

/** Counts anew what came of the choices of a campaign's bandit. Returns whether it has one. */
export async function countArms({ graph, clock }: Services, campaignId: string): Promise<boolean> {
  const [bandit] = await graph.read('campaigns/steps/bandits/bandit', { campaignId });
  if (bandit) await graph.write('campaigns/steps/bandits/count', { campaignId, now: clock.now() });
  return bandit !== undefined;
}

type Person = RowOf<'campaigns/steps/bandits/contexts'>;

function choices(bandit: Bandit, { campaignId, variantIds }: Choosing, people: readonly Person[]) {
  const random = seededRandom(seedOf(campaignId, people));
  const policy = policyOf(bandit.policy, bandit.epsilon);
  const contexts = [...new Set(people.map(({ context }) => context))].sort();
  return contexts.flatMap((context) => {
    const own = people
      .filter((one) => one.context === context)
      .map(({ customerId }) => ({ customerId, holdout: random.next() < bandit.holdout }));
    const chosen = allot(
      policy,
      armsOf(bandit, context, variantIds),
      own.filter(({ holdout }) => !holdout).length,
      random,
    );
    return own.map(({ customerId, holdout }) => {
      const variantId = holdout ? anyOf(variantIds, random) : chosen.shift()!;
      return { customerId, variantId, context, holdout };
    });
  });
}

/** What a bandit knows of its arms in a context; nothing of those that nobody saw. */
export function armsOf(
  { arms }: Pick<Bandit, 'arms'>,
  context: string,
  variantIds: readonly string[],
): Required<Arm>[] {
  return variantIds.map((id) => {
    const known = arms.find((arm) => arm.context === context && arm.variantId === id);
    return { id, successes: known?.successes ?? 0, failures: known?.failures ?? 0, pending: known?.pending ?? 0 };
  });
}

function anyOf(ids: readonly string[], random: Random): string {
  return ids[Math.floor(random.next() * ids.length)]!;
}

/** The same for the same people, so that a transaction that is tried again chooses the same. */
function seedOf(campaignId: string, people: readonly Person[]): number {
  const text = JSON.stringify([campaignId, people.map(({ customerId }) => customerId)]);
  return createHash('sha256').update(text).digest().readUInt32BE();
}
