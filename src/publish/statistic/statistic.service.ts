import type { GraphTransaction } from '../../graph/graph.js';
import { checked } from '../../kernel/checked.js';
import { AppError } from '../../kernel/error.js';
import { recordAudit, type Services } from '../../security/index.js';
import { leftOf, lockBudget, mustAfford } from '../budget.service.js';
import { type Bin, binsOf, degreeBins, histogram, sizeBins } from '../table/bins.js';
import { discreteLaplace, error95 } from './discrete-laplace.js';
import { type BitSource, systemBits } from './secure-bits.js';
import { protectionOf } from './sensitivity.js';
import {
  canonical,
  type DataSet,
  dataSetOf,
  entryIdOf,
  MICRO,
  type StatisticInput,
  type StatisticQuestion,
  statisticInput,
} from './statistic-input.js';

/** What was drawn once and is told whenever the same is asked. */
interface Drawn {
  readonly bins: readonly Bin[];
  readonly asOf: string;
}

/** A noisy answer with all that is needed to read it. */
export interface PublishedStatistic {
  readonly ask: StatisticQuestion['ask'];
  readonly dataSet: DataSet;
  readonly version: number;
  /** The numbers, each with noise; they can be below 0, since cutting there would tilt their sums. */
  readonly bins: readonly Bin[];
  readonly epsilon: number;
  readonly sensitivity: number;
  /** Scale of the noise, sensitivity / epsilon. */
  readonly scale: number;
  /** 95 of 100 numbers are off by no more than this. */
  readonly error95: number;
  readonly neighbours: string;
  readonly why: string;
  /** When the data was looked at. */
  readonly asOf: Date;
  /** The answer was given before, so nothing was spent. */
  readonly repeated: boolean;
  /** Epsilon left. */
  readonly left: number;
}

/**
 * A differentially private answer, paid for from the data set's budget and recorded; the same question again gives the
 * same answer for nothing, so that noise cannot be averaged away. Throws INPUT, FORBIDDEN for an analyst who asks for
 * more than counts, and TOO_MUCH when it would overspend.
 */
export async function publishStatistic(
  services: Services,
  given: StatisticInput,
  bits: BitSource = systemBits,
): Promise<PublishedStatistic> {
  const question = checked(statisticInput, given, 'publishStatistic');
  requireCounting(services, question);
  const { ask, epsilon } = question;
  const dataSet = dataSetOf(ask);
  const { sensitivity, neighbours, why } = protectionOf(question);
  const scale = sensitivity / epsilon;
  const about = { ask, dataSet, epsilon, sensitivity, scale, error95: error95(scale), neighbours, why };
  return services.graph.transaction(async (tx) => {
    const budget = await lockBudget(services, tx, dataSet);
    const id = entryIdOf(dataSet, budget.version, canonical(question));
    const [before] = await tx.read('publish/steps/publish-answer', { id });
    if (!before) mustAfford(dataSet, epsilon, budget);
    const { bins, asOf } = before ? (JSON.parse(before.answer) as Drawn) : await drawn(services, tx, question, bits);
    const spentMicro = before ? budget.spentMicro : await spend(services, tx, question, { id, bins, asOf });
    const detail = `epsilon ${epsilon}, purpose ${question.purpose}${before ? ', given before' : ''}`;
    await recordAudit(services, { action: 'PUBLISHED', subject: ask, count: bins.length, detail }, tx);
    const left = leftOf({ ...budget, spentMicro });
    return { ...about, version: budget.version, bins, asOf: new Date(asOf), repeated: before !== undefined, left };
  });
}

async function spend(
  { clock, viewer }: Services,
  tx: GraphTransaction,
  question: StatisticQuestion,
  { id, bins, asOf }: Drawn & { readonly id: string },
): Promise<number> {
  const { spentMicro } = await tx.write('publish/steps/publish-spend', {
    dataSet: dataSetOf(question.ask),
    id,
    question: canonical(question),
    answer: JSON.stringify({ bins, asOf }),
    epsilonMicro: Math.round(question.epsilon * MICRO),
    viewer: viewer.id,
    role: viewer.role,
    now: clock.now(),
  });
  return spentMicro;
}

/** Counting people is an analyst's work too, within the same budget. */
function requireCounting({ viewer }: Services, { ask }: StatisticQuestion): void {
  if (viewer.role !== 'analyst' || ask === 'COUNT' || ask === 'HISTOGRAM') return;
  throw new AppError('FORBIDDEN', `role analyst may not ask for ${ask}`, 'ask for COUNT or HISTOGRAM');
}

async function drawn(
  services: Services,
  tx: GraphTransaction,
  question: StatisticQuestion,
  bits: BitSource,
): Promise<Drawn> {
  const { sensitivity } = protectionOf(question);
  const under = BigInt(Math.round(question.epsilon * MICRO));
  const scale = { over: BigInt(sensitivity) * BigInt(MICRO), under };
  const bins = (await trueBins(services, tx, question)).map(({ bin, value }) => ({
    bin,
    value: value + Number(discreteLaplace(bits, scale)),
  }));
  return { bins, asOf: services.clock.now().toISOString() };
}

async function trueBins({ clock }: Services, tx: GraphTransaction, question: StatisticQuestion): Promise<Bin[]> {
  const { ask, purpose: purposeId, where: filters = [], by } = question;
  const { lower = 0, upper = 0, of = 'spendMinor', currency = '' } = question;
  const who = { purposeId, now: clock.now() };
  switch (ask) {
    case 'COUNT': {
      const counts = await tx.read('publish/steps/publish-counts', { ...who, filters, by: null });
      return [{ bin: 'people', value: counts[0]?.people ?? 0 }];
    }
    case 'HISTOGRAM': {
      const bins = binsOf(by!, question.bins);
      return histogram(bins, await tx.read('publish/steps/publish-counts', { ...who, filters, by: by! }));
    }
    case 'SUM': {
      const [sum] = await tx.read('publish/steps/publish-sum', { ...who, filters, of, currency, lower, upper });
      return [{ bin: of, value: sum?.total ?? 0 }];
    }
    case 'DEGREES':
      return degreeBins(question.most!, await tx.read('publish/steps/publish-degrees', who));
    case 'TIES': {
      const degrees = await tx.read('publish/steps/publish-degrees', who);
      return [{ bin: 'ties', value: degrees.reduce((sum, { degree, people }) => sum + degree * people, 0) / 2 }];
    }
    case 'COMMUNITY_SIZES':
      return sizeBins(await tx.read('publish/steps/publish-community-sizes', who));
  }
}
