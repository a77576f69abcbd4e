import { checkDatabase, type DatabaseFacts } from '../database/check.js';
import { ensureDatabase } from '../database/ensure.js';
import type { RunningDatabase } from '../database/running.js';
import { takeRunning } from '../database/take-running.js';
import { type Graph, openGraph } from '../graph/graph.js';
import { migrate, pendingMigrations, readMigrations } from '../graph/migrations.js';
import { makeLog } from '../kernel/log.js';
import { replayErasures } from '../rights/index.js';
import {
  accessSettings,
  checkMasterKeys,
  makeServices,
  openVault,
  operator,
  type Services,
  type Vault,
} from '../security/index.js';
import type { CliContext } from './context.js';

/** A database that is up, checked and migrated, with the services that commands work by. */
export interface Session {
  readonly services: Services;
  readonly database: RunningDatabase;
  /** Names of the migrations applied just now. */
  readonly migrated: readonly string[];
  /** Closes the connections, and the database where this process brought it up. */
  close(): Promise<void>;
}

/**
 * Where the log goes, and how much of it: standard error where no file is named, and of a command only what went wrong.
 */
export interface Logging {
  readonly file?: string | undefined;
  readonly level?: string;
}

/**
 * Brings the database up, checks it, applies the schema and makes sure that its master keys are at hand. Logs into the
 * file that is named.
 */
export async function openSession(context: CliContext, log: Logging = {}): Promise<Session> {
  const { config, err } = context;
  const { database, graph, close } = await openDatabase(context);
  try {
    const migrated = await migrate(graph);
    const services = await commandServices(graph, config, log);
    await eraseAgain(services, err);
    return { services, database, migrated, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Applies the migrations that a database lacks, or only names them. Returns them, and how many there are in all. */
export async function migrateDatabase(
  context: CliContext,
  dryRun: boolean,
): Promise<{ readonly names: readonly string[]; readonly all: number }> {
  const { graph, close } = await openDatabase(context);
  try {
    const files = readMigrations(graph.library);
    const pending = async () => (await pendingMigrations(graph, files)).map(({ name }) => name);
    const names = dryRun ? await pending() : await migrate(graph, files);
    return { names, all: files.length };
  } finally {
    await close();
  }
}

/**
 * The database that runs already, with nothing said; else it is brought up. One that is not the product's own is
 * checked each time.
 */
async function openDatabase({ config, err }: CliContext) {
  const running = await takeRunning(config);
  const database = running ?? (await ensureDatabase(config, { onProgress: err }));
  const graph = openGraph(database);
  const close = async () => {
    await graph.close();
    await database.stop();
  };
  try {
    if (!running || running.way === 'given') warn(await checkDatabase(graph.driver, graph.database), err);
  } catch (error) {
    await close();
    throw error;
  }
  return { database, graph, close };
}

function warn({ warnings }: DatabaseFacts, err: Say): void {
  for (const warning of warnings) err(`warning: ${warning}`);
}

type Say = (line: string) => void;

/**
 * A backup from before an erasure must not bring anybody back: what this database does not know of is erased before
 * anything else.
 */
async function eraseAgain(services: Services, err: Say): Promise<void> {
  const { missing, erased } = await replayErasures(services);
  if (missing > 0)
    err(`${missing} erasures that this database did not know were carried out again on ${erased} people`);
}

/** The keys, once the database needs none that is not at hand. */
async function checkedVault(graph: Graph, config: CliContext['config']): Promise<Vault> {
  const vault = openVault(config);
  await checkMasterKeys(graph, vault);
  return vault;
}

async function commandServices(
  graph: Graph,
  config: CliContext['config'],
  { file, level }: Logging,
): Promise<Services> {
  const vault = await checkedVault(graph, config);
  const log = makeLog(level ?? process.env.LOG_LEVEL ?? 'warn', file);
  const settings = accessSettings(config);
  return makeServices({ graph, vault, log, home: config.GUANXI_HOME, settings }, operator());
}

/** Runs a command on the database and closes it again, whatever happens. */
export async function withServices<T>(
  context: CliContext,
  work: (services: Services, session: Session) => Promise<T>,
  log?: Logging,
): Promise<T> {
  const session = await openSession(context, log);
  try {
    return await work(session.services, session);
  } finally {
    await session.close();
  }
}
