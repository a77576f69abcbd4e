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
}

/** 200 also where rows were rejected: the answer names each with all its faults, and the others are in. */
const taking = ({ kind, operation, summary }: Door): RestEndpoint<{ body: typeof rowsInput }> => ({
  ...{ method: 'post', path: `/api/${kind}`, summary, operation },
  values: MOST_ROWS * VALUES_A_ROW,
  body: rowsInput,
  response: rowsOut,
  handler: (services, { body }) => intakeRows(services, kind, body.rows),
});

const SAFE = 'up to 1,000; the same id again changes nothing';

export const endpoints: readonly RestEndpoint[] = [
  taking({ kind: 'orders', operation: 'recordOrders', summary: `Orders of a shop system, ${SAFE}` }),
  taking({ kind: 'order-lines', operation: 'recordOrderLines', summary: `What orders hold, ${SAFE}` }),
  taking({ kind: 'conversions', operation: 'recordConversions', summary: `What touches of campaigns led to, ${SAFE}` }),
];
