import type { Request, RequestHandler } from 'express';
import type { Graph } from '../../graph/graph.js';
import { AppError } from '../../kernel/error.js';
import type { Viewer } from '../../kernel/services.js';
import { admitted, type CheckedToken, hashOfToken, standingOf } from '../../security/index.js';
import type { VerifyToken } from '../http/tokens/tokens.js';

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

/**
 * A token that was checked need not be checked at every request: for this long, and never beyond its end. A revocation
 * holds after it.
 */
const REMEMBERED_MS = 3000;
const MOST_REMEMBERED = 1000;

/**
 * Who a checked token speaks for now, by the list of users and tokens and by the policy. Throws UNAUTHENTICATED,
 * FORBIDDEN.
 */
export type FindViewer = (token: CheckedToken) => Promise<Viewer>;

/** Looks in the graph again at every question. */
export function viewerFinder(graph: Graph, production: boolean): FindViewer {
  return async (token) => {
    const hash = token.tokenId === null ? null : hashOfToken(token.tokenId);
    const [standing] = await graph.read('security/steps/access/access-standing', { subject: token.id, token: hash });
    return admitted(standingOf(token, standing!, { now: new Date(), production }));
  };
}

/** Finds who asks from `Authorization: Bearer …`. Passes UNAUTHENTICATED on without it. */
export function authenticate(verify: VerifyToken, find: FindViewer): RequestHandler {
  const remembered = new Map<string, { viewer: Promise<Viewer>; until: number }>();
  const check = async (text: string): Promise<{ viewer: Viewer; until: number }> => {
    const { token, expires } = await verify(text);
    return { viewer: await find(token), until: Math.min(Date.now() + REMEMBERED_MS, expires * 1000) };
  };
  const viewerFor = (text: string): Promise<Viewer> => {
    const known = remembered.get(text);
    if (known && known.until > Date.now()) return known.viewer;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    // Requests that come together wait for one check; what was refused is not remembered.
    const checking = check(text);
    const entry = { viewer: checking.then(({ viewer }) => viewer), until: Date.now() + REMEMBERED_MS };
    remembered.set(text, entry);
    checking.then(
      ({ until }) => {
        entry.until = until;
      },
      () => remembered.delete(text),
    );
    return entry.viewer;
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
