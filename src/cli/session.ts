import { checkDatabase, type DatabaseFacts } from '../database/check.js';
import { ensureDatabase } from '../database/ensure.js';
import type { RunningDatabase } from '../database/running.js';
import { type Graph, openGraph } from '../graph/graph.js';
import { migrate } from '../graph/migrations.js';
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
  readonly facts: DatabaseFacts;
  /** Names of the migrations applied just now. */
  readonly migrated: readonly string[];
  /** Closes the connections, and the database where this process brought it up. */
  close(): Promise<void>;
}

/** Brings the database up, checks it, applies the schema and makes sure that its master keys are at hand. Logs to a file if one is named. */
export async function openSession({ config, err }: CliContext, logFile?: string): Promise<Session> {
  const database = await ensureDatabase(config, { onProgress: err });
  const graph = openGraph(database);
  const close = async () => {
    await graph.close();
    await database.stop();
  };
  try {
    const facts = await checkDatabase(graph.driver, graph.database);
    for (const warning of facts.warnings) err(`warning: ${warning}`);
    const migrated = await migrate(graph);
    const services = await commandServices(graph, config, logFile);
    await eraseAgain(services, err);
    return { services, database, facts, migrated, close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Say = (line: string) => void;

/** A backup from before an erasure must not bring anybody back: what this database does not know of is erased before anything else. */
async function eraseAgain(services: Services, err: Say): Promise<void> {
  const { missing, erased } = await replayErasures(services);
  if (missing > 0)
    err(`${missing} erasures that this database did not know were carried out again on ${erased} people`);
}

/** The keys, once the database needs none that is not at hand. */
export async function checkedVault(graph: Graph, config: CliContext['config']): Promise<Vault> {
  const vault = openVault(config);
  await checkMasterKeys(graph, vault);
  return vault;
}

async function commandServices(graph: Graph, config: CliContext['config'], logFile?: string): Promise<Services> {
  const vault = await checkedVault(graph, config);
  const log = makeLog(config.LOG_LEVEL, logFile);
  const settings = accessSettings(config);
  return makeServices({ graph, vault, log, home: config.GUANXI_HOME, settings }, operator());
}

/** Runs a command on the database and closes it again, whatever happens. */
export async function withServices<T>(
  context: CliContext,
  work: (services: Services, session: Session) => Promise<T>,
): Promise<T> {
  const session = await openSession(context);
  try {
    return await work(session.services, session);
  } finally {
    await session.close();
  }
}
