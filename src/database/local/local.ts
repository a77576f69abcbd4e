import { spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '../../graph/driver.js';
import { AppError } from '../../kernel/error.js';
import { machineMemory, type ServerMemory, sizeMemory } from '../memory.js';
import { untilReady } from '../readiness.js';
import type { EnsureOptions, RunningDatabase, Say } from '../running.js';
import { setInitialPassword, type Tools } from './admin.js';
import { confText, type Ports } from './conf.js';
import { portWasTaken, startFailure } from './failure.js';
import {
  hasStore,
  makeHome,
  makePassword,
  readPassword,
  readState,
  type ServerHome,
  type ServerState,
  wipeHome,
  writeState,
} from './home.js';
import { serverArguments, serverEnvironment } from './java.js';
import { freeWithin, pickPorts, USUAL_PORTS } from './ports.js';
import { endServer, isAlive, isServerOf } from './processes.js';
import { alone } from './start-lock.js';

const READY_MS = 180_000;

export type LocalOptions = Pick<EnsureOptions, 'fresh' | 'keep' | 'quick'> & { readonly heap?: string | undefined };

/** Brings up the server of a home, or takes the one that runs there already. Safe with several processes at once. */
export function startLocal(tools: Tools, options: LocalOptions, say: Say): Promise<RunningDatabase> {
  makeHome(tools.home);
  return alone(tools.home, async () => (await reuse(tools.home, options, say)) ?? (await start(tools, options, say)));
}

/** Ends the server of a home. Returns false when none ran. */
export function stopLocal(home: ServerHome): Promise<boolean> {
  if (!existsSync(home.root)) return Promise.resolve(false);
  return alone(home, () => stopNow(home));
}

async function stopNow(home: ServerHome): Promise<boolean> {
  const state = readState(home);
  if (state?.pid == null) return false;
  const ran = isServerOf(home, state.pid);
  await endServer(home, state.pid);
  writeState(home, { ...state, pid: null, owner: null });
  return ran;
}

/** The state of the home's server if its process lives. */
export function liveState(home: ServerHome): (ServerState & { pid: number }) | undefined {
  const state = readState(home);
  return state?.pid != null && isServerOf(home, state.pid) ? { ...state, pid: state.pid } : undefined;
}

async function reuse(home: ServerHome, options: LocalOptions, say: Say): Promise<RunningDatabase | undefined> {
  const state = liveState(home);
  if (state === undefined) return undefined;
  const owned = state.owner !== null && state.owner !== process.pid && isAlive(state.owner);
  if (options.fresh === true) {
    if (owned) throw inUse(home);
    await stopNow(home);
    return undefined;
  }
  const connection = connectionTo(state.bolt, readPassword(home));
  const end = Date.now() + READY_MS;
  const goOn = () => Date.now() < end && isServerOf(home, state.pid);
  if (!(await untilReady(connection, state.bolt, goOn))) {
    say('the server that ran here does not answer: starting it again');
    await stopNow(home);
    return undefined;
  }
  // nobody answers any more for a server whose starter was killed, so this process does
  const adopted = state.owner !== null && !owned;
  if (adopted) writeState(home, { ...state, owner: options.keep === true ? null : process.pid });
  say(`the server of ${home.root} runs already (process ${state.pid})`);
  return running(home, state, connection, adopted && options.keep !== true);
}

async function start(tools: Tools, options: LocalOptions, say: Say): Promise<RunningDatabase> {
  const { home } = tools;
  if (options.fresh === true) wipeHome(home);
  makeHome(home);
  const password = await passwordOf(tools);
  const memory = sizeMemory(machineMemory(), { heap: options.heap, quick: options.quick === true });
  say(`starting Neo4j ${tools.line.name}, heap ${memory.heapMb} MB, page cache ${memory.pageCacheMb} MB …`);
  for (let attempt = 1; ; attempt++) {
    const ports = await portsFor(home, options.quick === true, attempt);
    const result = await launch(tools, { ports, memory, password, options });
    if (typeof result !== 'string') return result;
    if (attempt === 3 || !portWasTaken(result)) throw startFailure(result, home.log);
  }
}

async function passwordOf(tools: Tools): Promise<string> {
  if (hasStore(tools.home)) return readPassword(tools.home);
  const password = makePassword(tools.home);
  await setInitialPassword(tools, password);
  return password;
}

async function portsFor(home: ServerHome, quick: boolean, attempt: number): Promise<Ports> {
  const remembered = readState(home);
  if (attempt > 1) return pickPorts([]);
  if (remembered !== undefined && (await freeWithin(remembered, 3_000)))
    return { bolt: remembered.bolt, http: remembered.http };
  return pickPorts(quick ? [] : [USUAL_PORTS]);
}

interface Launch {
  readonly ports: Ports;
  readonly memory: ServerMemory;
  readonly password: string;
  readonly options: LocalOptions;
}

/** Starts the process and waits for its answer. Returns what it logged when it ended instead. */
async function launch(tools: Tools, { ports, memory, password, options }: Launch): Promise<RunningDatabase | string> {
  const { home, jars, env, java } = tools;
  const quick = options.quick === true;
  const conf = confText({ ports, memory, plugins: jars.plugins, importFolder: home.importFolder, quick });
  writeFileSync(join(home.conf, 'neo4j.conf'), conf, { mode: 0o600 });
  rmSync(home.log, { force: true });
  const printed = openSync(home.consoleLog, 'w', 0o600);
  // a group of its own: Ctrl-C in the terminal reaches the product, which ends the server after its last request
  const child = spawn(java, serverArguments(tools, memory, quick), {
    cwd: home.root,
    env: serverEnvironment(env, home),
    detached: true,
    stdio: ['ignore', printed, printed],
  });
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  child.unref();
  const state = { ...ports, pid: child.pid ?? null, owner: options.keep === true ? null : process.pid };
  writeState(home, state);
  const connection = connectionTo(ports.bolt, password);
  const end = Date.now() + READY_MS;
  const goOn = () => !ended && Date.now() < end;
  try {
    if (await untilReady(connection, ports.bolt, goOn, () => logged(home).includes(LISTENS)))
      return running(home, state, connection, true);
  } catch (error) {
    await stopNow(home);
    throw error;
  }
  await stopNow(home);
  return logged(home);
}

/** What the server logs once the port is its own. */
const LISTENS = 'Bolt enabled on';

function logged(home: ServerHome): string {
  return [home.consoleLog, home.log].map((file) => (existsSync(file) ? readFileSync(file, 'utf8') : '')).join('\n');
}

/** The server on this port of loopback. */
export function connectionTo(bolt: number, password: string): Connection {
  return { uri: `bolt://127.0.0.1:${bolt}`, user: 'neo4j', password, database: 'neo4j' };
}

function running(home: ServerHome, ports: Ports, connection: Connection, startedHere: boolean): RunningDatabase {
  return {
    ...connection,
    httpUrl: `http://127.0.0.1:${ports.http}`,
    way: 'local',
    startedHere,
    stop: async () => {
      if (startedHere) await stopLocal(home);
    },
  };
}

function inUse(home: ServerHome): AppError {
  return new AppError(
    'BUSY',
    `another run uses the database in ${home.root}`,
    'wait until it ends, or give this run another folder with GUANXI_HOME',
  );
}
