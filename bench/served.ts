import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { developmentToken } from '../src/api/http/tokens/tokens.js';
import type { CliContext } from '../src/cli/context.js';
import type { Config } from '../src/config.js';
import type { RunningDatabase } from '../src/database/running.js';
import { AppError } from '../src/kernel/error.js';
import type { Role } from '../src/kernel/role.js';
import { packageRoot } from '../src/kernel/root.js';
import { serve } from '../src/main.js';
import type { Services } from '../src/security/services.js';

const SECRET = 'only for measurements, on loopback and a free port';

/** A server in a process of its own, as it runs for real, and a token for it. */
export interface Served {
  readonly url: string;
  readonly token: string;
  /** Its process. */
  readonly pid: number;
}

/** Starts `guanxi serve` on the database in a process of its own, with no limit on the rate and no request log. */
export function startServer(database: RunningDatabase, env: Readonly<Record<string, string>>): ChildProcess {
  const { uri, user, password } = database;
  const given = { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
  const own = { PORT: '0', JWT_SECRET: SECRET, LOG_LEVEL: 'error', RATE_LIMIT: '1000000', QUERY_TIMEOUT_MS: '120000' };
  return spawn(process.execPath, [join(packageRoot, 'bin', 'guanxi.mjs'), 'serve'], {
    env: { ...process.env, ...given, ...own, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Starts a server on the database and ends it after `work`. */
export async function withServer<T>(
  { config }: CliContext,
  database: RunningDatabase,
  work: (served: Served) => Promise<T>,
  role: Role = 'analyst',
): Promise<T> {
  const child = startServer(database, { GUANXI_HOME: join(config.GUANXI_HOME, 'bench') });
  try {
    const url = await addressOf(child);
    const token = await developmentToken({ ...config, JWT_SECRET: SECRET, JWKS_URL: undefined }, role, 2);
    return await work({ url, token, pid: child.pid! });
  } finally {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
  }
}

/**
 * As `withServer`, in this process, so that it has the keys of customers made here; with a token for each of the roles.
 */
export async function withOwnServer<R extends Role>(
  { graph, vault, log }: Services,
  { config: given }: CliContext,
  roles: readonly R[],
  work: (servedTo: Readonly<Record<R, Served>>) => Promise<void>,
): Promise<void> {
  // the first of a kind is planned by a cold server: that is no reason to give up, and shows in the times
  const wide = { RATE_LIMIT: 1_000_000, QUERY_TIMEOUT_MS: 120_000 } as const;
  const own = { PORT: 0, NODE_ENV: 'test', JWT_SECRET: SECRET, ...wide } as const;
  // anchors of the product's own audit chain are not this database's
  const config: Config = { ...given, ...own, JWKS_URL: undefined, GUANXI_HOME: join(given.GUANXI_HOME, 'bench') };
  const server = await serve({ config, graph, vault, log });
  try {
    const served = roles.map(async (role) => {
      const token = await developmentToken(config, role, 2);
      return [role, { url: server.url, token, pid: process.pid }] as const;
    });
    await work(Object.fromEntries(await Promise.all(served)) as Record<R, Served>);
  } finally {
    await server.stop();
  }
}

/** Asks the query about one customer. Throws SETUP when the answer is not as expected. */
export function asking({ url, token }: Served, query: string, expected: RegExp): (id: string) => Promise<void> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  return async (id) => {
    const body = JSON.stringify({ query, variables: { id } });
    const answer = await (await fetch(`${url}/graphql`, { method: 'POST', headers, body })).text();
    if (!expected.test(answer))
      throw new AppError('SETUP', 'the server answers otherwise than it should', answer.slice(-300));
  };
}

/** Waits until a server says that it serves. Throws SETUP when it ends before. */
export async function addressOf(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: child.stdout! })) {
    const match = /^serving on (http:\S+)$/.exec(line);
    if (match) return match[1]!;
  }
  throw new AppError('SETUP', 'the server did not come up', 'read what it said above');
}
