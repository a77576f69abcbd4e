import type { Request, RequestHandler } from 'express';
import type { Log } from '../../kernel/log.js';
import { systemRandom } from '../../kernel/random.js';
import { asked } from '../gate/viewer.js';
import type { Metrics } from './metrics.js';

/**
 * One line and one measurement for each request: route, operation, status, ms, role, request id. No ids of people, no
 * tokens.
 */
export function logRequests(log: Log, metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const started = process.hrtime.bigint();
    const requestId = systemRandom.id();
    asked(request).requestId = requestId;
    response.setHeader('X-Request-Id', requestId);
    response.on('finish', () => {
      const ms = Number(process.hrtime.bigint() - started) / 1e6;
      const { method } = request;
      const { viewer, operation } = asked(request);
      const route = routeOf(request);
      metrics.observe({ method, route, status: response.statusCode }, ms / 1000);
      log.info('request', {
        requestId,
        method,
        route,
        operation,
        status: response.statusCode,
        ms: Math.round(ms * 10) / 10,
        role: viewer?.role,
      });
    });
    next();
  };
}

/** The route as it was declared: a path as asked could hold a customer's id. */
function routeOf(request: Request): string {
  if (request.originalUrl.startsWith('/graphql')) return '/graphql';
  const declared = (request.route as { path?: unknown } | undefined)?.path;
  if (typeof declared !== 'string') return 'other';
  // Express forgets the mount point of a router once an error left it.
  return request.originalUrl.startsWith('/api/') ? `/api${declared}` : declared;
}
