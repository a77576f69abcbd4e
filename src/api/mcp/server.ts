import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  CallToolRequestSchema,
  ListResourcesRequestSchema,
  ListToolsRequestSchema,
  ReadResourceRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import type { Services } from '../../security/index.js';
import { readResource, resources } from './resources.js';
import { callTool, toolsFor } from './tools.js';

const INSTRUCTIONS = [
  "A company's customers as a network. Each tool is one read-only question; ids like C0000999 name customers, who are",
  'pseudonymous. Rows say in `why` what they mean: quote it. Begin with `headline` and `analysisState` (how fresh the',
  'scores are), then `influencers`, `topCommunities`, `tiesOf`. Money is in minor units (12300 is 123.00).',
].join(' ');

/**
 * Speaks the Model Context Protocol for one viewer: the services say who asks, and every tool passes the same gate as
 * GraphQL.
 */
export function mcpServer(services: Services): Server {
  const server = new Server(
    { name: 'guanxi', title: 'Guanxi', version: '1' },
    { capabilities: { tools: {}, resources: {} }, instructions: INSTRUCTIONS },
  );
  server.oninitialized = () => void toolsFor(services); // its schemas are ready when the client asks for them
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: toolsFor(services) }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }) => callTool(services, params.name, params.arguments));
  server.setRequestHandler(ListResourcesRequestSchema, () => ({ resources: resources() }));
  server.setRequestHandler(ReadResourceRequestSchema, ({ params }) => readResource(params.uri));
  return server;
}
