import type { Command } from 'commander';
import type { CliContext } from './context.js';
import { withServices } from './session.js';
import { untilSignal } from './start/signal.js';

export function register(program: Command, context: CliContext): void {
  program
    .command('serve')
    .description('serve the API on a database that is set up already (start does everything)')
    .action(() => run(context));
}

function run(context: CliContext): Promise<void> {
  const stop = untilSignal();
  return withServices(context, async ({ graph, vault, log }) => {
    const { serve } = await import('../main.js'); // only here: it takes longer to load than most commands to run
    const server = await serve({ config: context.config, graph, vault, log });
    context.out(`serving on ${server.url}`);
    await stop.asked;
    context.err('ending: requests under way may finish');
    await server.stop();
  });
}
