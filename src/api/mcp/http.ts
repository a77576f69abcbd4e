import { type RequestHandler, Router } from 'express';
import { makeServices, type Shared } from '../../security/index.js';
import { viewerOf } from '../gate/viewer.js';
import { jsonBody } from '../http/json-body.js';

/**
 * The protocol over streamable HTTP, without sessions: each request brings its token, so that any server may answer it
 * and a revoked token ends at once.
 */
export function mcpRoutes(shared: Shared): Router {
  const router = Router();
  router.use(onlyPosts, jsonBody, oneAtATime);
  router.post('/', async (request, response) => {
    // only here: a server that no agent asks does not load it
    const [{ StreamableHTTPServerTransport }, { mcpServer }] = await Promise.all([
      import('@modelcontextprotocol/sdk/server/streamableHttp.js'),
      import('./server.js'),
    ]);
    const server = mcpServer(makeServices(shared, viewerOf(request)));
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
    response.on('close', () => void server.close());
    await server.connect(transport as Parameters<typeof server.connect>[0]);
    await transport.handleRequest(request, response, request.body);
  });
  return router;
}

const onlyPosts: RequestHandler = (request, response, next) => {
  if (request.method === 'POST') return next();
  response.setHeader('Allow', 'POST');
  response.status(405).json(refusal('there are no sessions here: send each request by POST'));
};

/** Many calls in one request would count once where requests are counted, and ask the database all at once. */
const oneAtATime: RequestHandler = (request, response, next) => {
  if (!Array.isArray(request.body)) return next();
  response.status(400).json(refusal('there are no batches here: send each call as a request of its own'));
};

const refusal = (message: string) => ({ jsonrpc: '2.0', error: { code: -32000, message }, id: null });
