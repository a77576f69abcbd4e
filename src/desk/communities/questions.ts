import type { SegmentChoice } from '../answers.js';
import type { Client } from '../client.js';
import { aliases, segmentChoices } from '../questions.js';

/** What the communities view asks of the server. Every function throws `Problem`. */

/** How many the view knows by name. */
const MOST = 200;

export interface Community {
  readonly id: string;
  readonly name: string | null;
  readonly nameZh: string | null;
  readonly city: string | null;
  readonly size: number;
  /** Pairs who know each other as a share of all pairs, 0..1. */
  readonly density: number;
}

/** The largest communities. */
export async function allCommunities(client: Client): Promise<Community[]> {
  const { topCommunities } = await client.ask<{ topCommunities: (Community & { topCity: string | null })[] }>(
    'query ($limit: Int!) { topCommunities(limit: $limit) { id name nameZh topCity size density } }',
    { limit: MOST },
  );
  return topCommunities.map(({ topCity, ...community }) => ({ ...community, city: topCity }));
}

export interface Topic {
  readonly kind: string;
  readonly topic: string;
  readonly topicZh: string;
  readonly share: number;
  readonly lift: number;
}

export interface HistoryPoint {
  readonly at: string | null;
  readonly size: number | null;
}

interface ProfileRow {
  readonly name: string | null;
  readonly nameZh: string | null;
  readonly since: string;
  readonly size: number;
  readonly ties: number;
  readonly density: number;
  readonly consentMarketing: number;
  readonly value: readonly {
    readonly currency: string;
    readonly orders: number;
    readonly spendMinor: number;
    readonly buyers: number;
  }[];
  readonly leaders: readonly { readonly customerId: string; readonly influence: number }[];
  readonly segments: readonly { readonly segment: string; readonly members: number; readonly share: number }[];
  readonly topics: readonly Topic[];
}

export interface Profile extends Omit<ProfileRow, 'leaders'> {
  readonly id: string;
  readonly leaders: readonly { readonly id: string; readonly alias: string; readonly influence: number }[];
  /** What segments are called. */
  readonly choices: readonly SegmentChoice[];
  /** Sizes over the runs, oldest first. */
  readonly history: readonly HistoryPoint[];
}

/** One community, or null when there is none of that id. */
export async function profile(client: Client, id: string): Promise<Profile | null> {
  const [found, choices] = await Promise.all([
    client.ask<{ communityProfile: ProfileRow[]; communityHistory: HistoryPoint[] }>(
      `query ($id: ID!) {
        communityProfile(id: $id) {
          name nameZh since size ties density consentMarketing value { currency orders spendMinor buyers }
          leaders { customerId influence } segments { segment members share } topics { kind topic topicZh share lift }
        }
        communityHistory(id: $id) { at size }
      }`,
      { id },
    ),
    segmentChoices(client),
  ]);
  const row = found.communityProfile[0];
  if (!row) return null;
  const ids = row.leaders.map(({ customerId }) => customerId);
  const aliasOf = ids.length > 0 ? await aliases(client, ids) : new Map<string, string>();
  const leaders = row.leaders.map(({ customerId, influence }) => ({
    id: customerId,
    alias: aliasOf.get(customerId) ?? customerId,
    influence,
  }));
  const history = found.communityHistory.filter(({ size }) => size !== null).reverse();
  return { ...row, id, leaders, choices, history };
}

export interface Change {
  /** BORN, GONE, MERGED or SPLIT. */
  readonly kind: string;
  readonly from: readonly string[];
  readonly into: readonly string[];
  readonly members: number;
  readonly at: string;
}

/** What became of communities in the last run that changed any. */
export async function changes(client: Client): Promise<Change[]> {
  const { communityChanges } = await client.ask<{ communityChanges: Change[] }>(
    '{ communityChanges(limit: 200) { kind from into members at } }',
  );
  return communityChanges;
}
