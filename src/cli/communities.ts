import type { Command } from 'commander';
import { communityTree } from '../analysis/index.js';
import type { CliContext } from './context.js';
import { rowsFormat } from './options.js';
import { withServices } from './session.js';
import { type Format, formatRows } from './table.js';

interface Options {
  readonly format: Format;
  readonly changes?: boolean;
  readonly tree?: boolean;
}

/** `guanxi communities` and `guanxi trend`: who hangs together, and how that and people's influence went. */
export function register(program: Command, context: CliContext): void {
  program
    .command('communities')
    .description('the largest communities, or the profile of one')
    .argument('[id]', 'like k-12ab34cd56')
    .option('--changes', 'births, ends, mergers and splits of the last run that had any; of one: its history')
    .option('--tree', 'the levels above and inside one')
    .addOption(rowsFormat())
    .action((id: string | undefined, options: Options) => communities(context, id, options));
  program
    .command('trend')
    .description('how the influence of one customer went over the runs; without one, who rose most')
    .argument('[customer]', 'id of a customer')
    .addOption(rowsFormat())
    .action((customer: string | undefined, options: Options) =>
      withServices(context, async ({ graph }) => {
        const rows =
          customer === undefined
            ? await graph.read('analysis/risers', {})
            : await graph.read('analysis/influence-trend', { customer });
        context.out(formatRows(rows, options.format));
      }),
    );
}

function communities(context: CliContext, id: string | undefined, options: Options): Promise<void> {
  return withServices(context, async (services) => {
    const { graph } = services;
    const rows = async (): Promise<readonly object[]> => {
      if (id === undefined)
        return options.changes ? graph.read('analysis/community-changes', {}) : graph.read('analysis/communities', {});
      if (options.tree) return communityTree(services, id);
      if (options.changes) return graph.read('analysis/community-history', { id });
      return graph.read('analysis/community-profile', { id });
    };
    context.out(formatRows((await rows()) as Record<string, unknown>[], options.format));
  });
}
