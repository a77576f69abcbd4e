import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../../kernel/error.js';
import { packageRoot } from '../../kernel/root.js';
import { findMaven } from '../detect.js';
import type { Line } from '../line.js';
import type { Env, Say } from '../running.js';
import { lastLine, mavenFailure, runCommand } from './commands.js';
import { jarFolders, mavenArguments, mavenCommand, pomIn } from './fetched.mjs';
import { isAlive } from './processes.js';

/** The server's jars: all of them, and the folder of those that are plugins too. */
export interface Jars {
  readonly lib: string;
  readonly plugins: string;
}

/** Where the jars of a line by this version of the pom are, or will be. One folder serves every home below GUANXI_HOME. */
export function jarsIn(guanxiHome: string, line: Line): Jars {
  const { lib } = jarFolders(packageRoot, { home: guanxiHome, line: line.name });
  return { lib, plugins: join(lib, 'plugins') };
}

/** The folder gets its name only when it is whole, so its existence is enough. */
export function haveJars({ lib }: Jars): boolean {
  return existsSync(lib);
}

const fetching = new Map<string, Promise<Jars>>();

/**
 * Fetches the server's jars by Maven unless they are there; servers that start together share one fetch. Throws SETUP
 * when Maven is missing or cannot reach them.
 */
export function ensureJars(guanxiHome: string, line: Line, env: Env, say: Say): Promise<Jars> {
  const jars = jarsIn(guanxiHome, line);
  if (haveJars(jars)) return Promise.resolve(jars);
  const begun = fetching.get(jars.lib);
  if (begun !== undefined) return begun;
  const fetch = fetchAll({ guanxiHome, jars, line }, env, say).finally(() => fetching.delete(jars.lib));
  fetching.set(jars.lib, fetch);
  return fetch;
}

interface Fetch {
  readonly guanxiHome: string;
  readonly jars: Jars;
  readonly line: Line;
}

async function fetchAll({ guanxiHome, jars, line }: Fetch, env: Env, say: Say): Promise<Jars> {
  const maven = await findMaven(env);
  if (!maven.ok)
    throw new AppError(
      'SETUP',
      `the Neo4j server's jars cannot be fetched: ${maven.what}`,
      'install Maven (Debian: apt-get install maven), or set NEO4J_URI to a database of your own',
    );
  const folder = dirname(jars.lib);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  sweep(folder);
  const { partial } = jarFolders(packageRoot, { home: guanxiHome, line: line.name });
  await fetchJars(partial, line, env, say);
  putInPlace(partial, jars);
  return jars;
}

/** Removes what interrupted fetches left. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = /\.partial-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && (Number(pid) === process.pid || !isAlive(Number(pid))))
      rmSync(join(folder, name), { recursive: true, force: true });
  }
}

async function fetchJars(into: string, line: Line, env: Env, say: Say): Promise<void> {
  mkdirSync(into, { recursive: true, mode: 0o700 });
  copyFileSync(pomIn(packageRoot), join(into, 'pom.xml'));
  say(`fetching Neo4j ${line.name}, GDS and APOC by Maven (about 165 MB, once) …`);
  const started = Date.now();
  const beat = setInterval(() => say(`still fetching, ${Math.round((Date.now() - started) / 1_000)} s …`), 15_000);
  const result = await runCommand(mavenCommand, mavenArguments(line.name, into), { env, cwd: into });
  clearInterval(beat);
  if (result.code === 0) return;
  rmSync(into, { recursive: true, force: true });
  throw new AppError(
    'SETUP',
    `Maven could not fetch the Neo4j server: ${mavenFailure(result.out + result.err) || lastLine(result.err)}`,
    'check the network, the proxy or mirror in ~/.m2/settings.xml, and the free space on disk; then run the same again',
  );
}

/** A second process may have finished first: then its folder is as good. */
function putInPlace(partial: string, jars: Jars): void {
  try {
    renameSync(partial, jars.lib);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!haveJars(jars)) throw error;
  }
}
