import type { Client } from '../client.js';
import { aliases } from '../questions.js';

/** What the referral view asks of the server. Every function throws `Problem`. */

/** How many people of a tree are drawn: more cannot be told apart. */
export const MOST_DRAWN = 200;

/** A person as pictures show them. */
export interface Face {
  readonly alias: string | null;
  readonly city: string | null;
  readonly ageBand: string | null;
  readonly tier: string | null;
  readonly communityId: string | null;
  readonly influence: number | null;
}
const FACE = 'customer { alias city ageBand tier communityId influence }';

export interface Member {
  readonly customerId: string;
  readonly customer: Face | null;
  readonly referrerId: string;
  readonly level: number;
  readonly converted: boolean;
}

/** Money of one currency. `valueMinor` is an integer as text, since it may be larger than a number can hold. */
export interface Money {
  readonly currency: string;
  readonly valueMinor: string | number;
}

export interface Tree {
  readonly customerId: string;
  readonly customer: Face | null;
  readonly people: number;
  readonly depth: number;
  readonly breadth: number;
  readonly conversions: number;
  readonly value: readonly Money[];
  readonly levels: readonly {
    readonly level: number;
    readonly people: number;
    readonly conversions: number;
    readonly value: readonly Money[];
  }[];
  readonly members: readonly Member[];
  readonly notShown: number;
}

/** Everyone a customer brought. */
export async function referralTree(client: Client, customer: string): Promise<Tree> {
  const found = await client.ask<{ referralTree: Tree }>(
    `query ($customer: ID!, $first: Int!) {
      referralTree(customer: $customer, first: $first) {
        customerId ${FACE} people depth breadth conversions value { currency valueMinor }
        levels { level people conversions value { currency valueMinor } }
        members { customerId ${FACE} referrerId level converted }
        notShown
      }
    }`,
    { customer, first: MOST_DRAWN },
  );
  return found.referralTree;
}

export interface Referrer {
  readonly customerId: string;
  readonly customer: { readonly alias: string | null } | null;
  readonly direct: number;
  readonly people: number;
  readonly conversions: number;
  readonly valueMinor: number;
  readonly currency: string | null;
}

/** Who brought most. */
export async function topReferrers(client: Client, limit: number): Promise<Referrer[]> {
  const found = await client.ask<{ topReferrers: Referrer[] }>(
    `query ($limit: Int!) {
      topReferrers(limit: $limit) { customerId customer { alias } direct people conversions valueMinor currency }
    }`,
    { limit },
  );
  return found.topReferrers;
}

export interface Step {
  readonly customerId: string;
  readonly customer: Face | null;
  /** To the person before, 0..1; null for the first. */
  readonly closeness: number | null;
}

export interface Paths {
  readonly paths: readonly { readonly closeness: number; readonly steps: readonly Step[] }[];
  readonly exact: boolean;
  readonly reason: string | null;
}

/** The three best chains of introductions between two people. */
export async function referralPaths(client: Client, from: string, to: string): Promise<Paths> {
  const found = await client.ask<{ referralPath: Paths }>(
    `query ($from: ID!, $to: ID!) {
      referralPath(from: $from, to: $to, k: 3) {
        paths { closeness steps { customerId closeness ${FACE} } } exact reason
      }
    }`,
    { from, to },
  );
  return found.referralPath;
}

export interface KFactor {
  readonly invitations: number;
  readonly conversions: number;
  readonly customers: number;
  readonly conversion: number;
  readonly kFactor: number;
  /** Change of K a month. */
  readonly slope: number;
  readonly periods: readonly {
    readonly period: string;
    readonly invitations: number;
    readonly conversions: number;
    readonly kFactor: number;
  }[];
}

/** Whether the programme grows by itself, by months of the last year. */
export async function kFactor(client: Client): Promise<KFactor> {
  const found = await client.ask<{ kFactor: KFactor }>(
    `{ kFactor {
      invitations conversions customers conversion kFactor slope periods { period invitations conversions kFactor }
    } }`,
  );
  return found.kFactor;
}

export const ASKING_PARTS = ['satisfied', 'active', 'value', 'room', 'record'] as const;
export type AskingPart = (typeof ASKING_PARTS)[number];

export interface Potential {
  readonly customerId: string;
  readonly customer: { readonly alias: string | null } | null;
  readonly score: number;
  readonly parts: Readonly<Record<AskingPart, number>>;
  readonly channels: readonly string[];
  readonly newcomers: number;
}

/** Whom to ask to recommend next. */
export async function potentialReferrers(client: Client, first: number): Promise<Potential[]> {
  const found = await client.ask<{ potentialReferrers: Potential[] }>(
    `query ($first: Int!) {
      potentialReferrers(first: $first) {
        customerId customer { alias } score parts { ${ASKING_PARTS.join(' ')} } channels newcomers
      }
    }`,
    { first },
  );
  return found.potentialReferrers;
}

interface HiddenRow {
  readonly customerId: string;
  readonly customer: { readonly alias: string | null } | null;
  readonly firstOrderAt: string;
  /** Customer ids. */
  readonly broughtBy: string;
  readonly recordedReferrer: string | null;
  /** 0..1 */
  readonly confidence: number;
}

export interface Hidden extends HiddenRow {
  readonly aliasOf: ReadonlyMap<string, string>;
}

/** Who really brought the newest customers, where the record says nothing or someone else. */
export async function hiddenReferrals(client: Client, first: number): Promise<Hidden[]> {
  const { hiddenReferrals } = await client.ask<{ hiddenReferrals: HiddenRow[] }>(
    `query ($first: Int!) {
      hiddenReferrals(first: $first) {
        customerId customer { alias } firstOrderAt broughtBy recordedReferrer confidence
      }
    }`,
    { first },
  );
  const ids = hiddenReferrals.flatMap(({ broughtBy, recordedReferrer }) => [broughtBy, recordedReferrer ?? broughtBy]);
  const aliasOf = ids.length > 0 ? await aliases(client, [...new Set(ids)]) : new Map<string, string>();
  return hiddenReferrals.map((row) => ({ ...row, aliasOf }));
}
