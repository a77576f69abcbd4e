import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { checked } from '../../kernel/checked.js';
import { AppError } from '../../kernel/error.js';
import { recordAudit, type Services } from '../../security/index.js';
import { rarest } from '../statistic/degree-sequence.js';
import { type BitSource, shuffled, systemBits } from '../statistic/secure-bits.js';
import { purposeInput } from '../table/columns.js';
import type { OutsiderNetwork } from './network-file.js';
import { toldBands } from './node-bands.js';
import { type Edge, kDegreeSupergraph, type Supergraph } from './supergraph.js';

const MOST_PEOPLE = 20_000;

const networkInput = z.object({
  k: z
    .number()
    .int()
    .min(2)
    .max(1_000)
    .nullish()
    .transform((v) => v ?? 5),
  purpose: purposeInput,
  region: z.string().min(1).max(100).nullish(),
  minCloseness: z
    .number()
    .min(0)
    .max(1)
    .nullish()
    .transform((v) => v ?? 0),
  bands: z.boolean().nullish(),
});
export type NetworkInput = z.input<typeof networkInput>;

export interface PublishedNetwork extends OutsiderNetwork {
  readonly report: NetworkReport;
}

export interface NetworkReport {
  readonly k: number;
  readonly people: number;
  readonly ties: number;
  /** Ties that are not real; which they are is not told. */
  readonly added: number;
  readonly degrees: number;
  /** How many people the rarest degree has, k or more. */
  readonly smallestClass: number;
  readonly prosecutorRisk: number;
  readonly attempts: number;
  readonly verdict: string;
}

/**
 * The network of those who consent, for outsiders: numbers dealt at random, nothing about anyone, every degree k times
 * or more, ties only added. Recorded. Throws INPUT, CONFLICT with fewer than k people, TOO_MUCH above 20,000.
 */
export async function publishNetwork(
  services: Services,
  given: NetworkInput,
  bits: BitSource = systemBits,
): Promise<PublishedNetwork> {
  const question = checked(networkInput, given, 'publishNetwork');
  const { k, purpose, region, minCloseness, bands: asksBands } = question;
  const who = { purposeId: purpose, now: services.clock.now(), region: region ?? null, minCloseness };
  const rows = await services.graph.read('publish/steps/publish-network', { ...who, limit: MOST_PEOPLE + 1 });
  if (rows.length > MOST_PEOPLE || rows.length < k) throw unfit(rows.length, k);
  const people = shuffled(bits, rows);
  const made = await searched(kDegreeSupergraph(people.length, edgesOf(people), k));
  const communities = people.map(({ communityId }) => communityId);
  const bands = asksBands ? toldBands(communities, made.degrees, k) : communities.map(() => null);
  const report = reportOf(made, k);
  const detail = `k ${k}, purpose ${purpose}, ${made.added} ties added`;
  await recordAudit(services, { action: 'PUBLISHED', subject: 'network', count: people.length, detail });
  return { nodes: people.length, edges: inOrder(made.edges), bands, report };
}

function edgesOf(people: readonly { id: string; others: readonly string[] }[]): Edge[] {
  const numbers = new Map(people.map(({ id }, node) => [id, node]));
  return people.flatMap(({ others }, from) =>
    others.flatMap((id) => {
      const to = numbers.get(id);
      return to === undefined ? [] : [[from, to] as const];
    }),
  );
}

/** In an order that tells neither who pointed at whom nor which ties were added. */
function inOrder(edges: readonly Edge[]): Edge[] {
  const tidy = edges.map(([a, b]): Edge => (a < b ? [a, b] : [b, a]));
  return tidy.sort(([a, b], [c, d]) => a - c || b - d);
}

async function searched(search: Generator<void, Supergraph>): Promise<Supergraph> {
  for (let step = search.next(); ; step = search.next()) {
    if (step.done) return step.value;
    await nextTurn();
  }
}

function reportOf({ edges, added, degrees, attempts }: Supergraph, k: number): NetworkReport {
  const smallestClass = rarest(degrees);
  return {
    k,
    people: degrees.length,
    ties: edges.length,
    added,
    degrees: new Set(degrees).size,
    smallestClass,
    prosecutorRisk: 1 / smallestClass,
    attempts,
    verdict: `who knows how many a person knows finds ${smallestClass} people or more (k ${k}); ${added} of ${edges.length} ties are not real. Who knows how those known are tied to each other may still find someone.`,
  };
}

function unfit(people: number, k: number): AppError {
  if (people < k)
    return new AppError(
      'CONFLICT',
      `publishNetwork: ${people} people consent, fewer than k ${k}`,
      'ask more people for their consent',
    );
  return new AppError('TOO_MUCH', `publishNetwork: more than ${MOST_PEOPLE} people`, 'publish one region');
}
