import type { Command } from 'commander';
import { generatedFiles, staleFiles, writeFiles } from '../graph/library/generate.js';
import { loadLibrary } from '../graph/library/library.js';
import { AppError } from '../kernel/error.js';
import type { CliContext } from './context.js';
import { operationsFile } from './operations-file.js';

export function register(program: Command, context: CliContext): void {
  program
    .command('generate')
    .description(
      'write what is made from the headers of cypher/ and the schemas (types, index, GraphQL schema, table of roles)',
    )
    .option('--check', 'only say what is stale')
    .action((options: { check?: boolean }) => generate(context, options.check === true));
}

/** Types first: building the schema needs nothing of them, but whoever mends a schema needs them current. */
async function generate({ out }: CliContext, check: boolean): Promise<void> {
  const { schemaFile } = await import('../api/schema/schema-file.js'); // only here: no other command needs a schema
  const turn = check ? staleFiles : writeFiles;
  const library = loadLibrary();
  const stale = [...turn([...generatedFiles(library), operationsFile(library)]), ...turn([await schemaFile(library)])];
  if (check && stale.length > 0)
    throw new AppError('CONFLICT', `stale: ${stale.join(', ')}`, 'run `npm run cypher:types` and commit what it wrote');
  out(stale.length === 0 ? 'all generated files are current' : `written: ${stale.join(', ')}`);
}
