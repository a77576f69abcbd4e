import { z } from 'zod';
import { own } from '../../kernel/words/issues.js';

/** Parts of the influence index (definitions.md) and how much each counts; they are made to sum to 1. */
const weights = z
  .object({
    reach: z.number().min(0).default(0.4),
    brokerage: z.number().min(0).default(0.2),
    response: z.number().min(0).default(0.2),
    conversion: z.number().min(0).default(0.2),
  })
  .refine(
    (w) => w.reach + w.brokerage + w.response + w.conversion > 0,
    own('one weight must be above 0', '至少一项权重须大于 0'),
  )
  .transform((w) => {
    const sum = w.reach + w.brokerage + w.response + w.conversion;
    return {
      reach: w.reach / sum,
      brokerage: w.brokerage / sum,
      response: w.response / sum,
      conversion: w.conversion / sum,
    };
  });

const percent = z.number().min(0).max(100);
const share = z.number().min(0).max(1);

/** What tells roles and tiers apart (docs/network/influence.md). Reach and brokerage are per cent of customers below. */
const roles = z.strictObject({
  /** Share of customers, by reach, who can be opinion leaders. */
  leaderShare: share.default(0.01),
  /** Share of customers, by the influence index, who can be KOL; `kolPeople` at least. */
  kolShare: share.default(0.01),
  kolPeople: z.number().int().min(1).max(100_000).default(10),
  /**
   * Share of those who follow or respond that is in other communities, from which somebody is heard beyond their own.
   */
  kolOutside: share.default(1 / 3),
  /** The most influential of each community. */
  kocRank: z.number().int().min(1).max(100).default(3),
  /** Least orders of a KOC. */
  kocOrders: z.number().int().min(1).max(1_000).default(3),
  /** Participation from which a BRIDGE is at home in several communities. */
  spread: share.default(0.5),
  bridgeBrokerage: percent.default(95),
  marginalDegree: z.number().int().min(0).max(1_000).default(1),
  marginalCore: z.number().int().min(0).max(1_000).default(1),
  /** Share of customers with the fewest interactions. */
  quietShare: share.default(0.25),
  referrerReach: percent.default(75),
  /** Days within which someone must have posted, reacted or referred to count as active. */
  activeDays: z.number().int().min(1).max(3_650).default(180),
  /** Up to this many customers everybody's participation is measured; above, the upper tenth's in brokerage. */
  participationUpTo: z.number().int().min(0).default(100_000),
});

/** The settings of a run, each with its default. They are recorded with the run. */
export const analysisOptions = z.strictObject({
  /** Damping of PageRank. */
  damping: z.number().min(0).max(0.99).default(0.85),
  /** Betweenness counts every shortest path up to this many customers, and samples above. */
  exactUpTo: z.number().int().min(0).max(50_000).default(5_000),
  /**
   * How far off a sampled share may be, half width of its 95 % interval: it chooses the sources, as far as the graph's
   * size allows.
   */
  betweennessError: z.number().min(0.005).max(0.5).default(0.06),
  /** Sources of sampled betweenness; chosen by that error when not given. */
  samples: z.number().int().min(2).max(50_000).optional(),
  /** Resolution of Leiden: higher makes more and smaller communities. */
  gamma: z.number().min(0.01).max(100).default(1),
  /** Seed of Leiden and of the choice of sources. */
  seed: z.number().int().min(0).max(2_147_483_647).default(42),
  /** Closeness of a tie that has none, 0..1. */
  unknownCloseness: z.number().min(0).max(1).default(0.1),
  /** A community keeps its id when this share of old and new members together stayed (Jaccard), 0..1. */
  minOverlap: z.number().min(0).max(1).default(0.1),
  /** Days after which a reaction counts half. */
  halfLife: z.number().min(1).max(3_650).default(90),
  weights: weights.prefault({}),
  roles: roles.prefault({}),
  /** Memory that the run may use in the database, in MiB; what its heap has left when not given. */
  memoryMb: z.number().int().min(1).optional(),
  /** Points by which influence must move to make a point of history, 0..100. */
  historyStep: z.number().min(0).max(100).default(1),
  /** Points of history kept for each customer. */
  historyRuns: z.number().int().min(2).max(200).default(24),
  /** Up to this many customers history is kept of everybody; above, it begins at influence 90. */
  historyUpTo: z.number().int().min(0).default(200_000),
  /** Part of a community that must go somewhere to count as a merger or a split, 0..0.5. */
  eventShare: z.number().min(0.01).max(0.5).default(0.3),
  /** Whether to look for people at home in several communities (SLLPA); costs about as much again as Leiden. */
  overlapping: z.boolean().default(false),
  /** Groups of communities, the levels above them, are made up to this many ties. */
  groupsUpTo: z.number().int().min(0).default(2_000_000),
});

/** The same as an earlier run recorded them, whose roles may have been told by settings that are gone. */
export const recordedOptions = analysisOptions.extend({ roles: roles.strip().prefault({}) });

export type AnalysisInput = z.input<typeof analysisOptions>;
export type AnalysisOptions = z.output<typeof analysisOptions>;
export type RoleOptions = z.output<typeof roles>;
