import type { GraphTransaction } from '../../graph/graph.js';
import { AppError } from '../../kernel/error.js';
import { recordAudit, type Services } from '../../security/index.js';
import type { DataRequest, MEANS, RequestState, RequestsAsked } from './request.js';

/** Requests, those due first. */
export function dataRequests(
  { graph, clock }: Services,
  { state, overdue, first }: RequestsAsked = {},
): Promise<DataRequest[]> {
  const limit = first ?? 100;
  return graph.read('rights/steps/requests/rights-requests', {
    state: state ?? null,
    overdue: overdue ?? false,
    limit,
    now: clock.now(),
  });
}

/** One request. Throws NOT_FOUND. */
export async function requestOf({ graph, clock }: Services, id: string): Promise<DataRequest> {
  const [request] = await graph.read('rights/steps/requests/rights-requests', { id, now: clock.now() });
  if (request) return request;
  throw new AppError('NOT_FOUND', 'no request has this id', 'see `guanxi rights requests`');
}

/**
 * Notes who checked, and by what means, that it is the person who asks. Throws NOT_FOUND, or CONFLICT unless it is
 * open.
 */
export function identifyRequest(services: Services, id: string, means: (typeof MEANS)[number]): Promise<DataRequest> {
  return moveRequest(services, id, { from: ['OPEN'], to: 'IDENTIFIED', means });
}

/** Refuses a request with the reason that the person is told. Throws NOT_FOUND, or CONFLICT when it is closed. */
export function refuseRequest(services: Services, id: string, reason: string): Promise<DataRequest> {
  return moveRequest(services, id, { from: ['OPEN', 'IDENTIFIED'], to: 'REFUSED', reason });
}

/** Closes an identified request as answered. Throws NOT_FOUND, or CONFLICT when it is not identified. */
export function closeRequest(services: Services, id: string, receiptId: string | null = null): Promise<DataRequest> {
  return moveRequest(services, id, { from: ['IDENTIFIED'], to: 'DONE', receiptId });
}

interface Move {
  readonly from: readonly RequestState[];
  readonly to: RequestState;
  readonly means?: string;
  readonly reason?: string;
  readonly receiptId?: string | null;
}

async function moveRequest(services: Services, id: string, move: Move): Promise<DataRequest> {
  await requestOf(services, id);
  await services.graph.transaction((tx) => moveIn(tx, services, id, move));
  return requestOf(services, id);
}

async function moveIn(tx: GraphTransaction, services: Services, id: string, move: Move): Promise<void> {
  const { clock, viewer } = services;
  const { from, to, means = null, reason = null, receiptId = null } = move;
  const said = { id, from: [...from], to, at: clock.now(), by: viewer.id, means, reason, receiptId };
  const { moved } = await tx.write('rights/steps/requests/rights-request-move', said);
  if (!moved) throw notIn(from);
  const detail = means ?? to;
  await recordAudit(services, { action: `REQUEST_${to}`, subject: id, count: 1, detail }, tx);
}

function notIn(from: readonly RequestState[]): AppError {
  const hint = from.includes('OPEN') ? 'it was closed already' : 'check first who asks: `guanxi rights identify`';
  return new AppError('CONFLICT', `the request is not ${from.join(' or ').toLowerCase()}`, hint);
}
