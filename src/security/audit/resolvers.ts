import { GraphQLScalarType, valueFromASTUntyped } from 'graphql';
import { z } from 'zod';
import { checked } from '../../kernel/checked.js';
import { timeOf } from '../../kernel/input.js';
import type { ApiContext } from '../services.js';
import { acknowledgeAlert, checkAccess } from './alerts.service.js';
import { breakGlass, breakGlassInput } from './break-glass.service.js';
import { findCustomer, findInput } from './find-customer.service.js';
import { auditEntries, auditState, listInput } from './list.service.js';
import { reasonOf } from './reason.js';
import { searchCustomers, searchInput } from './search-customers.service.js';

const alertsInput = z.object({
  status: z.enum(['OPEN', 'ACKNOWLEDGED']).nullish(),
  viewer: z.string().min(1).max(200).nullish(),
  since: timeOf.nullish(),
  first: z.int().min(1).max(1000).default(50),
});
const checkInput = z.object({ days: z.int().min(1).max(30).default(2) });
const noteInput = z.object({ id: z.string().min(1).max(500), note: reasonOf(3) });

export const resolvers = {
  // Takes anything and lets the resolver check it: GraphQL's own refusals repeat the value.
  PersonalValue: new GraphQLScalarType({
    name: 'PersonalValue',
    parseValue: (value) => value,
    parseLiteral: (node, variables) => valueFromASTUntyped(node, variables),
  }),
  Query: {
    auditEntries: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return auditEntries(services, checked(listInput, args, 'auditEntries'));
    },
    auditState: (_parent: unknown, _args: unknown, { services }: ApiContext) => {
      return auditState(services);
    },
    accessAlerts: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      const { first: limit, status = null, viewer = null, since = null } = checked(alertsInput, args, 'accessAlerts');
      return services.graph.read('security/steps/audit/alerts', { limit, status, viewer, since });
    },
  },
  Mutation: {
    checkAccess: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return checkAccess(services, checked(checkInput, args, 'checkAccess').days);
    },
    acknowledgeAlert: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      const { id, note } = checked(noteInput, args, 'acknowledgeAlert');
      return acknowledgeAlert(services, id, note);
    },
    findCustomer: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return findCustomer(services, checked(findInput, args, 'findCustomer'));
    },
    searchCustomers: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return searchCustomers(services, checked(searchInput, args, 'searchCustomers'));
    },
    breakGlass: (_parent: unknown, args: unknown, { services }: ApiContext) => {
      return breakGlass(services, checked(breakGlassInput, args, 'breakGlass'));
    },
  },
};
