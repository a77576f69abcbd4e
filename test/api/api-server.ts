import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { readConfig } from '../../src/config.js';
import { type Graph, openGraph } from '../../src/graph/graph.js';
import { loadLibrary } from '../../src/graph/library/library.js';
import type { Log } from '../../src/kernel/log.js';
import type { Role } from '../../src/kernel/role.js';
import { type RunningServer, serve } from '../../src/main.js';
import { openVault } from '../../src/security/sealing/keyring.js';
import type { Vault } from '../../src/security/sealing/vault.js';
import { testDatabase, testDriver } from '../setup/database.js';
import { emptySchema } from '../setup/empty-schema.js';

export const SECRET = 'a secret of the tests, 32 characters or more';

/** One library, so that all servers of a test file share one schema. */
export const LIBRARY = loadLibrary();

export interface LogLine {
  readonly level: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A server on a free port over the test database, with its log kept. */
export interface ApiServer extends RunningServer {
  readonly graph: Graph;
  readonly vault: Vault;
  readonly lines: LogLine[];
  /** Ends the server and closes its graph. */
  end(): Promise<void>;
}

/** Empties the database and applies the schema. */
export async function emptyDatabase(): Promise<void> {
  const graph = openGraph(testDatabase());
  await emptySchema(graph);
  // the tests run by day and by night: quiet hours are tested on their own
  await testDriver().executeQuery(
    "CREATE (:ContactSettings {id: 'contact', timeZone: 'UTC', quietFrom: 0, quietUntil: 0, channels: []})",
  );
  await graph.close();
}

/** Serves with the settings given beside the tests' own; `beside` gets the log too, as the product would write it. */
export async function apiServer(
  env: Readonly<Record<string, string>> = {},
  beside?: Log,
  at = testDatabase(),
): Promise<ApiServer> {
  const home = mkdtempSync(join(tmpdir(), 'guanxi-api-'));
  const config = readConfig({ PORT: '0', NODE_ENV: 'test', JWT_SECRET: SECRET, GUANXI_HOME: home, ...env });
  const graph = openGraph(at, 600_000, LIBRARY);
  const vault = openVault(config);
  const lines: LogLine[] = [];
  const server = await serve({ config, graph, vault, log: keptLog(lines, beside) }).catch(async (error: unknown) => {
    await graph.close();
    throw error;
  });
  const end = async () => {
    await server.stop();
    await graph.close();
    rmSync(home, { recursive: true, force: true });
  };
  return { ...server, graph, vault, lines, end };
}

function keptLog(lines: LogLine[], beside?: Log): Log {
  const at =
    (level: 'error' | 'warn' | 'info' | 'debug') =>
    (message: string, fields: Record<string, unknown> = {}) => {
      lines.push({ level, message, fields });
      beside?.[level](message, fields);
      if (process.env.TEST_LOG && level === 'error') console.error(message, fields);
    };
  return { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') };
}

/** A token as the tests need it; any claim can be wrong. */
export function token(
  role: Role | string,
  claims: { sub?: string; seconds?: number; secret?: string; department?: string } = {},
): Promise<string> {
  const department = claims.department === undefined ? {} : { department: claims.department };
  return new SignJWT({ role, ...department })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(claims.sub ?? `test-${role}`)
    .setIssuedAt()
    .setExpirationTime(Math.floor(Date.now() / 1000) + (claims.seconds ?? 3600))
    .sign(Buffer.from(claims.secret ?? SECRET));
}

export interface GraphQLAnswer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: the tests look into answers of every shape
  readonly data: any;
  readonly errors: readonly { message: string; extensions?: Record<string, unknown>; path?: readonly unknown[] }[];
}

/** One GraphQL request over HTTP as the role. */
export async function ask(
  server: RunningServer,
  role: Role,
  query: string,
  variables?: Record<string, unknown>,
): Promise<GraphQLAnswer> {
  return askAs(server, await token(role), query, variables);
}

/** One GraphQL request over HTTP with this token. */
export async function askAs(
  server: RunningServer,
  bearer: string,
  query: string,
  variables?: Record<string, unknown>,
): Promise<GraphQLAnswer> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: {
      accept: 'application/graphql-response+json',
      'content-type': 'application/json',
      authorization: `Bearer ${bearer}`,
    },
    body: JSON.stringify({ query, variables }),
  });
  const body = (await response.json()) as { data?: unknown; errors?: GraphQLAnswer['errors'] };
  return { status: response.status, headers: response.headers, data: body.data, errors: body.errors ?? [] };
}

/** One REST request as the role. */
export async function rest(server: RunningServer, role: Role, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer ${await token(role)}`, ...init.headers };
  return fetch(`${server.url}${path}`, { ...init, headers });
}
