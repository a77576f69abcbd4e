import type { Drawing } from '../kernel/drawing.js';
import {
  type Audience,
  type CommunityRow,
  type Headline,
  type Influencer,
  type Part,
  partsOf,
  type SegmentChoice,
  type SegmentRow,
  type Spend,
} from './answers.js';
import { type Client, Problem } from './client.js';

/** What the page asks of the server. Only this file and `person-question.ts` know the API's names. Every function throws `Problem`. */

/** How many people a picture shows: more cannot be told apart. */
export const MOST_DOTS = 300;

interface HeadlineRow extends Omit<Headline, 'largestCommunity' | 'spent' | 'analysedAt'> {
  readonly lastRunAt: string | null;
}

/** The first figures. What a role may not ask beyond them, or a very large graph does not tell in time, is left out. */
export async function headline(client: Client): Promise<Headline> {
  const [{ headline }, spent, largestCommunity] = await Promise.all([
    client.ask<{ headline: HeadlineRow[] }>('{ headline { customers profiled ties communities orders lastRunAt } }'),
    allowed(client.ask<{ spend: Spend[] }>('{ spend { currency spendMinor } }'), ({ spend }) => spend, []),
    allowed(
      client.ask<{ topCommunities: { size: number }[] }>('{ topCommunities(limit: 1) { size } }'),
      ({ topCommunities }) => topCommunities[0]?.size ?? null,
      null,
    ),
  ]);
  const { lastRunAt, ...figures } = headline[0]!;
  return { ...figures, analysedAt: lastRunAt, spent, largestCommunity };
}

async function allowed<A, T>(answer: Promise<A>, pick: (answer: A) => T, otherwise: T): Promise<T> {
  try {
    return pick(await answer);
  } catch (error) {
    if (error instanceof Problem && ['FORBIDDEN', 'TIMEOUT'].includes(error.code)) return otherwise;
    throw error;
  }
}

/** The picture of the most influential and the ties among them. */
export function overview(client: Client): Promise<Drawing> {
  return client.picture<Drawing>('network/overview', { people: MOST_DOTS });
}

interface InfluencerRow extends Readonly<Record<Part, number | null>> {
  readonly customerId: string;
  readonly influence: number;
  readonly degree: number;
  readonly communityId: string | null;
  readonly customer: { readonly alias: string | null; readonly city: string | null } | null;
}

/** The most influential, each with the parts of their index. */
export async function influencers(client: Client, limit: number): Promise<Influencer[]> {
  const { influencers } = await client.ask<{ influencers: InfluencerRow[] }>(
    `query ($limit: Int!) {
      influencers(first: $limit) {
        customerId influence degree communityId reach response conversion brokerage customer { alias city }
      }
    }`,
    { limit },
  );
  return influencers.map(({ customer, ...row }) => ({
    ...row,
    alias: customer?.alias ?? row.customerId,
    city: customer?.city ?? null,
    parts: partsOf(row),
  }));
}

interface TopCommunity {
  readonly id: string;
  readonly size: number;
  readonly topCity: string | null;
  readonly name: string | null;
  readonly nameZh: string | null;
  readonly leaders: readonly string[];
}

/** The largest communities with the aliases of those who lead them. */
export async function communities(client: Client, limit: number): Promise<CommunityRow[]> {
  const { topCommunities } = await client.ask<{ topCommunities: TopCommunity[] }>(
    'query ($limit: Int!) { topCommunities(limit: $limit) { id size topCity name nameZh leaders } }',
    { limit },
  );
  const ids = topCommunities.flatMap((community) => community.leaders);
  const aliasOf = ids.length === 0 ? new Map<string, string>() : await aliases(client, ids);
  return topCommunities.map(({ id, size, topCity, name, nameZh, leaders }) => ({
    communityId: id,
    size,
    name,
    nameZh,
    city: topCity,
    leaders: leaders.map((leader) => ({ id: leader, alias: aliasOf.get(leader) ?? leader })),
  }));
}

/** The aliases of customers by id, as far as this viewer may see them. */
export async function aliases(client: Client, ids: readonly string[]): Promise<Map<string, string>> {
  const { customers } = await client.ask<{ customers: { id: string; alias: string | null }[] }>(
    'query ($ids: [ID!]!, $limit: Int!) { customers(where: { id: { in: $ids } }, limit: $limit) { id alias } }',
    { ids, limit: ids.length },
  );
  return new Map(customers.map(({ id, alias }) => [id, alias ?? id]));
}

export async function segments(client: Client): Promise<SegmentRow[]> {
  const { rfmSegments } = await client.ask<{ rfmSegments: SegmentRow[] }>(
    '{ rfmSegments { id name nameZh customers spendMinor currency } }',
  );
  return rfmSegments;
}

/** Every segment an audience can be drawn from. */
export async function segmentChoices(client: Client): Promise<SegmentChoice[]> {
  const { segments } = await client.ask<{ segments: SegmentChoice[] }>('{ segments { id name nameZh customers } }');
  return segments;
}

interface Preview {
  readonly inSegment: number;
  readonly mayBeContacted: number;
  readonly leftOut: readonly { readonly reason: string; readonly count: number }[];
}

/** Who of a segment may be contacted, and who is left out and why; reasons that hold for nobody are left away. */
export async function audience(client: Client, segment: string, purpose: string, channel: string): Promise<Audience> {
  const { audiencePreview: found } = await client.ask<{ audiencePreview: Preview }>(
    `query ($segment: ID!, $purpose: ConsentPurpose!, $channel: ContactChannel!) {
      audiencePreview(segment: $segment, purpose: $purpose, channel: $channel) {
        inSegment mayBeContacted leftOut { reason count }
      }
    }`,
    { segment, purpose, channel },
  );
  const leftOut = found.leftOut.filter(({ count }) => count > 0);
  return {
    total: found.inSegment,
    reachable: found.mayBeContacted,
    leftOut: leftOut.map(({ reason, count }) => ({ reason, customers: count })),
  };
}

/** Whether a role may start an analysis run. */
export function mayAnalyse(role: string | null): boolean {
  return role === 'admin' || role === 'analyst';
}

/** Runs the analysis and waits for it. */
export async function runAnalysis(client: Client): Promise<void> {
  await client.ask('mutation { analyze { runId } }');
}
