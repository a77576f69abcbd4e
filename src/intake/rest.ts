import type { RestEndpoint } from '../security/index.js';
import { rowsInput, rowsOut } from './intake-input.js';
import type { KindName } from './kinds/names.js';
import { intakeRows, MOST_ROWS } from './rows/intake-rows.service.js';

/** Columns of the widest kind that is taken here, and the row itself. */
const VALUES_A_ROW = 12;

interface Door {
  readonly kind: KindName;
  readonly operation: string;
  readonly summary: string;
  readonly summaryZh: string;
}

/** 200 also where rows were rejected: the answer names each with all its faults, and the others are in. */
const taking = ({ kind, operation, summary, summaryZh }: Door): RestEndpoint<{ body: typeof rowsInput }> => ({
  ...{ method: 'post', path: `/api/${kind}`, operation },
  summary: `${summary}, up to 1,000; the same id again changes nothing`,
  summaryZh: `${summaryZh}，至多 1,000 行；同一编号再次提交不会改变什么`,
  values: MOST_ROWS * VALUES_A_ROW,
  body: rowsInput,
  response: rowsOut,
  handler: (services, { body }) => intakeRows(services, kind, body.rows),
});

export const endpoints: readonly RestEndpoint[] = [
  taking({
    kind: 'orders',
    operation: 'recordOrders',
    summary: 'Orders of a shop system',
    summaryZh: '商城系统的订单',
  }),
  taking({ kind: 'order-lines', operation: 'recordOrderLines', summary: 'What orders hold', summaryZh: '订单明细' }),
  taking({
    ...{ kind: 'conversions', operation: 'recordConversions' },
    ...{ summary: 'What touches of campaigns led to', summaryZh: '活动触达带来的转化' },
  }),
];
