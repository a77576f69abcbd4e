import { type Connection, openDriver } from '../graph/driver.js';
import { readVariables } from './docker/compose.js';
import { localFolder } from './ensure.js';
import { readPassword, serverHome } from './local/home.js';
import { connectionTo, liveState } from './local/local.js';
import { isAlive } from './local/processes.js';
import type { RunningDatabase } from './running.js';
import type { DatabaseConfig } from './settings.js';

type Candidate = Pick<RunningDatabase, 'way' | 'httpUrl'> & Connection;

/**
 * The database of this home if it runs and answers now; undefined where it must be brought up, taken over or looked at
 * more closely. Asks neither Docker nor Java, so that a command on a running product begins at once.
 */
export async function takeRunning(config: DatabaseConfig): Promise<RunningDatabase | undefined> {
  const found = given(config) ?? local(config) ?? container(config);
  if (!found || !(await answersNow(found))) return undefined;
  return { ...found, startedHere: false, stop: () => Promise.resolve() };
}

function given({ NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD, NEO4J_DATABASE }: DatabaseConfig) {
  if (uri === undefined) return undefined;
  return { uri, user, password: NEO4J_PASSWORD ?? '', database: NEO4J_DATABASE, way: 'given' } as Candidate;
}

/** One whose starter is gone is adopted by `startLocal`, not taken here. */
function local(config: DatabaseConfig): Candidate | undefined {
  if (config.GUANXI_DB === 'docker') return undefined;
  const home = serverHome(localFolder(config));
  const state = liveState(home);
  if (!state || (state.owner !== null && !isAlive(state.owner))) return undefined;
  const httpUrl = `http://127.0.0.1:${state.http}`;
  return { ...connectionTo(state.bolt, readPassword(home)), httpUrl, way: 'local' };
}

function container(config: DatabaseConfig): Candidate | undefined {
  const kept = config.GUANXI_DB === 'local' ? undefined : readVariables(config);
  if (!kept) return undefined;
  const httpUrl = `http://127.0.0.1:${kept.ports.http}`;
  return { ...connectionTo(kept.ports.bolt, kept.password), httpUrl, way: 'docker' };
}

async function answersNow(at: Candidate): Promise<boolean> {
  const driver = openDriver(at);
  try {
    return await driver.verifyAuthentication({ database: at.database });
  } catch {
    return false; // whoever brings it up says why
  } finally {
    await driver.close();
  }
}
