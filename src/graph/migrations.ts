import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { AppError } from '../kernel/error.js';
import { packageRoot } from '../kernel/root.js';
import type { Graph } from './graph.js';
import { withLease } from './lease.js';
import type { Library } from './library/library.js';
import { namesIn } from './library/names.js';

export interface Migration {
  readonly id: number;
  readonly name: string;
  readonly checksum: string;
  readonly statements: readonly string[];
}

/**
 * The numbered files of `cypher/schema/`, in order. A number may be left out (branches reserve theirs); throws SETUP
 * when one is there twice.
 */
export function readMigrations(library: Library, folder: string = join(packageRoot, 'cypher')): Migration[] {
  const names = [...library.keys()].filter((name) => name.startsWith('schema/'));
  const taken = new Set<number>();
  return names.sort().map((name) => {
    const id = Number(/^schema\/(\d{3})-/.exec(name)?.[1]);
    if (!(id > 0) || taken.has(id))
      throw new AppError(
        'SETUP',
        `cypher/${name}.cypher: a number of its own expected`,
        'number the files of cypher/schema/ 001, 002, …, each once',
      );
    taken.add(id);
    const source = readFileSync(join(folder, `${name}.cypher`), 'utf8');
    return {
      id,
      name: basename(name),
      checksum: createHash('sha256').update(source).digest('hex'),
      statements: statementsOf(source),
    };
  });
}

/** Splits at semicolons that end a line; comment lines go. */
function statementsOf(source: string): string[] {
  const code = source
    .split('\n')
    .filter((line) => !line.startsWith('//'))
    .join('\n');
  return code
    .split(/;\s*(?:\n|$)/)
    .map((s) => s.trim())
    .filter(Boolean);
}

/** The migrations still to apply. Throws CONFLICT when an applied file was edited or is gone. */
export async function pendingMigrations(graph: Graph, migrations: readonly Migration[]): Promise<Migration[]> {
  const applied = new Map((await graph.read('graph/steps/migrations', {})).map((row) => [row.id, row]));
  for (const [id, row] of applied) {
    const file = migrations.find((m) => m.id === id);
    if (file?.checksum === row.checksum) continue;
    const what = file
      ? `was edited after it was applied on ${row.appliedAt.toISOString()}`
      : 'was applied, but its file is gone';
    throw new AppError(
      'CONFLICT',
      `migration ${row.name} ${what}`,
      'restore the file as it was and put the change into a new numbered file',
      { id },
    );
  }
  return migrations.filter((m) => !applied.has(m.id));
}

/**
 * Applies what is pending, one runner at a time over all servers. Returns the names applied; a second call returns
 * none, for one read.
 */
export async function migrate(graph: Graph, migrations = readMigrations(graph.library)): Promise<string[]> {
  if ((await pendingMigrations(graph, migrations)).length === 0) return [];
  await bootstrap(graph);
  return withLease(graph, { id: 'migrate', seconds: 120, waitMs: 60_000 }, async () => {
    const pending = await pendingMigrations(graph, migrations);
    for (const migration of pending) await apply(graph, migration);
    if (pending.length > 0) await nameAll(graph);
    return pending.map((m) => m.name);
  });
}

/**
 * Makes all names that the library's statements use: a plan made while the database did not know one of its names is
 * made anew once it does, which in a young database happens to nearly every statement, to some five times.
 */
async function nameAll(graph: Graph): Promise<void> {
  const texts = [...graph.library.values()].map(({ text }) => text);
  await graph.write('graph/steps/names-make', namesIn(texts));
}

/** The two constraints that the lease and the list of migrations themselves stand on. */
async function bootstrap({ driver, database }: Graph): Promise<void> {
  for (const label of ['Job', 'Migration']) {
    const name = `${label.toLowerCase()}_id`;
    await driver.executeQuery(
      `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
      {},
      { database },
    );
  }
}

/** Every statement is safe to repeat, so a runner that died half way is simply followed by another. */
async function apply(graph: Graph, { id, name, checksum, statements }: Migration): Promise<void> {
  const session = graph.driver.session({ database: graph.database });
  try {
    // each by itself: some of them work through all customers, in transactions of their own
    for (const statement of [...statements, 'CALL db.awaitIndexes(300)']) await session.run(statement);
  } finally {
    await session.close();
  }
  await graph.write('graph/steps/migration-record', { id, name, checksum });
}
