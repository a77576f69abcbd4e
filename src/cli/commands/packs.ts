import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../../kernel/error.js';
import { LANGUAGES, type Language } from '../../kernel/language.js';
import { ROLES, type Role } from '../../kernel/role.js';
import { command } from '../command.js';
import { argument, choice } from '../options.js';

interface Export {
  readonly file: string;
  readonly role: Role;
  readonly language: Language;
}

const file = argument('<file>', 'written anew if it is there');
const role = choice(
  '--role <role>',
  'whose eyes it is for: what the policy keeps from them is left out',
  ROLES,
  'analyst',
);

const language = choice('--language <language>', 'of titles and phrases', LANGUAGES, 'en');

/** `guanxi bloom …`: the graph in the tools that analysts have. */
export const PACKS = [
  command<Export>({
    name: 'bloom export',
    about: 'write a perspective of the graph for Neo4j Bloom (Explore): look, rules, search phrases, scene actions',
    example: 'bloom export guanxi.bloom.json --role analyst',
    door: 'topCommunities',
    args: [file],
    options: [role, language],
    formats: [],
    answer: async (services, asked) => {
      const { perspective } = await import('../../packs/index.js');
      const made = await perspective(services, asked.role, asked.language);
      save(asked.file, JSON.stringify(made, null, 1));
      const counts = `${made.categories.length} categories, ${made.relationshipTypes.length} relationship types`;
      const asks = `${made.templates.length} search phrases, ${made.sceneActions.length} scene actions`;
      return {
        said: [`${asked.file}: ${counts}, ${asks}`, 'import it in Bloom: Perspectives, Import; see docs/data/bloom.md'],
      };
    },
  }),
  command<{ file: string; language: Language }>({
    name: 'neodash export',
    about: 'write a dashboard for NeoDash 2.4: overview, communities, referral, value',
    example: 'neodash export guanxi.neodash.json --language en',
    door: 'topReferrers',
    args: [file],
    options: [language],
    formats: [],
    answer: async (services, asked) => {
      const { dashboard } = await import('../../packs/index.js');
      const made = await dashboard(services, asked.language);
      save(asked.file, JSON.stringify(made, null, 1));
      const reports = made.pages.reduce((sum, page) => sum + page.reports.length, 0);
      return { said: `${asked.file}: ${made.pages.length} pages, ${reports} reports; see docs/data/bloom.md` };
    },
  }),
  command<{ folder: string }>({
    name: 'browser export',
    about: 'write the questions as favourites of Neo4j Browser, and a guide to play in it',
    example: 'browser export packs',
    door: 'topReferrers',
    args: [argument('<folder>', 'made if it is not there')],
    formats: [],
    answer: async ({ graph }, { folder }) => {
      const { beginWith, browserGuide, favouritesArchive } = await import('../../packs/index.js');
      const ids = await beginWith(graph);
      const [zip, guide] = [join(folder, 'guanxi-favourites.zip'), join(folder, 'guanxi-guide.html')];
      save(zip, favouritesArchive(graph.library, ids));
      save(guide, browserGuide(graph.library, ids));
      return { said: [`${zip}: drop it on the favourites of Neo4j Browser`, `${guide}: see docs/data/bloom.md`] };
    },
  }),
];

/** Throws INPUT where the file cannot be written. */
function save(path: string, content: string | Buffer): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code;
    throw new AppError(
      'INPUT',
      `${path} cannot be written (${why})`,
      'name a file in a folder that you may write to',
      {},
      error,
    );
  }
}
