import { z } from 'zod';
import type { RowOf } from '../../graph/queries.gen.js';
import { checked, wrongInput } from '../../kernel/checked.js';
import { DAY_MS } from '../../kernel/clock.js';
import { AppError } from '../../kernel/error.js';
import { currencyOf, timeOf } from '../../kernel/input.js';
import { faultWith, type Words } from '../../kernel/words/issues.js';
import type { Services } from '../../security/index.js';
import { costsOf, type Economics, economicsOf } from './costs.js';
import { GROUPINGS, type Grouping, type Journeys, journeysOf, usualCurrency } from './journeys.js';
import { creditsOf, MODELS, type Model, type ModelSettings } from './models.js';
import { totalOf } from './paths.js';

const YEAR_DAYS = 365;
/** Customers that one answer looks at; all their touches are in memory. */
const MOST_CUSTOMERS = 500_000;
const PAGE = 5_000;
const NO_TIME_BETWEEN: Words = { en: 'is not before to', zh: '须早于结束时间' };

export const attributionInput = z.object({
  model: z.enum(MODELS).default('MARKOV'),
  by: z.enum(GROUPINGS).default('CHANNEL'),
  /** Earliest conversion; a year before `to` when left out. */
  from: timeOf.nullish(),
  /** Exclusive; now when left out. */
  to: timeOf.nullish(),
  windowDays: z.coerce.number().int().min(1).max(730).default(30),
  halfLifeDays: z.coerce.number().min(0.1).max(365).default(7),
  order: z.coerce.number().int().min(1).max(3).default(1),
  currency: currencyOf.nullish(),
});
export type AttributionAsked = z.input<typeof attributionInput>;

/** What is owed to one touch point. */
export interface TouchPointCredit extends Economics {
  /** Id of the campaign or variant, or the channel; REFERRAL for persons. */
  readonly touchPoint: string;
  readonly name: string;
  readonly nameZh: string;
  readonly touches: number;
  readonly conversions: number;
  readonly newCustomers: number;
  readonly valueMinor: number;
  /** Of all conversions credited, 0..1. */
  readonly share: number;
}

export interface Attribution {
  readonly model: Model;
  readonly by: Grouping;
  readonly from: Date;
  readonly to: Date;
  readonly windowDays: number;
  readonly currency: string | null;
  readonly customers: number;
  readonly paths: number;
  /** Conversions with a touch within the window, and the sum of all credits: the same. */
  readonly attributed: number;
  readonly credited: number;
  readonly attributedMinor: number;
  readonly creditedMinor: number;
  /** Conversions with none. */
  readonly unattributed: number;
  readonly unattributedMinor: number;
  readonly otherCurrency: number;
  readonly credits: readonly TouchPointCredit[];
}

/**
 * What is owed to each channel, campaign or variant, and to persons who referred, by one of seven models, over the
 * conversions of customers who consent to profiling. Throws INPUT when there is no time between, TOO_MUCH above half a
 * million customers.
 */
export async function attribution(services: Services, given: AttributionAsked): Promise<Attribution> {
  const asked = checked(attributionInput, given, 'attribution');
  const { graph, clock } = services;
  const to = asked.to ?? clock.now();
  const from = asked.from ?? new Date(to.getTime() - YEAR_DAYS * DAY_MS);
  if (from >= to) throw wrongInput('attribution', [faultWith('from', NO_TIME_BETWEEN)]);
  const rows = await journeyRows(services, { from, until: to, windowDays: asked.windowDays });
  const currency = asked.currency ?? usualCurrency(rows);
  const [spend, rewards] = await Promise.all([
    graph.read('campaigns/steps/attribution/spend', { from, until: to }),
    graph.read('campaigns/steps/attribution/rewards-spend', { from, until: to }),
  ]);
  const grouped = { by: asked.by, from, windowDays: asked.windowDays, currency };
  const journeys = journeysOf(rows, grouped);
  const credits = creditRows(journeys, costsOf(spend, rewards, grouped), asked.model, asked);
  const sum = (of: (one: TouchPointCredit) => number) => credits.reduce((total, one) => total + of(one), 0);
  const { conversions, value } = totalOf(journeys.paths);
  return {
    ...{ ...grouped, model: asked.model, to, customers: rows.length, paths: journeys.paths.length },
    ...{ attributed: conversions, credited: sum((one) => one.conversions) },
    ...{ attributedMinor: value, creditedMinor: sum((one) => one.valueMinor) },
    unattributed: journeys.unattributed.conversions,
    unattributedMinor: journeys.unattributed.value,
    otherCurrency: journeys.otherCurrency,
    credits,
  };
}

/** The credits as rows, most first; touch points that cost something and are owed nothing too. */
export function creditRows(
  { paths, touches, names }: Journeys,
  costs: ReadonlyMap<string, number>,
  model: Model,
  settings: ModelSettings,
): TouchPointCredit[] {
  const credits = creditsOf(model, paths, settings);
  const fresh = creditsOf(
    model,
    paths.map(({ newCustomers, ...path }) => ({ ...path, value: newCustomers })),
    settings,
  );
  const all = totalOf(paths).conversions;
  const points = [...new Set([...credits.keys(), ...touches.keys(), ...costs.keys()])];
  const rows = points.map((touchPoint) => {
    const { conversions, value } = credits.get(touchPoint) ?? { conversions: 0, value: 0 };
    const newCustomers = fresh.get(touchPoint)?.value ?? 0;
    return {
      ...{ touchPoint, name: touchPoint, nameZh: touchPoint, ...names.get(touchPoint) },
      touches: touches.get(touchPoint) ?? 0,
      ...{ conversions, newCustomers, valueMinor: value, share: all === 0 ? 0 : conversions / all },
      ...economicsOf(costs.get(touchPoint) ?? null, { conversions, value, newCustomers }),
    };
  });
  return rows.sort((a, b) => b.conversions - a.conversions || (a.touchPoint < b.touchPoint ? -1 : 1));
}

type Row = RowOf<'campaigns/steps/attribution/journeys'>;

async function journeyRows(
  { graph }: Services,
  { from, until, windowDays }: { readonly from: Date; readonly until: Date; readonly windowDays: number },
): Promise<Row[]> {
  const since = new Date(from.getTime() - windowDays * DAY_MS);
  const rows: Row[] = [];
  for (let after = ''; ; ) {
    const page = await graph.read('campaigns/steps/attribution/journeys', { since, from, until, after, limit: PAGE });
    rows.push(...page);
    if (page.length < PAGE) return rows;
    if (rows.length >= MOST_CUSTOMERS)
      throw new AppError('TOO_MUCH', `attribution: more than ${MOST_CUSTOMERS} customers`, 'ask about a shorter time');
    after = page.at(-1)!.customerId;
  }
}
