import { z } from 'zod';
import { withLease } from '../../graph/lease.js';
import type { RowOf } from '../../graph/queries.gen.js';
import { checked } from '../../kernel/checked.js';
import { AppError } from '../../kernel/error.js';
import { currencyOf } from '../../kernel/input.js';
import { shortId } from '../../kernel/random.js';
import { noteScoreRun } from '../../scores/index.js';
import type { Services } from '../../security/index.js';
import { CREDIT, creditsOf, networkValues } from '../network-value.js';
import { type BgNbdFit, bgNbdObjective, fitBgNbd, groupHistories, type History } from './bg-nbd.js';
import { chosenCurrency } from './currency.js';
import { fitGammaGamma, type GammaGammaFit, gammaGammaObjective, type Spender, spendLogs } from './gamma-gamma.js';
import { covarianceOf, type Interval, parameterIntervals } from './intervals.js';
import { offsetOf } from './offset.js';
import { type Models, simpleClv, WORTH, type Worth, worthBy } from './worth.js';

/** How CLV is fitted; each has a default. */
export const clvOptions = z.strictObject({
  /** End of observation, exclusive; now when not given. */
  asOf: z.date().optional(),
  currency: currencyOf.optional(),
  /** Months ahead. */
  months: z.int().min(1).max(120).default(12),
  /** Yearly discount, 0.1 for 10 %. */
  discount: z.number().min(0).max(1).default(0.1),
  /** Gross margin, 0..1. */
  margin: z.number().min(0).max(1).default(1),
  /** Mean lifetime of a customer for another currency, years. */
  lifetimeYears: z.number().min(0).max(100).default(3),
  /** Cost of winning a customer for another currency, minor units. */
  acquisitionCostMinor: z.int().min(0).default(0),
});
export type ClvOptions = z.output<typeof clvOptions>;
export type ClvAsked = { readonly [Name in keyof ClvOptions]?: ClvOptions[Name] | undefined };

/** What a fit found: the models with 95 % intervals of their parameters, and how well the data bears them. */
export interface ClvCard {
  readonly model: 'BG/NBD × Gamma-Gamma';
  readonly months: number;
  readonly discount: number;
  readonly margin: number;
  readonly lifetimeYears: number;
  readonly acquisitionCostMinor: number;
  readonly purchases: BgNbdFit;
  /** Null, or null for a parameter, where the data cannot tell. */
  readonly intervals: readonly (Interval | null)[] | null;
  readonly spend: GammaGammaFit;
  /**
   * Of the logarithms of the parameters, for intervals of what a customer is worth; null where the data cannot tell.
   */
  readonly covariances: { readonly purchases: number[][]; readonly spend: number[][] } | null;
  /** Correlation of purchases and their mean value among repeat buyers; Gamma-Gamma wants it near 0. */
  readonly correlation: number;
  readonly repeatBuyers: number;
}

export interface ClvRun {
  readonly id: string;
  readonly at: Date;
  readonly asOf: Date;
  readonly currency: string;
  readonly customers: number;
  readonly card: ClvCard;
}

/** No statement of a fit may take longer, ms. */
const LONGEST_MS = 600_000;
/** Fewer repeat buyers than this bear no model. */
const LEAST_REPEAT_BUYERS = 30;

/**
 * Fits CLV on the orders until `asOf`, scores every profiled buyer, and credits network value along referrals. One fit
 * at a time (BUSY). Throws CONFLICT where the data cannot bear a model, INPUT where currencies are mixed and none is
 * named.
 */
export async function fitClv(services: Services, given: ClvAsked = {}): Promise<ClvRun> {
  const options = checked(clvOptions, given, 'clv fit');
  const graph = services.graph.withTimeout(LONGEST_MS);
  return withLease(graph, { id: 'clv', seconds: 120, waitMs: 0 }, async () => {
    const at = services.clock.now();
    const asOf = options.asOf ?? at;
    const currency = chosenCurrency(await graph.read('value/steps/order-currencies', { asOf }), options.currency);
    const buyers = await graph.read('value/steps/clv-histories', {
      asOf,
      currency,
      offsetSeconds: offsetOf(services, asOf),
    });
    const card = cardOf(buyers, options);
    const run = { id: shortId(services.random), at, asOf, currency, customers: buyers.length, card };
    await save({ ...services, graph }, run, buyers);
    services.log.info('clv fitted', { customers: buyers.length, converged: card.purchases.converged });
    return run;
  });
}

/** The latest fit, or null where there is none. */
export async function lastClv({ graph }: Services): Promise<ClvRun | null> {
  const [run] = await graph.read('value/steps/model-runs', { kind: 'clv' });
  return run ? { ...run, currency: run.currency!, card: JSON.parse(run.card) as ClvCard } : null;
}

export type Buyer = RowOf<'value/steps/clv-histories'>;
/** What of a card tells a worth. */
export type Fit = Pick<ClvCard, 'months' | 'discount' | 'margin'> & Models;

function cardOf(buyers: readonly Buyer[], options: ClvOptions): ClvCard {
  const spenders = buyers.flatMap((buyer) => spenderOf(buyer) ?? []);
  if (spenders.length < LEAST_REPEAT_BUYERS)
    throw new AppError(
      'CONFLICT',
      `${spenders.length} customers bought on two days or more, fewer than the ${LEAST_REPEAT_BUYERS} that a model needs`,
      'import more orders, or choose a later date or another currency',
    );
  const histories = groupHistories(buyers.map(historyOf));
  const purchases = fitBgNbd(histories);
  const spend = fitGammaGamma(spenders);
  if (!purchases.converged || !spend.converged || spend.q <= 1)
    throw new AppError(
      'CONFLICT',
      'the model does not settle on these orders: they hold too little difference between customers',
      'take a longer time of observation, or another currency',
    );
  const logs = [purchases.r, purchases.alpha, purchases.a, purchases.b].map(Math.log);
  const covariance = covarianceOf(bgNbdObjective(histories), logs, buyers.length);
  const ofSpend = covarianceOf(gammaGammaObjective(spenders), spendLogs(spend), spenders.length);
  return {
    model: 'BG/NBD × Gamma-Gamma',
    ...settingsOf(options),
    purchases,
    intervals: covariance && parameterIntervals(logs, covariance),
    spend,
    covariances: covariance && ofSpend && { purchases: covariance, spend: ofSpend },
    correlation: correlationOf(spenders),
    repeatBuyers: spenders.length,
  };
}

function settingsOf({ months, discount, margin, lifetimeYears, acquisitionCostMinor }: ClvOptions) {
  return { months, discount, margin, lifetimeYears, acquisitionCostMinor };
}

async function save(services: Services, run: ClvRun, buyers: readonly Buyer[]): Promise<void> {
  const { graph } = services;
  const worth = worthOf(run.card);
  const own = new Map(buyers.map((buyer) => [buyer.customerId, worthRow(run.card, worth(buyer), buyer)]));
  const clv = new Map([...own].map(([customerId, row]) => [customerId, row.clvMinor]));
  const network = networkValues(clv, creditsOf(clv, await graph.read('value/steps/clv-referrals', {}), CREDIT));
  const rows = [...network].map(([customerId, value]) => ({
    customerId,
    ...(own.get(customerId) ?? NO_WORTH),
    networkValueMinor: Math.round(value),
  }));
  await graph.writeBatches('value/steps/clv-save', rows, { at: run.at }, 10_000);
  await graph.write('value/steps/clv-clean', { at: run.at });
  const { id, at, asOf, currency, customers, card } = run;
  const saved = { id, kind: 'clv', at, asOf, currency, customers, card: JSON.stringify(card) };
  await graph.write('value/steps/model-run-save', saved);
  await noteScoreRun(services, 'clv');
}

/** A function that tells a buyer's worth by a fit, minor units. */
export function worthOf({ purchases, spend, months, discount, margin }: Fit): (buyer: Buyer) => Worth {
  const worth = worthBy({ purchases, spend }, { ...WORTH, periods: months, discount, margin });
  return (buyer) => worth({ history: historyOf(buyer), spender: spenderOf(buyer) });
}

/** Of who brought buyers and never bought. */
const NO_WORTH = { clvMinor: 0, clvAlive: null, clvOrders: null, clvValueMinor: null, clvSimpleMinor: null };

function worthRow({ lifetimeYears, margin, acquisitionCostMinor }: ClvCard, worth: Worth, buyer: Buyer) {
  const simple = { lifetimeYears, margin, acquisitionCost: acquisitionCostMinor };
  return {
    clvMinor: Math.round(worth.clv),
    clvAlive: worth.pAlive,
    clvOrders: worth.purchases,
    clvValueMinor: Math.round(worth.value),
    clvSimpleMinor: Math.round(simpleClv(buyer.yearlyMinor, simple)),
  };
}

function historyOf({ repeats, recencyDays, ageDays }: Buyer): History {
  return { repeats, recency: recencyDays / 7, age: ageDays / 7 };
}

function spenderOf({ repeats, repeatMinor }: Buyer): Spender | null {
  return repeats > 0 && repeatMinor > 0 ? { purchases: repeats, mean: repeatMinor / repeats } : null;
}

/** Pearson's correlation of purchases and mean value. */
function correlationOf(spenders: readonly Spender[]): number {
  const n = spenders.length;
  const mean = (of: (one: Spender) => number) => spenders.reduce((sum, one) => sum + of(one), 0) / n;
  const [x, y] = [mean(({ purchases }) => purchases), mean((one) => one.mean)];
  const covariance = mean((one) => (one.purchases - x) * (one.mean - y));
  const spread = Math.sqrt(mean((one) => (one.purchases - x) ** 2) * mean((one) => (one.mean - y) ** 2));
  return spread === 0 ? 0 : covariance / spread;
}
