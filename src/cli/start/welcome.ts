import { isLoopback } from '../../api/http/hosts.js';
import { developmentToken } from '../../api/http/tokens/tokens.js';
import { statementOf } from '../../graph/library/library.js';
import { ROLES } from '../../kernel/role.js';
import type { RunningServer } from '../../main.js';
import type { CliContext } from '../context.js';
import type { Session } from '../session.js';
import { browserLink } from './browser-link.js';

/** Hours that the tokens printed at the start are good for. */
const HOURS = 12;

/** Where everything is, who can come in, and three things to begin with. */
export async function welcome(
  { config, out }: CliContext,
  session: Session,
  { url }: RunningServer,
  ms: number,
): Promise<void> {
  const development = config.NODE_ENV === 'development' && isLoopback(config.HOST);
  const tokens = development ? await Promise.all(ROLES.map((role) => developmentToken(config, role, HOURS))) : [];
  const admin = tokens[ROLES.indexOf('admin')];
  out(`\nserving after ${(ms / 1000).toFixed(0)} s\n`);
  out(`  Desk           ${url}/${admin ? `#token=${admin}` : ''}`);
  out(`  GraphQL        ${url}/graphql${development ? '   (in a browser: GraphiQL with worked examples)' : ''}`);
  out(`  REST           ${url}/api/openapi.json`);
  for (const line of browserLines(session)) out(line);
  if (development) {
    out(`\n  Development tokens, good for ${HOURS} hours (\`guanxi token --role ROLE\` prints others)`);
    for (const [at, role] of ROLES.entries()) out(`  ${role.padEnd(16)}${tokens[at]}`);
  }
  for (const line of threeThings(session, url, admin)) out(line);
}

function browserLines({ database }: Session): string[] {
  if (!database.httpUrl) return [];
  const login = `user ${database.user}, password ${database.way === 'given' ? 'as you set it' : database.password}`;
  return [`  Neo4j Browser  ${database.httpUrl.replace(/\/$/, '')}/browser/   (${login})`];
}

function threeThings({ services, database }: Session, url: string, token = '$TOKEN'): string[] {
  const question = statementOf(services.graph.library, 'analysis/bridges');
  const query = '{ influencers(first: 5) { customerId influence communityId } }';
  return [
    '\n  Three things to try',
    '  1. Open the desk: the picture of the network, who matters, which communities there are.',
    `  2. A question in Cypher, who connects communities${database.httpUrl ? `: ${browserLink(database.httpUrl, question)}` : ', with `guanxi cypher show analysis/bridges`'}`,
    `  3. One in GraphQL, who matters: curl -s ${url}/graphql -H 'content-type: application/json' -H 'authorization: Bearer ${token}' \\`,
    `       -d '${JSON.stringify({ query })}'`,
    '\n  Ctrl-C ends server and database.',
  ];
}
