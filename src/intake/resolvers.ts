import { checked } from '../kernel/checked.js';
import type { ApiContext } from '../security/index.js';
import { rowsInput } from './intake-input.js';
import type { KindName } from './kinds/names.js';
import { intakeRows } from './rows/intake-rows.service.js';

const taking =
  (kind: KindName) =>
  (_parent: unknown, args: unknown, { services }: ApiContext) =>
    intakeRows(services, kind, checked(rowsInput, args, kind).rows);

export const resolvers = {
  Mutation: {
    recordOrders: taking('orders'),
    recordOrderLines: taking('order-lines'),
    recordConversions: taking('conversions'),
  },
};
