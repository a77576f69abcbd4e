import { AppError } from '../kernel/error.js';
import type { Role } from '../kernel/role.js';
import { type ApiContext, requireRole } from '../security/index.js';
import { type BudgetInput, publishBudget, setPublishBudget } from './budget.service.js';
import { type NetworkInput, publishNetwork } from './network/network.service.js';
import { publishStatistic } from './statistic/statistic.service.js';
import type { DataSet, Statistic, StatisticInput } from './statistic/statistic-input.js';
import { type PublishedTable, publishTable } from './table/table.service.js';
import type { TableInput } from './table/table-input.js';

const OFFICERS: readonly Role[] = ['privacy-officer', 'admin'];
/** Counting people is an analyst's work too, within the same budget. */
const COUNTING: readonly Statistic[] = ['COUNT', 'HISTOGRAM'];

export const resolvers = {
  PublishedTable: {
    rowCount: ({ rows }: PublishedTable) => rows.length,
    rows: ({ rows }: PublishedTable, { first }: { first: number }) => {
      if (first >= 0 && first <= 10_000) return rows.slice(0, first);
      throw new AppError('INPUT', 'rows: first is not 0..10000', '`guanxi publish table --out` writes all of them');
    },
  },
  Query: {
    publishBudget: (_parent: unknown, { dataSet }: { dataSet?: DataSet | null }, { services }: ApiContext) => {
      requireRole(services.viewer, ...OFFICERS, 'analyst');
      return publishBudget(services, dataSet);
    },
  },
  Mutation: {
    publishTable: (_parent: unknown, { input }: { input?: TableInput | null }, { services }: ApiContext) => {
      requireRole(services.viewer, ...OFFICERS);
      return publishTable(services, input ?? {});
    },
    publishStatistic: (_parent: unknown, { input }: { input: StatisticInput }, { services }: ApiContext) => {
      const analyst: readonly Role[] = COUNTING.includes(input.ask) ? ['analyst'] : [];
      requireRole(services.viewer, ...OFFICERS, ...analyst);
      return publishStatistic(services, input);
    },
    publishNetwork: (_parent: unknown, { input }: { input?: NetworkInput | null }, { services }: ApiContext) => {
      requireRole(services.viewer, ...OFFICERS);
      return publishNetwork(services, input ?? {});
    },
    setPublishBudget: (_parent: unknown, { input }: { input: BudgetInput }, { services }: ApiContext) => {
      requireRole(services.viewer, ...OFFICERS);
      return setPublishBudget(services, input);
    },
  },
};
