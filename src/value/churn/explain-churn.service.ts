import { AppError } from '../../kernel/error.js';
import { decimal, percent, percentZh } from '../../kernel/figures.js';
import type { Services } from '../../security/index.js';
import { rowOf, shownOf, wordsOf } from './features.js';
import { sigmoid } from './logistic.js';
import type { ModelCard } from './model-card.js';
import { memberAt } from './population.service.js';
import { explained } from './train.js';

/** What a feature adds to the logit. */
export interface ChurnPart {
  readonly name: string;
  /** As people read it: days, orders, a ratio or a share. */
  readonly value: number;
  /** Above 0 it makes leaving likelier than for an average customer. */
  readonly contribution: number;
  readonly why: string;
  readonly whyZh: string;
}

export interface ChurnExplanation {
  readonly customerId: string;
  /** Id of the training. */
  readonly modelId: string;
  readonly scoredAt: Date;
  readonly horizonDays: number;
  /** Of no order within the horizon, 0..1: the logistic function of `logit`. */
  readonly probability: number;
  /** `base` and all contributions sum to it. */
  readonly logit: number;
  readonly base: number;
  /** The strongest first. */
  readonly parts: readonly ChurnPart[];
  readonly why: string;
  readonly whyZh: string;
}

/**
 * Why a customer is likely to stay or leave, by the model that scored them, with behaviour as of that scoring. Null for
 * who is not scored: gone already, or before the first scoring. Throws NOT_FOUND for who does not consent to profiling
 * or is unknown.
 */
export async function explainChurn({ graph }: Services, customerId: string): Promise<ChurnExplanation | null> {
  const [known] = await graph.read('value/steps/churn/churn-of', { customerId });
  if (!known?.profiled)
    throw new AppError('NOT_FOUND', 'no customer with this id consents to profiling', 'check the id and the consent');
  const { probability, scoredAt, asOf, model, card } = known;
  if (probability === null || scoredAt === null || asOf === null || model === null || card === null) return null;
  const { trained, horizonDays } = JSON.parse(card) as ModelCard;
  const member = await memberAt(graph, customerId, asOf);
  if (!member) return null;
  const row = rowOf(trained.names, member.facts, member.neighbours, asOf);
  const { base, parts: added } = explained(trained, row);
  const parts = trained.names
    .map((name, at) => partOf(name, row[at]!, added[at]!))
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  const logit = base + added.reduce((sum, part) => sum + part, 0);
  const told = { customerId, modelId: model, scoredAt, horizonDays, probability: sigmoid(logit), logit, base, parts };
  return { ...told, ...sentenceOf(told) };
}

function partOf(name: string, value: number, contribution: number): ChurnPart {
  const { en, zh } = wordsOf(name);
  const shown = shownOf(name, value);
  const [moves, movesZh] = contribution >= 0 ? ['raises', '提高'] : ['lowers', '降低'];
  const why = `${en} ${decimal(shown, 2)}: ${moves} the risk`;
  return { name, value: shown, contribution, why, whyZh: `${zh} ${decimal(shown, 2)}：${movesZh}流失风险` };
}

/** The two strongest reasons on the side that the score lies on. */
function sentenceOf({
  probability,
  horizonDays,
  parts,
}: Pick<ChurnExplanation, 'probability' | 'horizonDays' | 'parts'>) {
  const strongest = parts.filter(({ contribution }) => contribution >= 0 === probability >= 0.5).slice(0, 2);
  const names = strongest.map(({ name }) => wordsOf(name));
  const because = names.length > 0 ? `, most of all by ${names.map(({ en }) => en).join(' and ')}` : '';
  const becauseZh = names.length > 0 ? `，主要因为${names.map(({ zh }) => zh).join('和')}` : '';
  return {
    why: `${percent(probability)} % likely not to order within ${horizonDays} days${because}`,
    whyZh: `${horizonDays} 天内不再下单的概率为 ${percentZh(probability)}%${becauseZh}`,
  };
}
