import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { JOBS, SCHEDULER } from './api/jobs/jobs.js';
import { schemaOf } from './api/schema/schema.js';
import { makeApp } from './app.js';
import type { Config } from './config.js';
import { makeRunner } from './jobs/runner.js';
import { AppError } from './kernel/error.js';
import { accessSettings, makeServices, notePolicy, readPolicy, type Shared, usePolicy } from './security/index.js';

/** A server that listens. */
export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /** Takes no more requests, lets those under way finish for up to 10 s, then ends. The graph stays open. */
  stop(): Promise<void>;
}

const DRAIN_MS = 10_000;
/** Longer than clients and proxies keep a quiet connection: a request on its way to one that the server ends is lost. */
const KEEP_ALIVE_MS = 75_000;

/**
 * Builds the schema, checks that the database can serve it, and listens. Throws SETUP when the port is taken or the
 * database is not fit.
 */
export async function serve({
  config,
  ...parts
}: Omit<Shared, 'home'> & { readonly config: Config }): Promise<RunningServer> {
  const settings = accessSettings(config);
  const home = config.GUANXI_HOME;
  const shared: Shared = { ...parts, home, settings, graph: parts.graph.withTimeout(config.QUERY_TIMEOUT_MS) };
  const { schema, check } = await schemaOf(shared.graph.library);
  await check(shared.graph);
  usePolicy(readPolicy(config.GUANXI_POLICY));
  const own = makeServices(shared, SCHEDULER);
  await notePolicy({ ...own, graph: parts.graph }); // a start has more time than a request
  let draining = false;
  const app = makeApp({ ...shared, config, schema, draining: () => draining });
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: KEEP_ALIVE_MS }, app);
  await listen(server, config.PORT, config.HOST);
  const { port } = server.address() as AddressInfo;
  const jobs = makeRunner(own, JOBS, config);
  if (config.NODE_ENV !== 'test') jobs.start();
  const stop = async () => {
    draining = true;
    await drain(server);
    await jobs.stop();
  };
  return { url: `http://${config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST}:${port}`, port, stop };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(cannotListen(error, port, host)));
    server.listen(port, host, resolve);
  });
}

/** Throws SETUP when another program listens there: better said before the database comes up than after. */
export async function assertPortFree(port: number, host: string): Promise<void> {
  const probe = createServer();
  await listen(probe, port, host);
  await new Promise((resolve) => probe.close(resolve));
}

function cannotListen(error: NodeJS.ErrnoException, port: number, host: string): AppError {
  const next = port < 65_535 ? port + 1 : 4001;
  if (error.code === 'EADDRINUSE')
    return new AppError(
      'SETUP',
      `port ${port} is taken by another program`,
      `take another one: PORT=${next}`,
      {},
      error,
    );
  return new AppError('SETUP', `cannot listen on ${host}:${port} (${error.code})`, 'check HOST and PORT', {}, error);
}

function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const forced = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(forced);
      resolve();
    });
    server.closeIdleConnections();
  });
}
