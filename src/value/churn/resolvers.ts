import { z } from 'zod';
import { checked } from '../../kernel/checked.js';
import type { ApiContext } from '../../security/index.js';
import { lastChurn, lastDrift, scoreChurn, trainChurn } from './churn.service.js';
import { explainChurn } from './explain-churn.service.js';
import { wordsOf } from './features.js';
import type { ModelRun } from './model-run.service.js';
import { lastPropensity, trainPropensity } from './propensity.service.js';
import { type WarningRun, warnOfChurn } from './warnings.service.js';

const one = z.string().min(1).max(200);
const customerArguments = z.object({ customer: one });
const categoryArguments = z.object({ category: one });
const given = { asOf: z.date().nullish(), horizonDays: z.number().nullish() };
const trainArguments = z.object(given);
const propensityArguments = z.object({ category: one, ...given });

export const resolvers = {
  Query: {
    churnModel: (_parent: unknown, _args: unknown, { services }: ApiContext) => lastChurn(services),
    churnDrift: (_parent: unknown, _args: unknown, { services }: ApiContext) => lastDrift(services),
    propensityModel: (_parent: unknown, args: unknown, { services }: ApiContext) =>
      lastPropensity(services, checked(categoryArguments, args, 'propensityModel').category),
    explainChurn: (_parent: unknown, args: unknown, { services }: ApiContext) =>
      explainChurn(services, checked(customerArguments, args, 'explainChurn').customer),
  },
  Mutation: {
    trainChurn: (_parent: unknown, args: unknown, { services }: ApiContext) =>
      trainChurn(services, asked(checked(trainArguments, args, 'trainChurn'))),
    scoreChurn: (_parent: unknown, _args: unknown, { services }: ApiContext) => scoreChurn(services),
    trainPropensity: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      const { category, ...more } = checked(propensityArguments, args, 'trainPropensity');
      return trainPropensity(services, { category, ...asked(more) });
    },
    warnOfChurn: (_parent: unknown, _args: unknown, { services }: ApiContext) => warnOfChurn(services),
  },
  TrainedModel: {
    horizonDays: ({ card }: ModelRun) => card.horizonDays,
    fittedAt: ({ card }: ModelRun) => new Date(card.fittedAt),
    measuredAt: ({ card }: ModelRun) => new Date(card.measuredAt),
    positives: ({ card }: ModelRun) => card.fitted.positives,
    calibratedBy: ({ card }: ModelRun) => card.calibrated.by,
    measured: ({ card }: ModelRun) => card.quality.customers,
    auc: ({ card }: ModelRun) => card.quality.auc,
    aucWithoutNetwork: ({ card }: ModelRun) => card.aucWithoutNetwork,
    calibrationError: ({ card }: ModelRun) => card.quality.calibrationError,
    separated: ({ card }: ModelRun) => card.separated,
    leftOut: ({ card }: ModelRun) => card.leftOut,
    coefficients: ({ card }: ModelRun) =>
      card.coefficients.map((coefficient) => {
        const { en, zh } = wordsOf(coefficient.name, card.kind);
        return { ...coefficient, words: en, wordsZh: zh };
      }),
  },
  ChurnWarningRun: {
    rules: ({ rules }: WarningRun) => Object.entries(rules).map(([rule, customers]) => ({ rule, customers })),
  },
};

/** GraphQL hands a variable that is null in as null; it means the default. */
function asked({ asOf, horizonDays }: z.output<typeof trainArguments>) {
  return { asOf: asOf ?? undefined, horizonDays: horizonDays ?? undefined };
}
