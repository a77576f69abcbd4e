import type { RowOf } from '../../graph/queries.gen.js';
import { checked } from '../../kernel/checked.js';
import { AppError } from '../../kernel/error.js';
import { seededRandom } from '../../kernel/random.js';
import { recordAudit, type Services } from '../../security/index.js';
import { campaignOf } from '../campaign.service.js';
import { wilson } from '../experiments/proportions.js';
import { armsOf, countArms } from './choose.service.js';
import { type BanditInput, banditInput } from './input.js';
import { type Arm, thompson } from './policies.js';

interface Rate {
  readonly people: number;
  readonly successes: number;
  readonly rate: number | null;
  readonly low: number;
  readonly high: number;
}

interface ArmReport extends Arm, Rate {
  readonly context: string;
  readonly variant: string;
  readonly pending: number;
  /** Share of draws in which it is the best of its context, 0..1. */
  readonly chanceBest: number;
}

export interface BanditReport extends Omit<RowOf<'campaigns/steps/bandits/bandit'>, 'arms'> {
  readonly campaign: string;
  readonly arms: readonly ArmReport[];
  /** Those for whom it chose, and those who got any variant. */
  readonly chosen: Rate;
  readonly heldOut: Rate;
}

/**
 * Lets a bandit choose the variants of a campaign from now on. Safe to repeat. Throws INPUT, NOT_FOUND, CONFLICT (one
 * variant).
 */
export async function setBandit(services: Services, given: BanditInput): Promise<BanditReport> {
  const { campaign, ...settings } = checked(banditInput, given, 'setBandit');
  const { segment, variants } = await campaignOf(services, campaign);
  if (segment === null || variants.length < 2)
    throw new AppError('CONFLICT', `campaign ${campaign} has nothing to choose from`, 'give it two variants or more');
  const { graph, clock, viewer } = services;
  await graph.transaction(async (tx) => {
    const asked = { campaignId: campaign, settings, by: viewer.id, now: clock.now() };
    await tx.write('campaigns/steps/bandits/set', asked);
    await recordAudit(services, { action: 'BANDIT_SET', subject: campaign, count: 1 }, tx);
  });
  return banditOf(services, campaign);
}

/** What the bandit of a campaign knows, counted now. Throws NOT_FOUND. */
export async function banditOf(services: Services, campaign: string): Promise<BanditReport> {
  const { graph, clock } = services;
  const { variants } = await campaignOf(services, campaign);
  await countArms(services, campaign);
  const [bandit] = await graph.read('campaigns/steps/bandits/bandit', { campaignId: campaign });
  if (!bandit) throw new AppError('NOT_FOUND', `campaign ${campaign} has no bandit`, 'set one: guanxi bandit set');
  const names = new Map(variants.map(({ id, name }) => [id, name]));
  const contexts = [...new Set(bandit.arms.map(({ context }) => context))];
  const arms = contexts.flatMap((context) => reported(context, armsOf(bandit, context, [...names.keys()]), names));
  const groups = await graph.read('campaigns/steps/bandits/holdout', { campaignId: campaign, now: clock.now() });
  const group = (heldOut: boolean) => rated(groups.find(({ holdout }) => holdout === heldOut) ?? NOBODY);
  return { ...bandit, campaign, arms, chosen: group(false), heldOut: group(true) };
}

/** Counts anew for every campaign under way; how many. */
export async function countBandits(services: Services): Promise<{ bandits: number }> {
  const rows = await services.graph.read('campaigns/steps/bandits/campaigns', {});
  for (const { campaignId } of rows) await countArms(services, campaignId);
  return { bandits: rows.length };
}

const NOBODY = { people: 0, successes: 0 };
const DRAWS = 2_000;

function reported(context: string, arms: readonly Required<Arm>[], names: ReadonlyMap<string, string>): ArmReport[] {
  const random = seededRandom(1);
  const best = new Map<string, number>();
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const id = thompson(arms, random);
    best.set(id, (best.get(id) ?? 0) + 1);
  }
  return arms.map((arm) => ({
    ...arm,
    ...{ context, variant: names.get(arm.id)!, chanceBest: (best.get(arm.id) ?? 0) / DRAWS },
    ...rated({ people: arm.successes + arm.failures, successes: arm.successes }),
  }));
}

function rated({ people, successes }: { readonly people: number; readonly successes: number }): Rate {
  const rate = people === 0 ? null : successes / people;
  return { people, successes, rate, ...wilson({ people, conversions: successes }) };
}
