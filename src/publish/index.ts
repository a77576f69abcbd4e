/**
 * Publishing: what may leave the house about people, without any of them.
 *
 * - k-anonymous table: every line stands among k people or more; the least loss that generalising and suppressing can
 *   do
 * - statistic: differentially private numbers, paid for in epsilon from a data set's budget
 * - network: who knows whom without who, every degree k times or more
 */
export { publishBudget, setPublishBudget } from './budget.service.js';
export { type NetworkInput, type PublishedNetwork, publishNetwork } from './network/network.service.js';
export { graphMl, svg } from './network/network-file.js';
export { type PublishedStatistic, publishStatistic } from './statistic/statistic.service.js';
export { DATA_SETS, type DataSet, type StatisticInput } from './statistic/statistic-input.js';
export { COUNTED_COLUMNS, PUBLISH_PURPOSES, QUASI_IDENTIFIERS, SENSITIVE_COLUMNS } from './table/columns.js';
export { publishTable } from './table/table.service.js';
export type { TableInput } from './table/table-input.js';
