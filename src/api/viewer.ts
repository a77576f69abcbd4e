import type { Request, RequestHandler } from 'express';
import { AppError } from '../kernel/error.js';
import type { Viewer } from '../kernel/services.js';
import type { Verified, VerifyToken } from './tokens.js';

/** What the middlewares leave on a request for those after them. */
export interface Asked {
  viewer?: Viewer;
  requestId?: string;
  operation?: string;
}

export function asked(request: object): Asked {
  const carrier = request as { guanxi?: Asked };
  carrier.guanxi ??= {};
  return carrier.guanxi;
}

/** The viewer that `authenticate` found. Throws UNAUTHENTICATED when it did not run. */
export function viewerOf(request: object): Viewer {
  const { viewer } = asked(request);
  if (viewer) return viewer;
  throw noToken();
}

/** A token that was checked need not be checked at every request: for this long, and never beyond its end. */
const REMEMBERED_MS = 60_000;
const MOST_REMEMBERED = 1000;

/** Finds who asks from `Authorization: Bearer …`. Passes UNAUTHENTICATED on without it. */
export function authenticate(verify: VerifyToken): RequestHandler {
  const remembered = new Map<string, { viewer: Viewer; until: number }>();
  const viewerFor = async (token: string): Promise<Viewer> => {
    const known = remembered.get(token);
    if (known && known.until > Date.now()) return known.viewer;
    const { viewer, expires }: Verified = await verify(token);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(token, { viewer, until: Math.min(Date.now() + REMEMBERED_MS, expires * 1000) });
    return viewer;
  };
  return async (request, _response, next) => {
    asked(request).viewer = await viewerFor(tokenOf(request));
    next();
  };
}

function tokenOf(request: Request): string {
  const match = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(request.headers.authorization ?? '');
  if (match) return match[1]!;
  throw noToken();
}

function noToken(): AppError {
  return new AppError(
    'UNAUTHENTICATED',
    'no token, or not in the form of one',
    'send the header `Authorization: Bearer TOKEN`; here: `guanxi token --role ROLE`',
  );
}
