import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GraphQLFieldResolver, GraphQLScalarType } from 'graphql';
import { resolvers as communities } from '../../analysis/communities/resolvers.js';
import { resolvers as contagion } from '../../analysis/contagion/resolvers.js';
import { resolvers as explain } from '../../analysis/explain/resolvers.js';
import { resolvers as fraud } from '../../analysis/fraud/resolvers.js';
import { resolvers as analysis } from '../../analysis/resolvers.js';
import { resolvers as seeds } from '../../analysis/seeds/resolvers.js';
import { resolvers as attribution } from '../../campaigns/attribution/resolvers.js';
import { resolvers as bandits } from '../../campaigns/bandits/resolvers.js';
import { resolvers as experiments } from '../../campaigns/experiments/resolvers.js';
import { resolvers as journeys } from '../../campaigns/journeys/resolvers.js';
import { resolvers as programme } from '../../campaigns/programme/resolvers.js';
import { resolvers as campaigns } from '../../campaigns/resolvers.js';
import { resolvers as choices } from '../../consent/choices/resolvers.js';
import { resolvers as preferences } from '../../consent/preferences/resolvers.js';
import { resolvers as consent } from '../../consent/resolvers.js';
import { resolvers as insight } from '../../insight/resolvers.js';
import { resolvers as intake } from '../../intake/resolvers.js';
import { packageRoot } from '../../kernel/root.js';
import { resolvers as company } from '../../network/company/resolvers.js';
import { resolvers as referral } from '../../network/referral/resolvers.js';
import { resolvers as publish } from '../../publish/resolvers.js';
import { resolvers as accountability } from '../../rights/accountability/resolvers.js';
import { resolvers as personCopy } from '../../rights/copy/resolvers.js';
import { resolvers as rights } from '../../rights/resolvers.js';
import { scoreTypes } from '../../scores/index.js';
import { resolvers as audit } from '../../security/audit/resolvers.js';
import { resolvers as sealing } from '../../security/keys/resolvers.js';
import { resolvers as churn } from '../../value/churn/resolvers.js';
import { resolvers as clusters } from '../../value/clusters/resolvers.js';
import { resolvers as value } from '../../value/resolvers.js';
import { resolvers as rfm } from '../../value/rfm/resolvers.js';
import { resolvers as segments } from '../../value/segments/resolvers.js';
import { resolvers as tiers } from '../../value/tiers/resolvers.js';
import { resolvers as jobs } from '../jobs/resolvers.js';

// biome-ignore lint/suspicious/noExplicitAny: each resolver knows its own parent and arguments; the schema checks the names
export type Resolver = GraphQLFieldResolver<any, any, any, any>;
type AreaResolvers = Readonly<Record<string, GraphQLScalarType | Record<string, Resolver>>>;

/** One area's slice of the API: its part of the schema, and what answers it. */
export interface AreaSlice {
  readonly area: string;
  readonly typeDefs: string;
  readonly resolvers: AreaResolvers;
}

/** The areas with operations of their own, in the order of the house. */
const AREAS: Readonly<Record<string, AreaResolvers>> = {
  'network/referral': referral,
  'network/company': company,
  intake,
  analysis,
  'analysis/communities': communities,
  'analysis/explain': explain,
  'analysis/fraud': fraud,
  'analysis/seeds': seeds,
  'analysis/contagion': contagion,
  value,
  'value/churn': churn,
  'value/rfm': rfm,
  'value/segments': segments,
  'value/clusters': clusters,
  'value/tiers': tiers,
  consent,
  'consent/choices': choices,
  'consent/preferences': preferences,
  publish,
  'security/audit': audit,
  rights,
  'security/keys': sealing,
  'rights/accountability': accountability,
  campaigns,
  'campaigns/attribution': attribution,
  'campaigns/experiments': experiments,
  'campaigns/bandits': bandits,
  'campaigns/programme': programme,
  'campaigns/journeys': journeys,
  insight,
  'rights/copy': personCopy,
  'api/jobs': jobs,
};

/**
 * Every area's slice, its schema read from `src/<area>/schema.graphql`, and what follows from the registry of scores.
 */
export function areaSlices(): AreaSlice[] {
  const slices = Object.entries(AREAS).map(([area, resolvers]) => ({
    area,
    typeDefs: readFileSync(join(packageRoot, 'src', area, 'schema.graphql'), 'utf8'),
    resolvers,
  }));
  return [...slices, { area: 'scores', typeDefs: scoreTypes(), resolvers: {} }];
}

/** What the API defines itself: `customer`, its scalars and directives. */
export function ownTypeDefs(): string {
  return readFileSync(join(packageRoot, 'src', 'api', 'schema', 'schema.graphql'), 'utf8');
}
