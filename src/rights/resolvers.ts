import { z } from 'zod';
import {
  dataRequests,
  fulfilInput,
  identifyInput,
  identifyRequest,
  openRequest,
  openRequestInput,
  refuseInput,
  refuseRequest,
  requestsInput,
} from '../consent/index.js';
import { checked } from '../kernel/checked.js';
import { idOf } from '../kernel/input.js';
import type { ApiContext } from '../security/index.js';
import { verifyErasure } from './erasure/verify.service.js';
import { welcomeBack } from './erasure/welcome.service.js';
import { fulfilRequest } from './fulfil.service.js';
import { restrictPerson } from './restrict.service.js';

const verifying = z.object({ receipt: idOf, customer: idOf.nullish() });
const restricting = z.object({ customer: idOf, restricted: z.boolean().default(true) });
const welcoming = z.object({ customer: idOf, reason: z.string().trim().min(5).max(500) });

type Work = (services: ApiContext['services'], args: unknown) => unknown;

function resolver(work: Work) {
  return (_parent: unknown, args: unknown, { services }: ApiContext) => work(services, args);
}

export const resolvers = {
  Query: {
    dataRequests: resolver((services, args) => dataRequests(services, checked(requestsInput, args, 'dataRequests'))),
    verifyErasure: resolver((services, args) => {
      const { receipt, customer } = checked(verifying, args, 'verifyErasure');
      return verifyErasure(services, { receipt, customerId: customer });
    }),
  },
  Mutation: {
    openRequest: resolver((services, args) => {
      const { customer, ...asked } = args as { customer: unknown };
      return openRequest(services, checked(openRequestInput, { ...asked, customerId: customer }, 'openRequest'));
    }),
    identifyRequest: resolver((services, args) => {
      const { request, means } = checked(identifyInput, args, 'identifyRequest');
      return identifyRequest(services, request, means);
    }),
    fulfilRequest: resolver((services, args) => fulfilRequest(services, checked(fulfilInput, args, 'fulfilRequest'))),
    refuseRequest: resolver((services, args) => {
      const { request, reason } = checked(refuseInput, args, 'refuseRequest');
      return refuseRequest(services, request, reason);
    }),
    restrictPerson: resolver((services, args) => {
      const { customer, restricted } = checked(restricting, args, 'restrictPerson');
      return restrictPerson(services, customer, restricted);
    }),
    welcomeBack: resolver((services, args) => {
      const { customer, reason } = checked(welcoming, args, 'welcomeBack');
      return welcomeBack(services, customer, reason);
    }),
  },
};
