import type { RequestHandler, Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '../../kernel/error.js';
import { viewerOf } from '../gate/viewer.js';

/**
 * At most `perMinute` requests a minute for one viewer on this server. Tells where the viewer stands in RateLimit-*
 * headers.
 */
export function limitRate(perMinute: number): RequestHandler {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return async (request, response, next) => {
    const { id, role } = viewerOf(request);
    try {
      tell(response, perMinute, await limiter.consume(`${role}|${id}`));
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      tell(response, perMinute, refused);
      const seconds = secondsUntil(refused);
      response.setHeader('Retry-After', seconds);
      throw new AppError('RATE_LIMIT', `more than ${perMinute} requests in a minute`, `try again in ${seconds} s`);
    }
    next();
  };
}

function tell(response: Response, limit: number, state: RateLimiterRes): void {
  response.setHeader('RateLimit-Limit', limit);
  response.setHeader('RateLimit-Remaining', Math.max(0, state.remainingPoints));
  response.setHeader('RateLimit-Reset', secondsUntil(state));
}

function secondsUntil({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1000));
}
