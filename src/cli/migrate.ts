import type { Command } from 'commander';
import { checkDatabase } from '../database/check.js';
import { ensureDatabase } from '../database/ensure.js';
import { openGraph } from '../graph/graph.js';
import { migrate, pendingMigrations, readMigrations } from '../graph/migrations.js';
import type { CliContext } from './context.js';

export function register(program: Command, context: CliContext): void {
  program
    .command('migrate')
    .description('apply the numbered files of cypher/schema/ that this database has not seen')
    .option('--dry-run', 'only say which they are')
    .action((options: { dryRun?: boolean }) => run(context, options.dryRun === true));
}

async function run(context: CliContext, dryRun: boolean): Promise<void> {
  const database = await ensureDatabase(context.config, { onProgress: context.err });
  const graph = openGraph(database);
  try {
    await checkDatabase(graph.driver, graph.database);
    const files = readMigrations(graph.library);
    const names = dryRun ? (await pendingMigrations(graph, files)).map((m) => m.name) : await migrate(graph, files);
    const verb = dryRun ? 'would apply' : 'applied';
    context.out(
      names.length === 0 ? `nothing to apply, ${files.length} migrations are in place` : `${verb}: ${names.join(', ')}`,
    );
  } finally {
    await graph.close();
    await database.stop();
  }
}
