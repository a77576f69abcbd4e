import {
  closeRequest,
  type DataRequest,
  type FulfilInput,
  PURPOSES,
  type PurposeId,
  requestOf,
  withdrawConsent,
} from '../consent/index.js';
import { AppError } from '../kernel/error.js';
import type { Services } from '../security/index.js';
import { correctPerson } from './correct.service.js';
import { eraseAtOnce } from './erasure/erase.service.js';
import { restrictPerson } from './restrict.service.js';

/**
 * Carries out an identified request and closes it: corrects, erases, restricts or records the objection. A copy is made
 * by `exportPerson`. Throws NOT_FOUND, INPUT when something it needs is missing, CONFLICT when nobody checked who asks.
 */
export async function fulfilRequest(
  services: Services,
  { request: id, mode, correction }: FulfilInput,
): Promise<DataRequest> {
  const request = await requestOf(services, id);
  const { kind, state, customerId } = request;
  if (state === 'DONE' || state === 'REFUSED')
    throw new AppError('CONFLICT', 'the request was answered already', 'open another one for anything new');
  if (state !== 'IDENTIFIED') throw new AppError('CONFLICT', 'the request is not identified', 'check first who asks');
  if (customerId === null) throw new AppError('NOT_FOUND', 'the customer was erased', 'refuse the request, saying so');
  switch (kind) {
    case 'CORRECTION':
      if (!correction) throw needs('correction');
      await correctPerson(services, customerId, correction);
      return closeRequest(services, id);
    case 'ERASURE': {
      const { receiptId } = await eraseAtOnce(services, { customerId, mode: mode ?? 'DELETE' });
      return closeRequest(services, id, receiptId);
    }
    case 'RESTRICTION':
      await restrictPerson(services, customerId);
      return closeRequest(services, id);
    case 'OBJECTION': {
      const purposes = request.purposeId === null ? PURPOSES : [request.purposeId as PurposeId];
      for (const purpose of purposes) {
        const eventId = `${id}|${purpose}`;
        await withdrawConsent(services, { eventId, customerId, purpose, via: request.via, objection: true });
      }
      return closeRequest(services, id);
    }
    default:
      throw new AppError(
        'INPUT',
        'a copy is handed out, not carried out',
        'use exportPerson or `guanxi rights export`',
      );
  }
}

function needs(field: string): AppError {
  return new AppError('INPUT', `this request needs ${field}`, `send it with ${field}`);
}
