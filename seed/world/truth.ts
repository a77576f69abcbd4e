/** The planted truth, one community after the other, so that writing it needs no memory for the whole. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../src/kernel/error.js';
import { localDay } from './calendar.js';
import { CAMPAIGNS } from './campaigns.js';
import { EXPERIMENT } from './experiment.js';
import type { Layout } from './files/layout.js';
import { makeRecords } from './files/records.js';
import type { Sink } from './files/sink.js';
import type { Member } from './people/member.js';
import type { Person } from './people/person.js';
import type { Post } from './posts.js';
import type { ReviewTruth } from './reviews.js';
import type { Community } from './ties/community.js';
import { isVoice } from './ties/cross-ties.js';

export const TRUTH_FILE = 'truth.json';

/** What was planted in one community. All names are customer ids unless stated. */
export interface CommunityTruth {
  id: string;
  city: string;
  /** Everyone of the community; ring accounts count as a community of their own (`id`-ring). */
  members: string[];
  leaders: string[];
  /** Leaders followed in other communities as well. */
  voices: string[];
  bridges: string[];
  /** At most one tie each. */
  marginals: string[];
  households: string[][];
  companies: { id: string; decisionMaker: string; chains: string[][] }[];
  referrals: { root: string; edges: [from: string, to: string][] } | null;
  ring: string[];
  duplicates: { customers: [copy: string, original: string]; records: string[] }[];
  churners: string[];
  seasonal: string[];
  reviews: Record<string, ReviewTruth>;
}

/** The planted truth of a world, put together. */
export interface Truth {
  seed: number;
  customers: number;
  until: string;
  campaigns: { id: string; channel: string; rates: { A: number; B: number } }[];
  /** An experiment whose second variant brings its people once more with this probability. */
  experiment: { id: string; extra: number };
  communities: CommunityTruth[];
  /** Community id by customer id. */
  communityOf: Record<string, string>;
  leaders: string[];
  voices: string[];
  bridges: string[];
  marginals: string[];
  households: string[][];
  companies: CommunityTruth['companies'];
  referrals: NonNullable<CommunityTruth['referrals']>[];
  rings: string[][];
  duplicates: CommunityTruth['duplicates'];
  churners: string[];
  seasonal: string[];
  /** By post id. */
  reviews: Record<string, ReviewTruth>;
}

/** Opens the truth: `add` once per community, then `end`. */
export function startTruth(layout: Layout, sink: Sink): { add(truth: CommunityTruth): void; end(): void } {
  const { seed, customers } = layout;
  const campaigns = CAMPAIGNS.map(({ id, channel, rates }) => ({ id, channel, rates }));
  const until = localDay(layout.season.end - 1);
  const experiment = { id: EXPERIMENT.id, extra: EXPERIMENT.extra };
  const head = JSON.stringify({ seed, customers, until, campaigns, experiment });
  sink.text(`${head.slice(0, -1)},"communities":[`);
  let first = true;
  return {
    add(truth) {
      sink.text(`${first ? '' : ','}\n${JSON.stringify(truth)}`);
      first = false;
    },
    end: () => sink.text('\n]}\n'),
  };
}

/** What a plan planted; `posts` and `people` where they were made. */
export function truthOf(
  layout: Layout,
  plan: Community,
  posts: readonly Post[],
  people?: Map<number, Person>,
): CommunityTruth {
  const having = (test: (member: Member) => boolean) => ids(plan.people.filter(test));
  const records = (member: Member) =>
    people
      ? makeRecords(layout, member, people.get(member.index) as Person).map(({ source, id }) => `${source}:${id}`)
      : [];
  return {
    id: plan.id,
    city: plan.city.name,
    members: having(({ role }) => role !== 'ring'),
    leaders: having(({ role }) => role === 'leader'),
    voices: having((member) => isVoice(plan.number, member)),
    bridges: having(({ role }) => role === 'bridge'),
    marginals: having(({ role }) => role === 'marginal'),
    households: plan.households.map(ids),
    companies: plan.companies.map(({ id, staff }) => ({
      id,
      decisionMaker: (staff[0] as (typeof staff)[number]).member.id,
      chains: staff.slice(1).map((employee) => {
        const chain = [employee];
        while (chain.at(-1)?.superior) chain.push(chain.at(-1)!.superior!);
        return chain.map(({ member }) => member.id);
      }),
    })),
    referrals: plan.referrals[0]
      ? { root: plan.referrals[0].from.id, edges: plan.referrals.map(({ from, to }) => [from.id, to.id]) }
      : null,
    ring: ids(plan.ring),
    duplicates: plan.duplicates.map(({ copy, original }) => ({
      customers: [copy.id, original.id],
      records: [...records(copy), ...records(original)],
    })),
    churners: having(({ habit }) => habit === 'churner'),
    seasonal: having(({ habit }) => habit === 'seasonal'),
    reviews: Object.fromEntries(posts.flatMap((post) => (post.truth ? [[post.id, post.truth]] : []))),
  };
}

/** Reads the truth written beside a world. Throws NOT_FOUND when `folder` holds none. */
export async function readTruth(folder: string): Promise<Truth> {
  const text = await readFile(join(folder, TRUTH_FILE), 'utf8').catch((error: unknown) => {
    throw new AppError(
      'NOT_FOUND',
      `no ${TRUTH_FILE} in ${folder}`,
      'make a world there: guanxi world --out FOLDER',
      {},
      error,
    );
  });
  const read = JSON.parse(text) as Pick<
    Truth,
    'seed' | 'customers' | 'until' | 'campaigns' | 'experiment' | 'communities'
  >;
  const all = <K extends keyof CommunityTruth>(key: K) => read.communities.map((community) => community[key]);
  const communityOf: Record<string, string> = {};
  for (const { id, members, ring } of read.communities) {
    for (const member of members) communityOf[member] = id;
    for (const member of ring) communityOf[member] = `${id}-ring`;
  }
  return {
    ...read,
    communityOf,
    leaders: all('leaders').flat(),
    voices: all('voices').flat(),
    bridges: all('bridges').flat(),
    marginals: all('marginals').flat(),
    households: all('households').flat(),
    companies: all('companies').flat(),
    referrals: all('referrals').filter((tree) => tree !== null),
    rings: all('ring').filter((ring) => ring.length > 0),
    duplicates: all('duplicates').flat(),
    churners: all('churners').flat(),
    seasonal: all('seasonal').flat(),
    reviews: Object.assign({}, ...all('reviews')) as Truth['reviews'],
  };
}

function ids(members: readonly Member[]): string[] {
  return members.map(({ id }) => id);
}
