import type { RequestHandler } from 'express';
import type { Graph } from '../../graph/graph.js';
import { pendingMigrations, readMigrations } from '../../graph/migrations.js';
import { AppError } from '../../kernel/error.js';

/** The process runs. */
export const livez: RequestHandler = (_request, response) => {
  response.json({ status: 'live' });
};

/** Whether this server should get requests: not draining, the database answers, its schema is applied. */
export function readyz(graph: Graph, draining: () => boolean): RequestHandler {
  const quick = graph.withTimeout(2000);
  const migrations = readMigrations(graph.library);
  return async (_request, response) => {
    if (draining()) throw new AppError('UNAVAILABLE', 'the server is ending', 'ask another one');
    const pending = await pendingMigrations(quick, migrations);
    if (pending.length > 0)
      throw new AppError('UNAVAILABLE', `${pending.length} migrations are not applied`, 'run `guanxi migrate`');
    response.json({ status: 'ready', migrations: migrations.length });
  };
}
