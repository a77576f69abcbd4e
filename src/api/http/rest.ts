import express, { type Request, type RequestHandler, Router } from 'express';
import { checked } from '../../kernel/checked.js';
import { AppError } from '../../kernel/error.js';
import { asked, makeServices, type RestEndpoint, requireRole, type Shared } from '../../security/index.js';
import { withoutHidden } from '../gate/hidden-columns.js';
import { DOCUMENT_LIMITS } from '../gate/limits.js';
import { viewerOf } from '../gate/viewer.js';
import { pictureOf } from '../schema/pictures.js';
import { askQuestion, publishedQuestions } from '../schema/questions.js';
import { openApiDocument } from './openapi.js';
import { paramsFromQuery } from './query-params.js';

/** Everything under /api: the endpoints, the published questions, the pictures, and the document that describes them. */
export function restRoutes(shared: Shared, endpoints: readonly RestEndpoint[]): Router {
  const router = Router();
  const questions = publishedQuestions(shared.graph.library);
  const document = openApiDocument(endpoints, questions);
  router.get('/openapi.json', (_request, response) => void response.json(document));
  router.get('/questions/:name', async (request, response) => {
    const statement = questions.get(request.params.name);
    if (!statement) throw unknownQuestion([...questions.keys()]);
    const services = makeServices(shared, viewerOf(request));
    const args = paramsFromQuery(statement, request.query);
    const rows = await asked(services, { operation: statement.api!, args }, () =>
      askQuestion(services, statement, args),
    );
    response.json({ rows: rows.map((row) => withoutHidden(services.viewer, row)) });
  });
  router.get('/pictures/*name', async (request, response) => {
    const { name } = request.params as unknown as { name: readonly string[] };
    response.json(await pictureOf(makeServices(shared, viewerOf(request)), name.join('/'), request.query));
  });
  router.use(jsonOnly, express.json({ limit: DOCUMENT_LIMITS.body, strict: true }));
  for (const endpoint of endpoints) router[endpoint.method](pathOf(endpoint), handlerOf(shared, endpoint));
  return router;
}

/** `/api/campaigns/{id}` as Express writes it, below /api. */
function pathOf({ path }: RestEndpoint): string {
  return path.replace(/^\/api/, '').replaceAll(/\{(\w+)\}/g, ':$1');
}

function handlerOf(shared: Shared, endpoint: RestEndpoint): RequestHandler {
  const where = `${endpoint.method.toUpperCase()} ${endpoint.path}`;
  return async (request, response) => {
    const viewer = viewerOf(request);
    requireRole(viewer, ...endpoint.roles);
    const input = {
      params: endpoint.params ? checked(endpoint.params, request.params, where) : {},
      query: endpoint.query ? checked(endpoint.query, request.query, where) : {},
      body: endpoint.body ? checked(endpoint.body, request.body ?? {}, where) : {},
    };
    const services = makeServices(shared, viewer);
    const work = () => endpoint.handler(services, input);
    response.status(endpoint.status ?? 200).json(await asked(services, { operation: where, args: input }, work));
  };
}

/** A browser sends forms across origins without asking first, so a body is JSON or nothing. */
const jsonOnly: RequestHandler = (request, _response, next) => {
  if (!hasBody(request) || request.is('application/json')) return next();
  throw new AppError('INPUT', 'the body is not JSON', 'send it with Content-Type: application/json');
};

function hasBody(request: Request): boolean {
  return request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
}

function unknownQuestion(names: readonly string[]): AppError {
  return new AppError('NOT_FOUND', 'no such question', `there are: ${names.join(', ') || 'none yet'}`);
}
