import { join } from 'node:path';
import type { Command } from 'commander';
import type { CliContext } from './context.js';
import { openSession } from './session.js';
import { analyzeOnce, seedOnce } from './start/fill.js';
import { untilSignal } from './start/signal.js';
import { welcome } from './start/welcome.js';

export function register(program: Command, context: CliContext): void {
  program
    .command('start')
    .description('bring everything up: database, schema, made world, analysis, server')
    .option('--seed', 'load the made world also into a database given by NEO4J_URI, if it is empty')
    .option('--no-world', 'leave an empty database empty')
    .action((options: StartOptions) => start(context, options));
}

interface StartOptions {
  readonly seed?: boolean;
  readonly world: boolean;
}

/** Runs until Ctrl-C or SIGTERM, then ends the server first and the database after it. */
async function start(context: CliContext, { seed, world }: StartOptions): Promise<void> {
  const began = Date.now();
  const stop = untilSignal();
  const { assertPortFree, serve } = await import('../main.js'); // only here: see serve
  await assertPortFree(context.config.PORT, context.config.HOST);
  const session = await openSession(context, logFileOf(context));
  try {
    if (session.migrated.length > 0) context.err(`schema: applied ${session.migrated.join(', ')}`);
    const mayFill = world && (session.database.way !== 'given' || seed === true);
    if (mayFill) await stop.or(seedOnce(session.services, context, stop.signal));
    await stop.or(analyzeOnce(session.services, context));
    const { graph, vault, log } = session.services;
    const server = await stop.or(serve({ config: context.config, graph, vault, log }));
    await welcome(context, session, server, Date.now() - began);
    await stop.asked;
    context.err('stopping: no new requests, finishing those under way …');
    await server.stop();
  } finally {
    await session.close();
    context.err('stopped');
  }
}

/** While developing, the terminal keeps the addresses in sight and the log goes beside the data. */
function logFileOf({ config }: CliContext): string | undefined {
  return config.NODE_ENV === 'development' ? join(config.GUANXI_HOME, 'server.log') : undefined;
}
