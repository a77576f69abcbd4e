/** The shapes the page works with, whatever the server calls them. */

export interface Headline {
  readonly customers: number;
  readonly profiled: number;
  readonly ties: number;
  readonly communities: number;
  readonly largestCommunity: number | null;
  readonly orders: number;
  /** One entry a currency, the largest first. */
  readonly spent: readonly Spend[];
  readonly analysedAt: string | null;
}

export interface Spend {
  readonly currency: string;
  readonly spendMinor: number;
}

export const PARTS = ['reach', 'response', 'conversion', 'brokerage'] as const;
export type Part = (typeof PARTS)[number];
/** Shares 0..1: how many of the others have less of it. A part the server does not know is left out. */
export type Parts = Readonly<Partial<Record<Part, number>>>;

/** The parts of an index from a row or a node that carries them as per cent 0..100. */
export function partsOf(row: Readonly<Record<string, unknown>>): Parts {
  const known = PARTS.filter((part) => typeof row[part] === 'number');
  return Object.fromEntries(known.map((part) => [part, (row[part] as number) / 100]));
}

/** What tells people apart comes first: at the top everybody reaches far. */
const TELLING: readonly Part[] = ['conversion', 'brokerage', 'response', 'reach'];

/** Why someone matters: the two strongest parts that come within a fifth of the best, to the nearest 5 per cent. */
export function strongest(parts: Parts): Part[] {
  const level = (part: Part) => Math.round((parts[part] ?? 0) * 20);
  const known = TELLING.filter((part) => level(part) > 0).sort((a, b) => level(b) - level(a));
  return known.filter((part) => level(part) >= 0.8 * level(known[0]!)).slice(0, 2);
}

export interface Influencer {
  readonly customerId: string;
  readonly alias: string;
  readonly city: string | null;
  readonly communityId: string | null;
  readonly influence: number;
  readonly degree: number;
  readonly parts: Parts;
}

export interface CommunityRow {
  readonly communityId: string;
  readonly size: number;
  readonly leaders: readonly { readonly id: string; readonly alias: string }[];
  /** What it was called by its commonest interest, city and product, or by a person. */
  readonly name: string | null;
  readonly nameZh: string | null;
  readonly city: string | null;
}

export interface SegmentRow {
  readonly id: string;
  readonly name: string | null;
  readonly nameZh: string | null;
  readonly customers: number;
  readonly spendMinor: number | null;
  readonly currency: string | null;
}

export interface Audience {
  readonly total: number;
  readonly reachable: number;
  readonly leftOut: readonly { readonly reason: string; readonly customers: number }[];
}

export interface Person {
  readonly id: string;
  readonly alias: string;
  readonly city: string | null;
  readonly ageBand: string | null;
  readonly tier: string | null;
  readonly influence: number | null;
  readonly communityId: string | null;
  readonly ties: number;
  readonly closest: readonly Neighbour[];
}

export interface SegmentChoice {
  readonly id: string;
  readonly name: string | null;
  readonly nameZh: string | null;
  readonly customers: number;
}

/** A community's name in the reader's language, else where most of it lives, else its id. */
export function communityNameIn(
  community: { readonly name: string | null; readonly nameZh: string | null; readonly city?: string | null },
  language: 'en' | 'zh',
): string | null {
  const names = language === 'zh' ? [community.nameZh, community.name] : [community.name, community.nameZh];
  return names.find(Boolean) ?? community.city ?? null;
}

/** A segment's name in the reader's language, else whatever it is called. */
export function segmentNameIn(segment: Pick<SegmentChoice, 'id' | 'name' | 'nameZh'>, language: 'en' | 'zh'): string {
  const names = language === 'zh' ? [segment.nameZh, segment.name] : [segment.name, segment.nameZh];
  return names.find(Boolean) ?? segment.id;
}

/** Someone next to the chosen one. `closeness` 0..1. */
export interface Neighbour {
  readonly id: string;
  readonly alias: string;
  readonly closeness: number;
  readonly kinds: readonly string[];
}
