import type { Command } from 'commander';
import { generatedFiles, staleFiles, writeFiles } from '../graph/library/generate.js';
import { loadLibrary } from '../graph/library/library.js';
import { generatedFromKinds } from '../intake/index.js';
import { AppError } from '../kernel/error.js';
import { scoreFiles, writtenBy } from '../scores/index.js';
import type { CliContext } from './context.js';

export function register(program: Command, context: CliContext): void {
  program
    .command('generate')
    .description(
      'write what is made from the headers of cypher/ and the registry of scores (types, lists, index, docs, GraphQL schema)',
    )
    .option('--check', 'only say what is stale')
    .action((options: { check?: boolean }) => generate(context, options.check === true));
}

/** Types first: building the schema needs nothing of them, but whoever mends a schema needs them current. */
async function generate({ out }: CliContext, check: boolean): Promise<void> {
  const turn = check ? staleFiles : writeFiles;
  const { schemaFile } = await import('../api/schema/schema-file.js'); // only here: no other command needs a schema
  const first = [...turn(scoreFiles()), ...turn(generatedFromKinds())]; // the library reads what these write
  const stale = [...first, ...turn(generatedFiles(loadLibrary(), writtenBy)), ...turn([await schemaFile()])];
  if (check && stale.length > 0)
    throw new AppError('CONFLICT', `stale: ${stale.join(', ')}`, 'run `npm run cypher:types` and commit what it wrote');
  out(stale.length === 0 ? 'all generated files are current' : `written: ${stale.join(', ')}`);
}
