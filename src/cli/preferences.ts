import type { Command } from 'commander';
import { preferenceLink, preferenceLinkInput } from '../consent/index.js';
import { checked } from '../kernel/checked.js';
import type { CliContext } from './context.js';
import { withServices } from './session.js';

/** `guanxi preferences link`: a signed link to a customer's own page. */
export function register(program: Command, context: CliContext): void {
  program
    .command('preferences')
    .description("customers' own pages of data and choices")
    .command('link <customer>')
    .description('print a signed link to the page of a customer')
    .option('--days <days>', 'how long it holds, 1 to 90', Number, 30)
    .action((customer: string, options: { days: number }) => link(context, customer, options.days));
}

async function link(context: CliContext, customer: string, days: number): Promise<void> {
  const asked = checked(preferenceLinkInput, { customer, days }, 'preferences link');
  const made = await withServices(context, (services) => preferenceLink(services, asked.customer, asked.days));
  const { HOST, PORT } = context.config;
  context.out(`http://${HOST}:${PORT}${made.path}`);
  context.err(`holds until ${made.expiresAt.toISOString()}`);
}
