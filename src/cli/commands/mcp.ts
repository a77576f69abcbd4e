import { AppError } from '../../kernel/error.js';
import { ROLES, type Role } from '../../kernel/role.js';
import type { Viewer } from '../../kernel/services.js';
import { admitted, makeServices, operator, type Services } from '../../security/index.js';
import { command } from '../command.js';
import type { CliContext } from '../context.js';
import { choice } from '../options.js';
import { untilSignal } from '../start/signal.js';

/** `guanxi mcp`: for agents on this machine; agents elsewhere use `/mcp` of the server. */
export const MCP = [
  command<{ role: Role }>({
    name: 'mcp',
    about: 'serve published questions and pictures to an agent over standard input and output (MCP)',
    example: 'mcp --role analyst',
    door: 'by statement',
    options: [choice('--role <role>', 'whose eyes it has, unless GUANXI_TOKEN holds a token', ROLES, 'analyst')],
    formats: [],
    answer: async (services, { role }, { context }) => {
      const viewer = await viewerOf(services, role, context);
      await speak(
        makeServices({ ...services, graph: services.graph.withTimeout(context.config.QUERY_TIMEOUT_MS) }, viewer),
      );
      return {};
    },
  }),
];

/**
 * The viewer of a token, as the server would find them; else the operator in a role that is no wider than their own.
 */
async function viewerOf({ graph }: Services, role: Role, { config }: CliContext): Promise<Viewer> {
  const token = process.env.GUANXI_TOKEN;
  if (token) {
    const { tokenVerifier } = await import('../../api/http/tokens/tokens.js');
    const { viewerFinder } = await import('../../api/gate/viewer.js');
    const verified = await tokenVerifier(config)(token);
    return viewerFinder(graph, config.NODE_ENV === 'production')(verified.token);
  }
  const own = operator();
  if (own.role === 'admin' || own.role === role) return admitted({ id: `${own.id} (agent)`, role });
  throw new AppError('FORBIDDEN', `the command line is ${own.role} by the policy`, `use --role ${own.role}`);
}

/** Until the agent closes its end, or someone asks to stop. Standard output is the protocol's alone. */
async function speak(services: Services): Promise<void> {
  const [{ StdioServerTransport }, { mcpServer }] = await Promise.all([
    import('@modelcontextprotocol/sdk/server/stdio.js'),
    import('../../api/mcp/server.js'),
  ]);
  const server = mcpServer(services);
  const ended = new Promise<void>((resolve) => process.stdin.once('end', resolve).once('close', resolve));
  await server.connect(new StdioServerTransport());
  await Promise.race([ended, untilSignal().asked]);
  await server.close();
}
