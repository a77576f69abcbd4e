import type { Services } from '../../security/index.js';
import type { ExperimentRow } from './input.js';
import { METRICS, type MetricName } from './metrics.js';

const MONEY: ReadonlySet<string> = new Set(['spendMinor', 'spendBeforeMinor']);

/**
 * The currency whose orders count in an experiment with a metric of money, the one of most orders: two are never added.
 * Null where no metric is of money; all orders count then.
 */
export async function currencyOf(
  { graph, clock }: Services,
  { metric, guardrails }: Pick<ExperimentRow, 'metric' | 'guardrails'>,
): Promise<string | null> {
  const ofMoney = [metric, ...(guardrails as MetricName[])].some((one) => MONEY.has(METRICS[one].value));
  if (!ofMoney) return null;
  const [most] = await graph.read('value/steps/order-currencies', { asOf: clock.now() });
  return most?.currency ?? null;
}
