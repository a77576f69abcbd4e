import { z } from 'zod';
import { checked } from '../../kernel/checked.js';
import { AppError } from '../../kernel/error.js';
import type { Services } from '../../security/index.js';
import { bestPaths, type RankedPath } from '../referral/best-paths.js';
import { referralPaths } from '../referral/path.service.js';
import { addTies } from '../referral/tie-map.js';
import {
  chainsOfAll,
  chainsTo,
  type DecisionChainPath,
  decisionMakerOf,
  type Employee,
  type Gatekeeper,
  gatekeepersOf,
  type Influencer,
  influencersOf,
  MAX_HOPS,
  type WorkTie,
  workMap,
} from './decision-chain.js';

const id = z.string().min(1).max(200);
const question = z.object({
  company: id,
  contact: id.nullish(),
  from: id.nullish(),
  first: z.number().int().min(1).max(100).default(10),
});

/** Most people of a company, the most senior first, and most ties from outside that are looked at. */
const MOST = 500;
/** Chains of one contact. */
const CHAINS = 3;

export interface DecisionChain {
  readonly companyId: string;
  readonly name: string | null;
  readonly nameZh: string | null;
  /** Null when nobody of the company consents to profiling. */
  readonly decisionMaker: Employee | null;
  readonly people: readonly Employee[];
  readonly notShown: number;
  /** The three best of the contact; without a contact the best of everyone. */
  readonly chains: readonly DecisionChainPath[];
  readonly influencers: readonly Influencer[];
  readonly gatekeepers: readonly Gatekeeper[];
  /** From outside to the decision maker, the surest first. */
  readonly waysIn: readonly RankedPath[];
  readonly why: string;
}

/**
 * How a client company comes to a decision: who decides, the chains there from `contact` or from everyone over
 * REPORTS_TO and WORKS_WITH, who has influence, who stands in between, and the best way in from anyone outside or from
 * `from` (a customer or company). `first` (1..100) of each. Only people who consent to profiling. Throws NOT_FOUND for
 * an unknown company or `from`, INPUT for a contact who is none of its people.
 */
export async function decisionChain(services: Services, given: z.input<typeof question>): Promise<DecisionChain> {
  const { company, contact, from, first } = checked(question, given, 'decisionChain');
  const { graph } = services;
  const [known] = await graph.read('network/steps/company/company-known', { company });
  if (!known) throw new AppError('NOT_FOUND', 'decisionChain: no company has this id', 'check the id');
  const people = await graph.read('network/steps/company/company-staff', { company, most: MOST });
  if (contact && !people.some(({ customerId }) => customerId === contact))
    throw new AppError(
      'INPUT',
      'decisionChain: the contact is none of the people shown here',
      'name one of its people',
    );
  const ids = people.map(({ customerId }) => customerId);
  const ties = await graph.read('network/steps/company/company-ties', { ids });
  const maker = decisionMakerOf(people, ties);
  const about = { companyId: company, name: known.name, nameZh: known.nameZh, people, notShown: known.notShown };
  if (!maker)
    return { ...about, ...NOTHING, why: `nobody of this company consents to profiling; ${known.notShown} not shown` };
  const waysIn = await waysInto(services, { ids, ties, maker, from, first });
  return { ...about, ...insideOf({ people, ties, maker, contact, first }), waysIn };
}

const NOTHING = { decisionMaker: null, chains: [], influencers: [], gatekeepers: [], waysIn: [] };

interface Inside {
  readonly people: readonly Employee[];
  readonly ties: readonly WorkTie[];
  readonly maker: Employee;
  readonly contact: string | null | undefined;
  readonly first: number;
}

function insideOf({ people, ties, maker, contact, first }: Inside) {
  const map = workMap(ties);
  const all = chainsOfAll(map, ties, people, maker.customerId);
  const own = contact ? chainsTo(map, ties, { from: [contact], to: maker.customerId, k: CHAINS }) : all.slice(0, first);
  return {
    decisionMaker: maker,
    chains: own,
    influencers: influencersOf(all, people, maker).slice(0, first),
    gatekeepers: gatekeepersOf(map, all, people, maker).slice(0, first),
    why: `${maker.role ?? 'the most senior'} decides; ${all.length} of ${people.length - 1} others have a chain there`,
  };
}

interface Outside {
  readonly ids: readonly string[];
  readonly ties: readonly WorkTie[];
  readonly maker: Employee;
  readonly from: string | null | undefined;
  readonly first: number;
}

/** From one outside by the path search; without one, from whoever outside knows somebody inside. */
async function waysInto(
  services: Services,
  { ids, ties, maker, from, first }: Outside,
): Promise<readonly RankedPath[]> {
  const to = maker.customerId;
  if (from) return (await referralPaths(services, { from, to, k: Math.min(first, 10) })).paths;
  const doors = await services.graph.read('network/steps/company/company-doors', { ids: [...ids], most: MOST });
  const map = workMap(ties);
  addTies(map, doors);
  const ends = { from: new Set(doors.map(({ fromId }) => fromId)), to: new Set([to]) };
  return bestPaths(map, { ...ends, k: first, maxHops: MAX_HOPS }).paths;
}
