import { z } from 'zod';
import type { GraphTransaction } from '../graph/graph.js';
import { checked } from '../kernel/checked.js';
import { AppError } from '../kernel/error.js';
import { recordAudit, type Services } from '../security/index.js';
import { DATA_SETS, type DataSet, MICRO } from './statistic/statistic-input.js';

/** Epsilon of a data set that nobody set a budget for. */
export const FIRST_BUDGET = 2;

/** What of a data set's epsilon is spent; all in epsilon. */
export interface Budget {
  readonly dataSet: DataSet;
  readonly budget: number;
  readonly spent: number;
  readonly left: number;
  readonly version: number;
  readonly answers: number;
}

const budgetInput = z.object({
  dataSet: z.enum(DATA_SETS),
  epsilon: z.number().min(0).max(100).nullish(),
  renew: z.boolean().nullish(),
});
export type BudgetInput = z.input<typeof budgetInput>;

/** What each data set, or one, has spent and left. */
export async function publishBudget({ graph }: Services, dataSet?: DataSet | null): Promise<Budget[]> {
  const rows = new Map((await graph.read('publish/steps/publish-budgets', {})).map((row) => [row.dataSet, row]));
  const asked = dataSet ? [checked(z.enum(DATA_SETS), dataSet, 'publishBudget')] : DATA_SETS;
  return asked.map((id) => {
    const { budgetMicro = FIRST_BUDGET * MICRO, spentMicro = 0, version = 1, answers = 0 } = rows.get(id) ?? {};
    const left = leftOf({ budgetMicro, spentMicro });
    return { dataSet: id, budget: budgetMicro / MICRO, spent: spentMicro / MICRO, left, version, answers };
  });
}

/**
 * Sets a data set's epsilon, or begins a new version of it. What is spent stays spent: the same people are in both
 * versions. Recorded as a change of policy. Throws INPUT.
 */
export async function setPublishBudget(services: Services, given: BudgetInput): Promise<Budget> {
  const { dataSet, epsilon, renew } = checked(budgetInput, given, 'setPublishBudget');
  const budgetMicro = epsilon === null || epsilon === undefined ? null : Math.round(epsilon * MICRO);
  await services.graph.transaction(async (tx) => {
    await lockBudget(services, tx, dataSet);
    await tx.write('publish/steps/publish-budget-set', { dataSet, budgetMicro, renew: renew ?? false });
    const detail = `budget ${epsilon ?? 'unchanged'}${renew ? ', new version' : ''}`;
    await recordAudit(services, { action: 'POLICY_CHANGED', subject: `publish ${dataSet}`, count: 1, detail }, tx);
  });
  const [budget] = await publishBudget(services, dataSet);
  return budget!;
}

/** Locks the budget until the transaction ends, so that callers at once spend one after the other. */
export function lockBudget({ clock }: Services, tx: GraphTransaction, dataSet: DataSet) {
  return tx.write('publish/steps/publish-budget-lock', {
    dataSet,
    budgetMicro: FIRST_BUDGET * MICRO,
    now: clock.now(),
  });
}

/** Epsilon left, never below 0: a budget can be set below what is spent. */
export function leftOf({ budgetMicro, spentMicro }: { budgetMicro: number; spentMicro: number }): number {
  return Math.max(0, budgetMicro - spentMicro) / MICRO;
}

/** Throws TOO_MUCH when the epsilon is not left. */
export function mustAfford(
  dataSet: DataSet,
  epsilon: number,
  budget: { budgetMicro: number; spentMicro: number },
): void {
  if (budget.spentMicro + Math.round(epsilon * MICRO) <= budget.budgetMicro) return;
  const left = leftOf(budget);
  throw new AppError(
    'TOO_MUCH',
    `publishStatistic: epsilon ${epsilon} would overspend the budget of ${dataSet}`,
    `${left} of ${budget.budgetMicro / MICRO} is left: ask with epsilon ${left} or less, repeat a question that was answered, or let a privacy officer set the budget`,
    { dataSet, left },
  );
}
