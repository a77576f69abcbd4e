import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../kernel/error.js';
import { type Found, findDocker, findJava, findMaven } from './detect.js';
import { startCompose } from './docker/compose.js';
import { ensureJars, haveJars, jarsIn } from './local/artifacts.js';
import { serverHome } from './local/home.js';
import { startLocal } from './local/local.js';
import { type Watch, watchLocal } from './local/watch.js';
import type { EnsureOptions, Env, RunningDatabase, Say } from './running.js';
import type { DatabaseConfig } from './settings.js';

/**
 * Brings a database up, the first way that is there: NEO4J_URI, a Docker engine, a local server by Java and Maven. Says
 * which and why. Throws SETUP naming all three when none is there, or with the cause when the way does not work.
 */
export async function ensureDatabase(config: DatabaseConfig, options: EnsureOptions = {}): Promise<RunningDatabase> {
  const say = options.onProgress ?? (() => {});
  const env = options.env ?? process.env;
  if (config.NEO4J_URI !== undefined) return given(config, say);
  const { docker, way, reason } = await chooseWay(config, env, options.inContainer === undefined);
  say(`database: ${reason}`);
  if (way === 'docker') return options.inContainer ? options.inContainer(say) : startDocker(config, env, docker, say);
  const tools = {
    home: serverHome(options.home ?? localFolder(config)),
    env,
    jars: await ensureJars(config.GUANXI_HOME, env, say),
  };
  return startLocal(tools, { ...options, heap: config.GUANXI_HEAP }, say);
}

/**
 * Looks after the local server that this process brought up: one that dies is started again under its ports and
 * password, so that connections recover by themselves. Nothing for any other database.
 */
export function watchDatabase(config: DatabaseConfig, database: RunningDatabase, say: Say): Watch | undefined {
  if (database.way !== 'local' || !database.startedHere) return undefined;
  const home = serverHome(localFolder(config));
  const tools = { home, env: process.env, jars: jarsIn(config.GUANXI_HOME) };
  // Java and the jars were found when it came up: looking for them again would lengthen the outage by a start of Java
  const again = () =>
    haveJars(tools.jars)
      ? startLocal(tools, { heap: config.GUANXI_HEAP }, say)
      : ensureDatabase({ ...config, GUANXI_DB: 'local' }, { onProgress: say });
  return watchLocal(home, again, say);
}

/** Folder of the local server's data. */
export function localFolder(config: DatabaseConfig): string {
  return join(config.GUANXI_HOME, 'db');
}

interface Choice {
  readonly way: 'docker' | 'local';
  readonly docker: string;
  readonly reason: string;
}

/** Which way the database comes up when no address is given, and why. Throws SETUP when none is there. */
export async function chooseWay(config: DatabaseConfig, env: Env, needCompose: boolean): Promise<Choice> {
  const forced = config.GUANXI_DB !== 'auto';
  const docker: Found =
    config.GUANXI_DB === 'local' ? { ok: false, what: 'GUANXI_DB=local' } : await findDocker(env, needCompose);
  if (docker.ok) return { way: 'docker', docker: docker.what, reason: `${docker.what} answers` };
  if (config.GUANXI_DB === 'docker')
    throw new AppError('SETUP', `GUANXI_DB=docker, but ${docker.what}`, 'start the Docker engine, or unset GUANXI_DB');
  const java = await findJava(env);
  const missing = java.ok ? await mavenMissing(config, env) : java.what;
  if (missing !== undefined) throw noWay(docker.what, missing, forced);
  return { way: 'local', docker: '', reason: `local server from Maven artifacts with ${java.what} (${docker.what})` };
}

/** Maven only fetches: once the jars are there, it is not needed. */
async function mavenMissing(config: DatabaseConfig, env: Env): Promise<string | undefined> {
  if (haveJars(jarsIn(config.GUANXI_HOME))) return undefined;
  const maven = await findMaven(env);
  return maven.ok ? undefined : maven.what;
}

function noWay(docker: string, local: string, forced: boolean): AppError {
  return new AppError(
    'SETUP',
    `no way to bring Neo4j up: NEO4J_URI is not set; ${docker}; ${local}`,
    'one of three: set NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD to a Neo4j 5.26 with GDS and APOC; or start a Docker engine with compose v2' +
      `${forced ? ' and unset GUANXI_DB' : ''}; or install Java 17 or newer and Maven (Debian: apt-get install openjdk-17-jre-headless maven)`,
  );
}

function given(config: DatabaseConfig, say: Say): RunningDatabase {
  say(`database: ${config.NEO4J_URI}, as NEO4J_URI says`);
  return {
    uri: config.NEO4J_URI ?? '',
    user: config.NEO4J_USER,
    password: config.NEO4J_PASSWORD ?? '',
    database: config.NEO4J_DATABASE,
    way: 'given',
    startedHere: false,
    stop: () => Promise.resolve(),
  };
}

function startDocker(config: DatabaseConfig, env: Env, docker: string, say: Say): Promise<RunningDatabase> {
  const local = join(localFolder(config), 'data');
  if (existsSync(local)) say(`note: data of an earlier local server stays in ${local}; GUANXI_DB=local uses it again`);
  return startCompose(config, env, docker, say);
}
