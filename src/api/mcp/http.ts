import express, { type RequestHandler, Router } from 'express';
import { makeServices, type Shared } from '../../security/index.js';
import { DOCUMENT_LIMITS } from '../gate/limits.js';
import { viewerOf } from '../gate/viewer.js';

/**
 * The protocol over streamable HTTP, without sessions: each request brings its token, so that any server may answer it
 * and a revoked token ends at once.
 */
export function mcpRoutes(shared: Shared): Router {
  const router = Router();
  router.use(onlyPosts, express.json({ limit: DOCUMENT_LIMITS.body }));
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
  response.status(405).json({
    jsonrpc: '2.0',
    error: { code: -32000, message: 'there are no sessions here: send each request by POST' },
    id: null,
  });
};
