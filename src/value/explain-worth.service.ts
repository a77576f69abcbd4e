import type { Sentence } from '../graph/sentence.js';
import { counted, decimal, percent, percentZh, whole } from '../kernel/figures.js';
import type { Services } from '../security/index.js';
import { explainChurn } from './churn/explain-churn.service.js';
import { explainValue } from './clv/explain-value.service.js';
import { LIFECYCLE_KNOBS, type Stage, stageOf } from './lifecycle.js';

/** Why a customer is worth what they are, where they stand, and whether they may leave; names nobody else. */
export interface WorthExplanation extends Sentence {
  readonly about: 'VALUE' | 'LIFECYCLE' | 'CHURN';
}

/**
 * What is told of a customer who consents to profiling, in sentences; leaves out what no run has told. Throws NOT_FOUND
 * for others.
 */
export async function explainWorth(services: Services, customerId: string): Promise<WorthExplanation[]> {
  const told = await Promise.all([
    valueTold(services, customerId),
    lifecycleTold(services, customerId),
    explainChurn(services, customerId),
  ]);
  return (['VALUE', 'LIFECYCLE', 'CHURN'] as const).flatMap((about, at) => {
    const sentence = told[at];
    return sentence ? [{ about, why: sentence.why, whyZh: sentence.whyZh }] : [];
  });
}

async function valueTold(services: Services, customerId: string): Promise<Sentence | null> {
  const value = await explainValue(services, customerId);
  if (!value?.worth) return null;
  const { pAlive, purchases } = value.worth;
  const range = value.intervals?.purchases;
  const [low, high] = range ? [decimal(range.low), decimal(range.high)] : [];
  return {
    why:
      `still buys with ${percent(pAlive)} % probability; ${decimal(purchases)} purchases expected in ${value.months} months` +
      (range ? ` (95 %: ${low} to ${high})` : ''),
    whyZh:
      `仍在购买的概率为 ${percentZh(pAlive)}%，预计 ${value.months} 个月内购买 ${decimal(purchases)} 次` +
      (range ? `（95% 区间 ${low} 至 ${high}）` : ''),
  };
}

async function lifecycleTold({ graph, clock }: Services, customerId: string): Promise<Sentence | null> {
  const now = clock.now();
  const asked = { customerId, now, windowDays: LIFECYCLE_KNOBS.windowDays };
  const [row] = await graph.read('value/steps/lifecycle-of', asked);
  if (!row?.stage || !row.firstOrderAt || !row.lastOrderAt) return null;
  const { orders, firstOrderAt, lastOrderAt } = row;
  const { because } = stageOf({ orders, firstOrderAt, lastOrderAt, spend: row.spend as [number, number, number] }, now);
  return stageSentence(because);
}

function stageSentence({ daysSinceFirst, daysSinceLast, meanInterval, slope }: Stage['because']): Sentence {
  const [trend, trendZh] =
    slope > 0 ? ['spend rises', '消费上升'] : slope < 0 ? ['spend falls', '消费下降'] : ['spend is level', '消费持平'];
  const [rhythm, rhythmZh] =
    meanInterval === null
      ? ['', '']
      : [
          `, usually every ${counted(Math.round(meanInterval), 'day')}`,
          `，平时每 ${whole(Math.round(meanInterval))} 天下单一次`,
        ];
  return {
    why: `first order ${counted(Math.floor(daysSinceFirst), 'day')} ago, last ${counted(Math.floor(daysSinceLast), 'day')} ago${rhythm}; ${trend}`,
    whyZh: `首单距今 ${whole(Math.floor(daysSinceFirst))} 天，末单距今 ${whole(Math.floor(daysSinceLast))} 天${rhythmZh}；${trendZh}`,
  };
}
