import { type Request, type RequestHandler, Router } from 'express';
import { z } from 'zod';
import { checked } from '../../kernel/checked.js';
import { AppError } from '../../kernel/error.js';
import { makeServices, type RestEndpoint, type RestInput, type Shared } from '../../security/index.js';
import { ask } from '../gate/gate.js';
import { withoutHidden } from '../gate/hidden-columns.js';
import { type Operation, type Operations, operationNamed, operationsOf } from '../gate/operations.js';
import { valueProblem } from '../gate/value-bounds.js';
import { viewerOf } from '../gate/viewer.js';
import { pictureOf } from '../schema/pictures.js';
import { publishedQuestions } from '../schema/published.js';
import { askQuestion } from '../schema/questions.js';
import { jsonBody } from './json-body.js';
import { languageOf } from './language-of.js';
import { openApiDocument } from './openapi/openapi.js';
import { openApiPage } from './openapi/openapi-page.js';
import { paramsFromQuery } from './query-params.js';

/** Everything under /api that answers: the endpoints, the published questions, the pictures. */
export function restRoutes(shared: Shared, endpoints: readonly RestEndpoint[]): Router {
  const router = Router();
  const questions = publishedQuestions(shared.graph.library);
  const operations = operationsOf(shared.graph.library);
  router.get('/questions/:name', async (request, response) => {
    const statement = questions.get(request.params.name);
    if (!statement) throw unknownQuestion([...questions.keys()]);
    const services = makeServices(shared, viewerOf(request));
    const rows = await askQuestion(services, statement, paramsFromQuery(statement, request.query));
    response.json({ rows: rows.map((row) => withoutHidden(services.viewer, row)) });
  });
  router.get('/pictures/*name', async (request, response) => {
    const { name } = request.params as unknown as { name: readonly string[] };
    response.json(await pictureOf(makeServices(shared, viewerOf(request)), name.join('/'), request.query));
  });
  router.use(jsonOnly, jsonBody);
  for (const endpoint of endpoints) router[endpoint.method](pathOf(endpoint), handlerOf(shared, endpoint, operations));
  return router;
}

/** The document that describes everything under /api, and a page of it. */
export function documentRoutes({ graph }: Shared, endpoints: readonly RestEndpoint[]): Router {
  const document = openApiDocument(endpoints, publishedQuestions(graph.library), operationsOf(graph.library));
  const router = Router();
  router.get('/openapi.json', (_request, response) => void response.json(document));
  router.get('/docs', (request, response) => {
    const server = `${request.protocol}://${request.get('host')}`;
    response.type('html').send(openApiPage(document, { server, language: languageOf(request) }));
  });
  return router;
}

/** `/api/campaigns/{id}` as Express writes it, below /api. */
export function pathOf({ path }: RestEndpoint): string {
  return path.replace(/^\/api/, '').replaceAll(/\{(\w+)\}/g, ':$1');
}

/** Asks the operation of an endpoint for the viewer of the request, and sends what it answers. */
export function handlerOf(shared: Shared, endpoint: RestEndpoint, operations: Operations): RequestHandler {
  const where = `${endpoint.method.toUpperCase()} ${endpoint.path}`;
  const operation = doorTo(operations, endpoint);
  return async (request, response) => {
    const services = makeServices(shared, viewerOf(request));
    const { params, query, body = {} } = request;
    const problem = valueProblem({ params, query, body }, undefined, endpoint.values);
    if (problem)
      throw new AppError('INPUT', `${where}: the request holds ${problem}`, 'send less, and well-formed text');
    const work = () => endpoint.handler(services, inputOf(endpoint, { params, query, body }, where));
    const answer = await ask(services, { operation, args: { params, query, body } }, work);
    response.status(endpoint.status ?? 200).json(answer);
  };
}

const NOTHING = z.object({});

/** A name that nobody declared is refused: one that is misspelt would else be left out in silence. */
function inputOf(endpoint: RestEndpoint, given: RestInput, where: string): RestInput {
  const part = (name: 'params' | 'query' | 'body') => checked((endpoint[name] ?? NOTHING).strict(), given[name], where);
  return { params: part('params'), query: part('query'), body: part('body') };
}

/** The operation that an endpoint is a door to; a door can be narrower. Throws SETUP when there is none. */
export function doorTo(operations: Operations, { method, path, operation, limited }: RestEndpoint): Operation {
  const declared = operationNamed(operations, operation, `${method.toUpperCase()} ${path}`);
  return limited === false ? { ...declared, limited } : declared;
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
