import type { Command } from 'commander';
import { serve } from '../main.js';
import type { CliContext } from './context.js';
import { withServices } from './session.js';

export function register(program: Command, context: CliContext): void {
  program
    .command('serve')
    .description('serve the API on a database that is set up already (start does everything)')
    .action(() => run(context));
}

function run(context: CliContext): Promise<void> {
  return withServices(context, async ({ graph, vault, log }) => {
    const server = await serve({ config: context.config, graph, vault, log });
    context.out(`serving on ${server.url}`);
    await signalled();
    context.err('ending: requests under way may finish');
    await server.stop();
  });
}

/** Resolves at the first SIGINT or SIGTERM. */
export function signalled(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}
