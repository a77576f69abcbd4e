import { AppError } from '../kernel/error.js';
import type { ApiContext } from '../security/index.js';
import { type BudgetInput, publishBudget, setPublishBudget } from './budget.service.js';
import { type NetworkInput, publishNetwork } from './network/network.service.js';
import { publishStatistic } from './statistic/statistic.service.js';
import type { DataSet, StatisticInput } from './statistic/statistic-input.js';
import { type PublishedTable, publishTable } from './table/table.service.js';
import type { TableInput } from './table/table-input.js';

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
      return publishBudget(services, dataSet);
    },
  },
  Mutation: {
    publishTable: (_parent: unknown, { input }: { input?: TableInput | null }, { services }: ApiContext) => {
      return publishTable(services, input ?? {});
    },
    publishStatistic: (_parent: unknown, { input }: { input: StatisticInput }, { services }: ApiContext) => {
      return publishStatistic(services, input);
    },
    publishNetwork: (_parent: unknown, { input }: { input?: NetworkInput | null }, { services }: ApiContext) => {
      return publishNetwork(services, input ?? {});
    },
    setPublishBudget: (_parent: unknown, { input }: { input: BudgetInput }, { services }: ApiContext) => {
      return setPublishBudget(services, input);
    },
  },
};
