import { z } from 'zod';
import { checked } from '../kernel/checked.js';
import type { ApiContext } from '../security/index.js';
import { type ClvAsked, type ClvRun, fitClv, lastClv } from './clv/clv.service.js';
import { explainValue } from './clv/explain-value.service.js';
import { type LifecycleRun, tellLifecycle } from './lifecycle.service.js';

export const resolvers = {
  Query: {
    clvModel: (_parent: unknown, _args: unknown, { services }: ApiContext) => lastClv(services),
    explainValue: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return explainValue(services, checked(valueArguments, args, 'explainValue').customer);
    },
  },
  Mutation: {
    fitClv: (_parent: unknown, args: object, { services }: ApiContext) => fitClv(services, withoutNulls(args)),
    tellLifecycle: (_parent: unknown, _args: unknown, { services }: ApiContext) => tellLifecycle(services),
  },
  ClvModel: {
    parameters: ({ card }: ClvRun) => parametersOf(card),
    logLikelihood: ({ card }: ClvRun) => card.purchases.logLikelihood,
    months: ({ card }: ClvRun) => card.months,
    discount: ({ card }: ClvRun) => card.discount,
    margin: ({ card }: ClvRun) => card.margin,
    correlation: ({ card }: ClvRun) => card.correlation,
    repeatBuyers: ({ card }: ClvRun) => card.repeatBuyers,
  },
  LifecycleRun: {
    stages: ({ stages }: LifecycleRun) => Object.entries(stages).map(([stage, customers]) => ({ stage, customers })),
  },
};

const valueArguments = z.object({ customer: z.string().min(1).max(200) });

/** GraphQL hands a variable that is null in as null; it means the default. */
function withoutNulls(args: object): ClvAsked {
  return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null));
}

function parametersOf({ purchases, spend, intervals }: ClvRun['card']) {
  const { r, alpha, a, b } = purchases;
  const { p, q, v } = spend;
  return Object.entries({ r, alpha, a, b, p, q, v }).map(([name, value], at) => ({
    ...{ name, value },
    interval: intervals?.[at] ?? null,
  }));
}
