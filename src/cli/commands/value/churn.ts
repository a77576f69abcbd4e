import { z } from 'zod';
import { readTold } from '../../../insight/index.js';
import type { Services } from '../../../security/index.js';
import {
  type Drift,
  endOfDay,
  explainChurn,
  featureWords,
  lastChurn,
  lastDrift,
  lastPropensity,
  type ModelRun,
  scoreChurn,
  trainChurn,
  trainPropensity,
  WARNING_RULES,
  warnOfChurn,
} from '../../../value/index.js';
import { type Answer, command, TABLE_OR_JSON } from '../../command.js';
import { argument, choice, number, option } from '../../options.js';

const first = z.looseObject({ first: z.number().int().min(1).max(1000) });
const training = z.looseObject({ asOf: z.iso.date().optional() });
const trainOptions = [
  option('--as-of <date>', 'last day of what came to pass, YYYY-MM-DD (default: that of the last order)'),
  number('--horizon-days <n>', 'days ahead that the model tells of, 14 to 365 (default: 90)'),
];

interface TrainAsked {
  readonly asOf?: string;
  readonly horizonDays?: number;
}

/** `guanxi churn` and `guanxi propensity`: who may leave, and who may buy. */
export const CHURN = [
  command<TrainAsked>({
    name: 'churn train',
    about: 'measure how likely customers stop buying, on what they and their close neighbours did before',
    example: 'churn train --horizon-days 90',
    door: 'trainChurn',
    options: trainOptions,
    formats: TABLE_OR_JSON,
    input: training as never,
    answer: async (services, asked) => modelShown(await trainChurn(services, askedOf(services, asked)), null),
  }),
  command({
    name: 'churn score',
    about: 'score every customer still here by the last model of churn',
    example: 'churn score',
    door: 'scoreChurn',
    answer: async (services) => {
      const drift = await scoreChurn(services);
      return { rows: drift.features, said: [`${drift.customers} customers scored`, driftSaid(drift)] };
    },
  }),
  command<{ customer?: string }>({
    name: 'churn show',
    about: 'show the last model of churn and how far customers moved since; of a customer, why they may leave',
    example: 'churn show C0000001',
    door: 'explainChurn',
    args: [argument('[customer]', 'id of a customer')],
    formats: TABLE_OR_JSON,
    answer: async (services, { customer }) => {
      if (customer !== undefined) return customerShown(services, customer);
      const run = await lastChurn(services);
      return run ? modelShown(run, await lastDrift(services)) : untrained('churn train');
    },
  }),
  command({
    name: 'churn warn',
    about: 'look for buyers who show signs of leaving, and keep when each warning began and ended',
    example: 'churn warn',
    door: 'warnOfChurn',
    answer: async (services) => {
      const { looked, begun, ended, rules } = await warnOfChurn(services);
      const rows = Object.entries(rules).map(([rule, customers]) => ({ rule, customers }));
      return { rows, said: `${looked} buyers looked at: ${begun} warnings began, ${ended} ended` };
    },
  }),
  command<{ rule?: string; customer?: string; ended?: boolean; first: number }>({
    name: 'churn warnings',
    about: 'list churn warnings with what they were told by, the newest first',
    example: 'churn warnings --rule SPEND --first 5',
    door: 'churnWarnings',
    options: [
      choice('--rule <rule>', 'of one rule', WARNING_RULES),
      option('--customer <id>', 'of one customer'),
      option('--ended', 'also those that hold no more'),
      number('--first <n>', 'how many, 1 to 1000', 20),
    ],
    input: first as never,
    answer: async ({ graph }, { rule = null, customer = null, ended = false, first: limit }) => {
      const rows = await readTold(graph, 'value/churn-warnings', { rule, customer, ended, since: null, limit });
      const table = rows.map(({ customerId, rule: of, since, why }) => ({ customerId, rule: of, since, why }));
      return { rows, table };
    },
  }),
  command<TrainAsked & { category: string }>({
    name: 'propensity train',
    about: 'measure how likely customers buy of a category, and score every customer still here',
    example: 'propensity train Noodles',
    door: 'trainPropensity',
    args: [argument('<category>', 'id or name of a category')],
    options: trainOptions,
    formats: TABLE_OR_JSON,
    input: training as never,
    answer: async (services, { category, ...asked }) => {
      const run = await trainPropensity(services, { category, ...askedOf(services, asked) });
      const shown = modelShown(run, null);
      return { ...shown, said: [...(shown.said as string[]), `${run.scored} customers scored`] };
    },
  }),
  command<{ category: string; first: number }>({
    name: 'propensity show',
    about: 'show the last model of a category, and who is likeliest to buy of it',
    example: 'propensity show Noodles --first 5',
    door: 'propensityModel',
    args: [argument('<category>', 'id or name of a category')],
    options: [number('--first <n>', 'how many, 1 to 1000', 20)],
    formats: TABLE_OR_JSON,
    input: first as never,
    answer: async (services, { category, first: limit }) => {
      const run = await lastPropensity(services, category);
      if (!run) return untrained(`propensity train ${category}`);
      const asked = { category: run.card.kind.slice(run.card.kind.indexOf(':') + 1), limit };
      const likely = await services.graph.read('value/inclined-to', asked);
      const { said } = modelShown(run, null);
      return { whole: { card: run.card, likely }, rows: likely, said: said ?? null };
    },
  }),
];

function askedOf(services: Services, { asOf, horizonDays }: TrainAsked) {
  return { asOf: asOf === undefined ? undefined : endOfDay(services, asOf), horizonDays };
}

function untrained(how: string): Answer {
  return { whole: null, said: `nothing is trained yet: guanxi ${how}` };
}

function modelShown({ id, at, card }: ModelRun, drift: Drift | null): Answer {
  const rows = card.coefficients.map(({ name, value, error, pValue }) => ({
    feature: featureWords(name, card.kind).en,
    weight: value.toFixed(3),
    error: error.toFixed(3),
    p: pValue === null ? 'separates' : pValue < 0.001 ? '< 0.001' : pValue.toFixed(3),
  }));
  const { quality, fitted, calibrated, aucWithoutNetwork } = card;
  const day = (text: string) => text.slice(0, 10);
  const network = aucWithoutNetwork === null ? '' : ` (${aucWithoutNetwork.toFixed(3)} without neighbours)`;
  const said = [
    `fitted on ${fitted.customers} customers as of ${day(card.fittedAt)}, of whom it came to pass for ${fitted.positives} in ` +
      `${card.horizonDays} days; calibrated by ${calibrated.by === 'PLATT' ? 'Platt' : calibrated.by} on ${calibrated.customers} as of ${day(card.measuredAt)}`,
    `measured on ${quality.customers} others of that day: AUC ${quality.auc.toFixed(3)}${network}, calibration error ${quality.calibrationError.toFixed(3)}`,
    ...(card.separated.length > 0
      ? [
          `quasi-separated, so without a p-value: ${card.separated.map((name) => featureWords(name, card.kind).en).join(', ')}`,
        ]
      : []),
    ...(card.leftOut.length > 0
      ? [
          `left out, since events are not kept that long: ${card.leftOut.map((name) => featureWords(name, card.kind).en).join(', ')}`,
        ]
      : []),
    ...(drift ? [driftSaid(drift)] : []),
  ];
  return { rows, whole: { id, at, ...card, drift }, said };
}

function driftSaid({ score, features }: Drift): string {
  const most = [...features].sort((a, b) => b.psi - a.psi)[0];
  const verdict = score < 0.1 ? 'hardly any' : score < 0.25 ? 'some' : 'train anew';
  return `drift since the training: PSI of the score ${score.toFixed(2)} (${verdict})${most ? `, most in ${featureWords(most.name).en}: ${most.psi.toFixed(2)}` : ''}`;
}

async function customerShown(services: Services, customer: string): Promise<Answer> {
  const whole = await explainChurn(services, customer);
  if (!whole) return { whole, said: 'not scored: gone already, or nothing is scored yet: guanxi churn score' };
  const rows = whole.parts.map(({ why, contribution }) => ({ why, logit: contribution.toFixed(3) }));
  return {
    ...{ whole, rows },
    said: [whole.why, `an average customer has ${whole.base.toFixed(3)}, together ${whole.logit.toFixed(3)}`],
  };
}
