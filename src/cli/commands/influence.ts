import { z } from 'zod';
import {
  communityTree,
  explainScore,
  SCORE_NAMES,
  type ScoreExplanation,
  type ScoreName,
} from '../../analysis/index.js';
import { readTold } from '../../insight/index.js';
import type { Services } from '../../security/index.js';
import { command } from '../command.js';
import { argument, choice, number, option } from '../options.js';

interface Asked {
  readonly kind?: string;
  readonly community?: string;
  readonly segment?: string;
  readonly first: number;
}

interface CommunitiesAsked {
  readonly id?: string;
  readonly changes?: boolean;
  readonly tree?: boolean;
}

/**
 * `guanxi influencers`, `explain`, `communities` and `trend`: who matters and why, which communities exist, and how
 * both changed.
 */
export const INFLUENCE = [
  command<Asked>({
    name: 'influencers',
    about: 'list who reaches most, and why; of one role, community or segment',
    example: 'influencers --kind KOC --first 10',
    door: 'influencers',
    options: [
      choice('--kind <role>', 'of this role only', ['KOL', 'KOC', 'BRIDGE', 'MARGINAL']),
      option('--community <id>', 'in this community only'),
      option('--segment <id>', 'in this segment only, like rfm:champions'),
      number('--first <n>', 'how many, 1 to 1000', 20),
    ],
    input: z.looseObject({ first: z.number().int().min(1).max(1000) }) as never,
    answer: async ({ graph }, asked) => {
      const rows = await readTold(graph, 'analysis/influencers', asked);
      const table = rows.map(({ customerId, influence, tier, roles, activity, why }) => ({
        ...{ customerId, influence, tier, roles: roles.join(' '), activity, why },
      }));
      return { rows, table };
    },
  }),
  command<{ customer: string; score: string; zh?: boolean }>({
    name: 'explain',
    about: 'explain a score, tier or role of a customer',
    example: 'explain C0000999 --score influence',
    door: 'explainScore',
    args: [argument('<customer>', 'id of a customer')],
    options: [choice('--score <name>', 'which', SCORE_NAMES.map(lower), 'influence'), option('--zh', 'in Chinese')],
    answer: async (services, { customer, score, zh = false }) => {
      const whole = await explainScore(services, { customer, score: score.toUpperCase() as ScoreName });
      return { whole, rows: whole.parts.map((part) => rowOf(part, zh)), said: zh ? whole.whyZh : whole.why };
    },
  }),
  command<CommunitiesAsked>({
    name: 'communities',
    about: 'list the largest communities, or show the profile of one',
    example: 'communities --changes',
    door: 'topCommunities',
    args: [argument('[id]', 'like k-12ab34cd56')],
    options: [
      option('--changes', 'births, ends, mergers and splits of the last run that had any; of one: its history'),
      option('--tree', 'the levels above and inside one'),
    ],
    answer: async (services, asked) => ({ rows: await communities(services, asked) }),
  }),
  command<{ customer?: string }>({
    name: 'trend',
    about: 'show how the influence of a customer changed over the runs; without one, who rose most',
    example: 'trend C0000999',
    door: 'influenceTrend',
    args: [argument('[customer]', 'id of a customer')],
    answer: async ({ graph }, { customer }) => ({
      rows:
        customer === undefined
          ? await readTold(graph, 'analysis/risers', {})
          : await readTold(graph, 'analysis/influence-trend', { customer }),
    }),
  }),
];

async function communities(services: Services, { id, changes, tree }: CommunitiesAsked): Promise<readonly object[]> {
  const { graph } = services;
  if (id === undefined)
    return changes ? readTold(graph, 'analysis/community-changes', {}) : graph.read('analysis/communities', {});
  if (tree) return communityTree(services, id);
  return changes
    ? readTold(graph, 'analysis/community-history', { id })
    : readTold(graph, 'analysis/community-profile', { id });
}

function rowOf(part: ScoreExplanation['parts'][number], zh: boolean): object {
  const { name, percentile, weight, contribution, met } = part;
  const why = zh ? part.whyZh : part.why;
  return met === null ? { name, percentile, weight, contribution, why } : { name, met, why };
}

function lower(name: string): string {
  return name.toLowerCase();
}
