import { existsSync } from 'node:fs';
import { join } from 'node:path';
import cors from 'cors';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { GraphQLSchema } from 'graphql';
import helmet from 'helmet';
import { operationsOf } from './api/gate/operations.js';
import { authenticate, viewerFinder, viewerOf } from './api/gate/viewer.js';
import { endpoints, signedEndpoints } from './api/http/endpoints.js';
import { outerError } from './api/http/errors.js';
import { type Described, graphiqlPage } from './api/http/graphiql.js';
import { graphqlServer } from './api/http/graphql-server.js';
import { livez, readyz } from './api/http/health.js';
import { isLoopback, isPassedOn, onlyOurHosts } from './api/http/hosts.js';
import { makeMetrics, metricsPage } from './api/http/metrics.js';
import { preferenceRoutes } from './api/http/preference-page.js';
import { limitRate } from './api/http/rate-limit.js';
import { logRequests } from './api/http/request-log.js';
import { documentRoutes, restRoutes } from './api/http/rest.js';
import { signedRoutes } from './api/http/signed.js';
import { developmentToken, tokenVerifier } from './api/http/tokens/tokens.js';
import { JOBS, SCHEDULER } from './api/jobs/jobs.js';
import { mcpRoutes } from './api/mcp/http.js';
import type { Config } from './config.js';
import { jobLines } from './jobs/run.service.js';
import { AppError } from './kernel/error.js';
import type { Log } from './kernel/log.js';
import { packageRoot } from './kernel/root.js';
import { makeServices, requireAllowed, type Shared } from './security/index.js';

export interface AppParts extends Shared {
  readonly config: Config;
  readonly schema: GraphQLSchema;
  /** Whether the server is ending: then it is not ready any more. */
  readonly draining: () => boolean;
}

/**
 * The server's parts in the order a request meets them; it does not listen. Without a token only health and the desk's
 * page answer.
 */
export function makeApp({ config, schema, draining, ...shared }: AppParts): Express {
  const { log, graph } = shared;
  const metrics = makeMetrics(() => jobLines(makeServices(shared, SCHEDULER), JOBS, config));
  graph.outlived.tell((statement) => {
    metrics.outlived(statement);
    log.warn('a statement that was stopped still ran 5 s later, and was asked to end again', { statement });
  });
  const production = config.NODE_ENV === 'production';
  const known = [authenticate(tokenVerifier(config), viewerFinder(graph, production)), limitRate(config.RATE_LIMIT)];
  const app = express().disable('x-powered-by').set('query parser', 'simple').set('etag', false);
  app.use(
    logRequests(log, metrics),
    onlyOurHosts(config),
    wholeAddress,
    helmet(HEADERS),
    cors({ origin: [...config.CORS_ORIGINS], maxAge: 600 }),
  );
  app.get('/livez', livez);
  app.get('/readyz', readyz(graph, draining));
  const page = metricsPage(metrics);
  app.get('/metrics', atThisMachine(config, page), known, onlyFor(operationsOf(graph.library).get('metrics')!), page);
  if (config.NODE_ENV === 'development')
    app.use('/graphql', developmentPage(config, { schema, library: graph.library }));
  app.use('/graphql', known, jsonPosts, graphqlServer({ schema, shared, production }));
  app.use('/mcp', known, mcpRoutes(shared));
  app.use(preferenceRoutes(shared));
  const described = documentRoutes(shared, [...endpoints, ...signedEndpoints]);
  if (config.NODE_ENV === 'development') app.use('/api', atThisMachine(config, described));
  app.use('/api', signedRoutes(shared, signedEndpoints, config.RATE_LIMIT));
  app.use('/api', known, described, restRoutes(shared, endpoints));
  app.use(deskPage());
  app.use(unknownRoute, errorAnswer(log));
  return app;
}

/** GraphiQL, with a token for who sits at this machine and for nobody else. */
function developmentPage(config: Config, described: Described): RequestHandler {
  const [bare, own] = [
    graphiqlPage(described, null),
    graphiqlPage(described, () => developmentToken(config, 'admin', 12)),
  ];
  return (request, response, next) => {
    const page = isLoopback(config.HOST) && !isPassedOn(request) ? own : bare;
    return page(request, response, next);
  };
}

/** For who sits at this machine, without a token; others go on to where one is asked for. */
function atThisMachine({ HOST }: Config, routes: RequestHandler): RequestHandler {
  return (request, response, next) =>
    isLoopback(HOST) && !isPassedOn(request) ? routes(request, response, next) : next();
}

const HEADERS = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'self'"],
      'script-src': ["'self'"],
      'style-src': ["'self'", "'unsafe-inline'"],
      'img-src': ["'self'", 'data:'],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'frame-ancestors': ["'none'"],
      'form-action': ["'none'"],
    },
  },
};

function onlyFor(operation: Parameters<typeof requireAllowed>[1]): RequestHandler {
  return (request, _response, next) => {
    requireAllowed(viewerOf(request), operation);
    next();
  };
}

/** What an address carries is read leniently further on, so that another text than was sent would be kept. */
const wholeAddress: RequestHandler = (request, _response, next) => {
  decodeURIComponent(request.originalUrl);
  next();
};

/** Forms and uploads are what a browser sends across origins without asking first. */
const jsonPosts: RequestHandler = (request, response, next) => {
  if (request.method !== 'POST' || request.is('application/json')) return next();
  response.status(415).json({ errors: [{ message: 'the body must be JSON', extensions: UNSUPPORTED }] });
};
const UNSUPPORTED = { code: 'BAD_USER_INPUT', hint: 'send it with Content-Type: application/json' };

/** The desk: one page and its files, built into dist/web. */
function deskPage(): RequestHandler {
  const folder = join(packageRoot, 'dist', 'web');
  return existsSync(folder) ? express.static(folder, { index: 'index.html' }) : (_request, _response, next) => next();
}

const unknownRoute: RequestHandler = () => {
  throw new AppError('NOT_FOUND', 'there is nothing at this address', 'see /api/openapi.json and /graphql');
};

/** REST and GraphQL clients each get an error in the form they read. */
function errorAnswer(log: Log): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) return next(error);
    const { status, message, ...told } = outerError(error, log);
    if (status === 503) response.setHeader('Retry-After', 5);
    if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
    const graphql = request.originalUrl.startsWith('/graphql');
    response
      .status(status)
      .json(graphql ? { errors: [{ message, extensions: told }] } : { error: { ...told, message } });
  };
}
