import { AppError } from '../../kernel/error.js';
import { seededRandom } from '../../kernel/random.js';
import type { Services } from '../../security/index.js';
import { CREDIT, type Credit, creditsOf } from '../network-value.js';
import { ofLogs } from './bg-nbd.js';
import { type Buyer, type ClvCard, lastClv, worthOf } from './clv.service.js';
import { spendLogs, spendOfLogs } from './gamma-gamma.js';
import { drawLogs, type Interval, middle95 } from './intervals.js';
import { offsetOf } from './offset.js';
import type { Worth } from './worth.js';

/**
 * A part of the network value: the own CLV, what is credited to a referrer (below 0), or what somebody brought credits.
 */
export interface ValuePart {
  readonly kind: 'OWN' | 'GIVEN' | 'RECEIVED';
  readonly customerId: string | null;
  /** Referrals between the two; 0 for the own. */
  readonly hops: number;
  /** Minor units; all parts sum to the network value. */
  readonly valueMinor: number;
}

export interface ValueExplanation {
  readonly customerId: string;
  readonly currency: string;
  readonly runId: string;
  readonly scoredAt: Date;
  readonly months: number;
  /** Null for who never bought until then. */
  readonly history: Omit<Buyer, 'customerId'> | null;
  readonly worth: Worth | null;
  /** 95 %; null where the fit cannot tell. */
  readonly intervals: Readonly<Record<keyof Worth, Interval>> | null;
  readonly networkValueMinor: number;
  readonly parts: readonly ValuePart[];
}

const DRAWS = 400;
/** The same question gets the same interval. */
const SEED = 1;

/**
 * What a customer is worth and why, by the last fit: history, expectations with 95 % intervals, and who credits whom.
 * Null without a fit, or for a customer whom it did not score. Throws NOT_FOUND for who does not consent to profiling
 * or is unknown.
 */
export async function explainValue(services: Services, customerId: string): Promise<ValueExplanation | null> {
  const { graph } = services;
  const [run, [known]] = await Promise.all([lastClv(services), graph.read('value/steps/value-of', { customerId })]);
  if (!known)
    throw new AppError('NOT_FOUND', 'no customer with this id consents to profiling', 'check the id and the consent');
  if (!run || known.clvMinor === null || known.scoredAt === null) return null;
  const { asOf, currency, card } = run;
  const asked = { customerId, asOf, currency, offsetSeconds: offsetOf(services, asOf) };
  const [buyer] = await graph.read('value/steps/clv-history', asked);
  const parts = partsOf(customerId, known.clvMinor, known as unknown as Around);
  return {
    ...{ customerId, currency, runId: run.id, scoredAt: known.scoredAt, months: card.months },
    history: buyer ?? null,
    worth: buyer ? worthOf(card)(buyer) : null,
    intervals: buyer ? intervalsOf(card, buyer) : null,
    networkValueMinor: parts.reduce((sum, { valueMinor }) => sum + valueMinor, 0),
    parts,
  };
}

interface Around {
  readonly brought: readonly { readonly customerId: string; readonly clvMinor: number }[];
  readonly referrals: readonly { readonly referrer: string; readonly referred: string }[];
}

function partsOf(self: string, own: number, { brought, referrals }: Around): ValuePart[] {
  const clv = new Map([[self, own], ...brought.map((one) => [one.customerId, one.clvMinor] as const)]);
  const credits = creditsOf(clv, referrals, CREDIT);
  const given = credits.filter(({ from }) => from === self);
  const received = credits.filter(({ to }) => to === self);
  return [
    { kind: 'OWN', customerId: null, hops: 0, valueMinor: own },
    ...given.map(({ to, hops, value }: Credit) => ({
      kind: 'GIVEN' as const,
      customerId: to,
      hops,
      valueMinor: -value,
    })),
    ...received.map(({ from, hops, value }) => ({
      kind: 'RECEIVED' as const,
      customerId: from,
      hops,
      valueMinor: value,
    })),
  ];
}

function intervalsOf(card: ClvCard, buyer: Buyer): ValueExplanation['intervals'] {
  if (!card.covariances) return null;
  const { purchases, spend, covariances } = card;
  const draw = { random: seededRandom(SEED), draws: DRAWS };
  const logs = [purchases.r, purchases.alpha, purchases.a, purchases.b].map(Math.log);
  const spends = drawLogs(spendLogs(spend), covariances.spend, draw).map(spendOfLogs);
  const worths = drawLogs(logs, covariances.purchases, draw)
    .map((drawn, at) => worthOf({ ...card, purchases: ofLogs(drawn), spend: spends[at]! })(buyer))
    .filter(({ clv }) => Number.isFinite(clv));
  const of = (name: keyof Worth) => middle95(worths.map((worth) => worth[name]));
  return { pAlive: of('pAlive'), purchases: of('purchases'), value: of('value'), clv: of('clv') };
}
