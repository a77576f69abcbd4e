import { join } from 'node:path';
import { watchDatabase } from '../../database/ensure.js';
import { kindOf } from '../../kernel/error.js';
import type { Services } from '../../security/index.js';
import { command } from '../command.js';
import type { CliContext } from '../context.js';
import { option } from '../options.js';
import { openSession, withServices } from '../session.js';
import { actOnce, referOnce } from '../start/acting.js';
import { analyzeOnce, seedOnce, writeAhead } from '../start/fill.js';
import { untilSignal } from '../start/signal.js';
import { welcome } from '../start/welcome.js';

interface Start {
  readonly seed?: boolean;
  readonly world: boolean;
}

/** `guanxi start` and `guanxi serve`. */
export const SERVER = [
  command<Start>({
    name: 'start',
    about: 'start everything: database, schema, made world, analysis, server',
    example: 'start --no-world',
    door: null,
    options: [
      option('--seed', 'load the made world also into a database given by NEO4J_URI, if it is empty'),
      option('--no-world', 'leave an empty database empty'),
    ],
    formats: [],
    run: start,
  }),
  command({
    name: 'serve',
    about: 'serve the API on a database that is set up already (start does everything)',
    example: 'serve',
    door: null,
    formats: [],
    run: serveOnly,
  }),
];

/** Runs until Ctrl-C or SIGTERM, then ends the server first and the database after it. */
async function start(context: CliContext, { seed, world }: Start): Promise<undefined> {
  const began = Date.now();
  const stop = untilSignal();
  // only here: it takes longer to load than most commands to run
  const { assertPortFree, serve } = await import('../../main.js');
  await assertPortFree(context.config.PORT, context.config.HOST);
  const ahead = world && (context.config.NEO4J_URI === undefined || seed) ? writeAhead(context) : undefined;
  const session = await openSession(context, { file: logFileOf(context), level: context.config.LOG_LEVEL });
  const { log } = session.services;
  const watch = watchDatabase(context.config, session.database, (line) => {
    log.warn(line);
    context.err(line);
  });
  try {
    if (session.migrated.length > 0) context.err(`schema: applied ${session.migrated.join(', ')}`);
    const mayFill = world && (session.database.way !== 'given' || seed === true);
    if (mayFill) await stop.or(goingOn(seedOnce(session.services, context, { signal: stop.signal, ahead }), context));
    if (mayFill) await stop.or(goingOn(referOnce(session.services, context), context));
    await stop.or(goingOn(analyzeOnce(session.services, context), context));
    if (mayFill) await stop.or(goingOn(actOnce(session.services, context), context));
    const { graph, vault } = session.services;
    const server = await stop.or(serve({ config: context.config, graph, vault, log }));
    await welcome(context, session, server, Date.now() - began);
    await stop.asked;
    context.err('stopping: no new requests, finishing those under way …');
    await server.stop();
  } finally {
    await watch?.end();
    await session.close();
    context.err('stopped');
  }
  return undefined;
}

/** A start does not end because another process does the same work: that one finishes it. */
async function goingOn(work: Promise<void>, { err }: CliContext): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (kindOf(error) !== 'BUSY') throw error;
    err(`${(error as Error).message}: going on without it`);
  }
}

/** While developing, the terminal keeps the addresses in sight and the log goes beside the data. */
function logFileOf({ config }: CliContext): string | undefined {
  return config.NODE_ENV === 'development' ? join(config.GUANXI_HOME, 'server.log') : undefined;
}

function serveOnly(context: CliContext): Promise<undefined> {
  const stop = untilSignal();
  const work = async ({ graph, vault, log }: Services) => {
    const { serve } = await import('../../main.js');
    const server = await serve({ config: context.config, graph, vault, log });
    context.out(`serving on ${server.url}`);
    await stop.asked;
    context.err('stopping: requests under way may finish');
    await server.stop();
    return undefined;
  };
  return withServices(context, work, { level: context.config.LOG_LEVEL });
}
