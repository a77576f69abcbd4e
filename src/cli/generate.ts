import { generatedFiles, staleFiles, writeFiles } from '../graph/library/generate.js';
import { loadLibrary } from '../graph/library/library.js';
import { generatedFromKinds } from '../intake/index.js';
import { AppError } from '../kernel/error.js';
import { scoreFiles, writtenBy } from '../scores/index.js';
import { conditionsPage } from '../value/index.js';
import { type Command, command } from './command.js';
import { option } from './options.js';

/** `guanxi generate`, which tells in a table what doors the other commands are. */
export const generateCommand = (commands: () => readonly Command[]) =>
  command<{ check?: boolean }>({
    name: 'generate',
    about: 'write what is made from headers, schemas, kinds of import, commands and the registry of scores',
    example: 'generate --check',
    door: null,
    options: [option('--check', 'only say what is stale')],
    formats: [],
    run: async (_, { check = false }) => {
      const { schemaFile } = await import('../api/schema/schema-file.js'); // only here: no other command needs it
      const turn = check ? staleFiles : writeFiles;
      // types first: building the schema needs nothing of them, but whoever mends a schema needs them current
      const { operationsFile } = await import('./operations-file.js');
      const pages = [{ path: 'docs/marketing/segment-conditions.md', text: conditionsPage() }];
      const first = [...turn(scoreFiles()), ...turn(generatedFromKinds()), ...turn(pages)]; // the library reads what these write
      const library = loadLibrary();
      const made = [...generatedFiles(library, writtenBy), operationsFile(library, commands())];
      const stale = [...first, ...turn(made), ...turn([await schemaFile(library)])];
      const list = stale.join(', ');
      if (check && stale.length > 0)
        throw new AppError('CONFLICT', `stale: ${list}`, 'run `npm run cypher:types` and commit what it wrote');
      return { said: stale.length === 0 ? 'all generated files are current' : `written: ${list}` };
    },
  });
