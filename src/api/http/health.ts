import type { RequestHandler } from 'express';
import { answeredIn } from '../../graph/deadline.js';
import type { Graph } from '../../graph/graph.js';
import { pendingMigrations, readMigrations } from '../../graph/migrations.js';
import { AppError } from '../../kernel/error.js';

/** The process runs. */
export const livez: RequestHandler = (_request, response) => {
  response.json({ status: 'live' });
};

/** Within which the database must answer, so that the answer about it comes within 2 s. */
const READY_MS = 1_700;

/** Whether this server should get requests: not draining, the database answers, its schema is applied. */
export function readyz(graph: Graph, draining: () => boolean): RequestHandler {
  const quick = graph.withTimeout(READY_MS);
  const migrations = readMigrations(graph.library);
  return async (_request, response) => {
    if (draining()) throw new AppError('UNAVAILABLE', 'the server is ending', 'ask another one');
    const pending = await answeredIn(READY_MS, pendingMigrations(quick, migrations));
    if (pending.length > 0)
      throw new AppError('UNAVAILABLE', `${pending.length} migrations are not applied`, 'run `guanxi migrate`');
    response.json({ status: 'ready', migrations: migrations.length });
  };
}
