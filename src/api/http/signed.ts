import express, { type Request, type RequestHandler, Router } from 'express';
import { systemClock } from '../../kernel/clock.js';
import { AppError } from '../../kernel/error.js';
import { SIGNED_BY, sameText, signatureOf } from '../../kernel/signature.js';
import type { Shared, SignedEndpoint } from '../../security/index.js';
import { DOCUMENT_LIMITS } from '../gate/limits.js';
import { operationsOf } from '../gate/operations.js';
import { asked } from '../gate/viewer.js';
import { textIn } from './json-body.js';
import { limitRate } from './rate-limit.js';
import { handlerOf, pathOf } from './rest.js';

/** How far the time of a signature may lie from ours: what was kept longer is not taken. */
const WINDOW_MS = 5 * 60_000;

/**
 * Endpoints that take a signature in place of a token. The head of a request is looked at before its body is read. Who
 * signed acts in the role of a service; a request that is sent again within the window does what its operation does
 * with repeats, which is nothing.
 */
export function signedRoutes(shared: Shared, endpoints: readonly SignedEndpoint[], perMinute: number): Router {
  const router = Router();
  const operations = operationsOf(shared.graph.library);
  const whole = express.raw({ type: 'application/json', limit: DOCUMENT_LIMITS.body });
  const limit = limitRate(perMinute);
  for (const endpoint of endpoints)
    router[endpoint.method](
      pathOf(endpoint),
      inTime,
      whole,
      signed(endpoint),
      limit,
      handlerOf(shared, endpoint, operations),
    );
  return router;
}

const inTime: RequestHandler = (request, _response, next) => {
  const { timestamp, signature } = headersOf(request);
  if (!/^\d{10}$/.test(timestamp) || !/^sha256=[0-9a-f]{64}$/.test(signature)) throw unsigned();
  if (Math.abs(Number(timestamp) * 1000 - systemClock.now().getTime()) <= WINDOW_MS) return next();
  throw new AppError(
    'UNAUTHENTICATED',
    `${SIGNED_BY.timestamp} lies more than five minutes from the time here`,
    'sign the request anew with the time of sending, in seconds since 1970, and set the clock of the sender',
  );
};

function signed(endpoint: SignedEndpoint): RequestHandler {
  return (request, _response, next) => {
    const { timestamp, signature } = headersOf(request);
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const { channel = '' } = request.params as Readonly<Record<string, string>>;
    const right = endpoint.secrets({ channel }).map((secret) => signatureOf(secret, timestamp, body));
    if (!right.some((one) => sameText(one, signature))) throw unsigned();
    request.body = jsonIn(body);
    asked(request).viewer = { id: `sender ${channel}`, role: 'service', purpose: 'integration' };
    next();
  };
}

function headersOf(request: Request) {
  return { timestamp: request.get(SIGNED_BY.timestamp) ?? '', signature: request.get(SIGNED_BY.signature) ?? '' };
}

function jsonIn(body: Buffer): unknown {
  const text = textIn(body);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new AppError('INPUT', 'the body is not JSON', 'send it with Content-Type: application/json');
  }
}

/** The same whether the channel, its secret or the signature is not there: a stranger learns nothing. */
function unsigned(): AppError {
  return new AppError(
    'UNAUTHENTICATED',
    'no signature, or not one of this channel',
    `send ${SIGNED_BY.timestamp} and ${SIGNED_BY.signature}; docs/marketing/campaigns.md says how they are made`,
  );
}
