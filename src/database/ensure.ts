import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../kernel/error.js';
import { type Found, type FoundJava, findDocker, findJava, findMaven } from './detect.js';
import { startCompose } from './docker/compose.js';
import { ANY_LINE, type Line, lineNamed, OLDEST } from './line.js';
import type { Tools } from './local/admin.js';
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
  const { docker, way, reason, java } = await chooseWay(config, env, options.inContainer === undefined);
  say(`database: ${reason}`);
  if (way === 'docker') return options.inContainer ? options.inContainer(say) : startDocker(config, env, docker, say);
  const found = await localTools(config, env, say, java);
  const tools = options.home === undefined ? found : { ...found, home: serverHome(options.home) };
  const heap = config.GUANXI_HEAP;
  const again = (told: Say) =>
    haveJars(tools.jars)
      ? startLocal(tools, { heap }, told)
      : ensureDatabase({ ...config, GUANXI_DB: 'local' }, { home: tools.home.root, onProgress: told });
  return { ...(await startLocal(tools, { ...options, heap }, say)), again };
}

/**
 * Looks after the local server that this process brought up: one that dies is started again under its ports and
 * password, so that connections recover by themselves. Nothing for any other database.
 */
export function watchDatabase(config: DatabaseConfig, database: RunningDatabase, say: Say): Watch | undefined {
  const { again, startedHere } = database;
  if (!again || !startedHere) return undefined;
  return watchLocal(serverHome(localFolder(config)), () => again(say), say);
}

/** Folder of the local server's data. */
export function localFolder(config: DatabaseConfig): string {
  return join(config.GUANXI_HOME, lineNamed(config).folder);
}

/** What the local server of this configuration runs with. Throws SETUP where no Java is new enough or no jars come. */
export async function localTools(config: DatabaseConfig, env: Env, say: Say, found?: FoundJava): Promise<Tools> {
  const line = lineNamed(config);
  const java = found ?? (await findJava(env, line.java));
  if (!java.ok) throw new AppError('SETUP', `the local server cannot run: ${java.what}`, javaFix(line));
  const home = serverHome(localFolder(config));
  return { home, env, line, java: java.command, jars: await ensureJars(config.GUANXI_HOME, line, env, say) };
}

interface Choice {
  readonly way: 'docker' | 'local';
  readonly docker: string;
  readonly reason: string;
  /** Of the local server. */
  readonly java?: FoundJava;
}

/** Which way the database comes up when no address is given, and why. Throws SETUP when none is there. */
export async function chooseWay(config: DatabaseConfig, env: Env, needCompose: boolean): Promise<Choice> {
  const forced = config.GUANXI_DB !== 'auto';
  const line = lineNamed(config);
  const localOnly = localWish(config);
  const docker: Found = localOnly ? { ok: false, what: localOnly } : await findDocker(env, needCompose);
  if (docker.ok) return { way: 'docker', docker: docker.what, reason: `${docker.what} answers` };
  if (config.GUANXI_DB === 'docker')
    throw new AppError('SETUP', `GUANXI_DB=docker, but ${docker.what}`, 'start the Docker engine, or unset GUANXI_DB');
  const java = await findJava(env, line.java);
  const missing = java.ok ? await mavenMissing(config, env) : java.what;
  if (missing !== undefined) throw noWay({ docker: docker.what, local: missing, forced, line });
  const reason = `local server of Neo4j ${line.name} from Maven artifacts with ${java.what} (${docker.what})`;
  return { way: 'local', docker: '', reason, java };
}

/** Why no Docker engine is asked: its image is of the oldest line. */
function localWish({ GUANXI_DB: way, GUANXI_NEO4J: name }: DatabaseConfig): string | undefined {
  if (way === 'local') return 'GUANXI_DB=local';
  return name === OLDEST.name ? undefined : `GUANXI_NEO4J=${name} names a local server`;
}

/** Maven only fetches: once the jars are there, it is not needed. */
async function mavenMissing(config: DatabaseConfig, env: Env): Promise<string | undefined> {
  if (haveJars(jarsIn(config.GUANXI_HOME, lineNamed(config)))) return undefined;
  const maven = await findMaven(env);
  return maven.ok ? undefined : maven.what;
}

interface NoWay {
  readonly docker: string;
  readonly local: string;
  readonly forced: boolean;
  readonly line: Line;
}

function noWay({ docker, local, forced, line }: NoWay): AppError {
  return new AppError(
    'SETUP',
    `no way to bring Neo4j up: NEO4J_URI is not set; ${docker}; ${local}`,
    `one of three: set NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD to a ${ANY_LINE} with GDS and APOC; or start a Docker engine with compose v2` +
      `${forced ? ' and unset GUANXI_DB' : ''}; or ${javaFix(line)}`,
  );
}

function javaFix({ java }: Line): string {
  return `install Java ${java} or newer and Maven (Debian: apt-get install openjdk-${java}-jre-headless maven)`;
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
