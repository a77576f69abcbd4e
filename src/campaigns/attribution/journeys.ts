import type { RowOf } from '../../graph/queries.gen.js';
import { DAY_MS } from '../../kernel/clock.js';
import type { TouchPath } from './paths.js';

export const GROUPINGS = ['CAMPAIGN', 'CHANNEL', 'VARIANT'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The touch point that a referral by a person is, whatever touches are grouped by. */
export const REFERRAL = 'REFERRAL';
/** The channel of a touch that nobody noted. */
export const UNKNOWN = 'UNKNOWN';

type Journey = RowOf<'campaigns/steps/attribution/journeys'>;
type Touch = Journey['touches'][number];
type Conversion = Journey['conversions'][number];

export interface Grouped {
  readonly by: Grouping;
  readonly from: Date;
  readonly windowDays: number;
  /** Of which conversions count; one without a currency counts too. */
  readonly currency: string | null;
}

/** A path as models take it, and how many of its conversions were first orders. */
export interface Journeyed extends TouchPath {
  readonly newCustomers: number;
}

/** What a touch point is called in each language. */
export interface Names {
  readonly name: string;
  readonly nameZh: string;
}

export interface Journeys {
  readonly paths: readonly Journeyed[];
  /** Touches by touch point, whether they led to something or not. */
  readonly touches: ReadonlyMap<string, number>;
  readonly names: ReadonlyMap<string, Names>;
  /** Conversions that nothing within the window came before. */
  readonly unattributed: { readonly conversions: number; readonly value: number };
  /** Conversions in another currency. */
  readonly otherCurrency: number;
}

/** The currency of most conversions; null where none says one. */
export function usualCurrency(rows: readonly Journey[]): string | null {
  const counts = new Map<string, number>();
  for (const { currency } of rows.flatMap(({ conversions }) => conversions))
    if (currency) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}

/**
 * Paths of customers: one for each conversion, of all touches within `windowDays` before it; and for who was touched
 * since `from` with no conversion within the window after, one of those touches, which did not convert.
 */
export function journeysOf(rows: readonly Journey[], grouped: Grouped): Journeys {
  const paths: Journeyed[] = [];
  const counts = new Map<string, number>();
  const names = new Map<string, Names>();
  let unattributed = { conversions: 0, value: 0 };
  let otherCurrency = 0;
  for (const row of rows) {
    const touches = [...row.touches].sort((a, b) => a.at.getTime() - b.at.getTime() || compare(a, b));
    for (const touch of touches.filter(({ at }) => at >= grouped.from)) {
      const key = keyOf(touch, grouped.by);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    for (const touch of touches) names.set(keyOf(touch, grouped.by), namesOf(touch, grouped.by));
    const all = row.conversions.filter(({ currency }) => !isOther(currency, grouped.currency));
    otherCurrency += row.conversions.length - all.length;
    for (const conversion of all) {
      const before = touches.filter(({ at }) => isWithin(at, conversion.at, grouped.windowDays));
      if (before.length > 0) paths.push(pathOf(before, conversion, grouped.by));
      else
        unattributed = {
          conversions: unattributed.conversions + 1,
          value: unattributed.value + (conversion.valueMinor ?? 0),
        };
    }
    const idle = touches.filter(({ at }) => at >= grouped.from && !leads(at, row.conversions, grouped.windowDays));
    if (idle.length > 0) paths.push(idlePath(idle, grouped.by));
  }
  return { paths, touches: counts, names, unattributed, otherCurrency };
}

function pathOf(touches: readonly Touch[], conversion: Conversion, by: Grouping): Journeyed {
  return {
    touches: touches.map((touch) => keyOf(touch, by)),
    ages: touches.map(({ at }) => (conversion.at.getTime() - at.getTime()) / DAY_MS),
    conversions: 1,
    value: conversion.valueMinor ?? 0,
    newCustomers: conversion.newCustomer ? 1 : 0,
  };
}

function idlePath(touches: readonly Touch[], by: Grouping): Journeyed {
  return { touches: touches.map((touch) => keyOf(touch, by)), conversions: 0, value: 0, nulls: 1, newCustomers: 0 };
}

function leads(at: Date, conversions: readonly Conversion[], windowDays: number): boolean {
  return conversions.some((conversion) => isWithin(at, conversion.at, windowDays));
}

function isWithin(touched: Date, converted: Date, windowDays: number): boolean {
  const age = converted.getTime() - touched.getTime();
  return age >= 0 && age <= windowDays * DAY_MS;
}

function isOther(currency: string | null | undefined, wanted: string | null): boolean {
  return currency != null && wanted !== null && currency !== wanted;
}

/** By what a touch counts: id of the campaign or variant, or the channel. */
export function keyOf({ campaignId, channel, variantId }: Omit<Touch, 'at'>, by: Grouping): string {
  if (campaignId == null) return REFERRAL;
  if (by === 'CAMPAIGN') return campaignId;
  return by === 'VARIANT' ? variantId! : (channel ?? UNKNOWN);
}

function namesOf(touch: Touch, by: Grouping): Names {
  const campaignZh = touch.campaignZh ?? touch.campaign ?? null;
  return { name: nameOf(touch, by), nameZh: nameOf({ ...touch, campaign: campaignZh }, by) };
}

function nameOf(touch: Touch, by: Grouping): string {
  const { campaignId, campaign, variant } = touch;
  if (campaignId == null || by === 'CHANNEL') return keyOf(touch, by);
  return by === 'CAMPAIGN' ? (campaign ?? campaignId) : `${campaign ?? campaignId}: ${variant}`;
}

/** Touches of one moment in the order of their variants, so that every run tells the same. */
function compare(a: Touch, b: Touch): number {
  return (a.variantId ?? '') < (b.variantId ?? '') ? -1 : 1;
}
