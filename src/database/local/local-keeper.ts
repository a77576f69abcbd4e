import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../kernel/error.js';
import { localFolder, localTools } from '../ensure.js';
import { type Keeper, type KeeperStatus, wholeFile } from '../keeper.js';
import type { Env, Say } from '../running.js';
import type { DatabaseConfig } from '../settings.js';
import { admin, type Tools, toolFailure } from './admin.js';
import { hasStore, makeHome, readPassword, type ServerHome, serverHome, wipeHome } from './home.js';
import { connectionTo, liveState, startLocal, stopLocal } from './local.js';
import { isAlive } from './processes.js';

/** The local server as something to keep. */
export function localKeeper(config: DatabaseConfig, env: Env): Keeper {
  const home = serverHome(localFolder(config));
  const tools = (say: Say = () => {}): Promise<Tools> => localTools(config, env, say);
  const start = async (say: Say) => startLocal(await tools(say), { keep: true, heap: config.GUANXI_HEAP }, say);
  const stopped = (work: () => Promise<void>) => whileStopped(home, () => start(() => {}), work);
  return {
    way: 'local',
    start,
    stop: async () => {
      refuseInUse(home);
      return stopLocal(home);
    },
    status: async () => status(home),
    reset: async () => {
      refuseInUse(home);
      await stopLocal(home);
      wipeHome(home);
    },
    dump: (file) => stopped(async () => dump(await tools(), file)),
    load: (file) => stopped(async () => load(await tools(), file)),
  };
}

function status(home: ServerHome): KeeperStatus {
  const state = liveState(home);
  return {
    running: state !== undefined,
    data: home.data,
    bytes: sizeOf(home.data),
    passwordFile: home.passwordFile,
    ...(state === undefined
      ? {}
      : {
          pid: state.pid,
          connection: connectionTo(state.bolt, readPassword(home)),
          browser: `http://127.0.0.1:${state.http}/browser`,
        }),
  };
}

/** Bytes on disk of the files below a folder; 0 when it is not there. */
function sizeOf(path: string): number {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isDirectory()) return (stat?.blocks ?? 0) * 512;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

/** Stops the server for the work and starts it again if it ran, also when the work fails. */
async function whileStopped(home: ServerHome, start: () => Promise<unknown>, work: () => Promise<void>): Promise<void> {
  refuseInUse(home);
  const ran = await stopLocal(home);
  try {
    await work();
  } finally {
    if (ran) await start();
  }
}

/** A running product would lose its database under its feet. */
function refuseInUse(home: ServerHome): void {
  const owner = liveState(home)?.owner ?? null;
  if (owner !== null && owner !== process.pid && isAlive(owner))
    throw new AppError(
      'BUSY',
      `a running product uses this database (process ${owner})`,
      'end it first, with Ctrl-C where it runs; its database ends with it',
    );
}

async function dump(tools: Tools, file: string): Promise<void> {
  if (!hasStore(tools.home))
    throw new AppError('NOT_FOUND', 'there is no data to back up', 'start the database once with `guanxi db start`');
  await wholeFile(file, async (partial) => {
    const result = await admin(tools, ['database', 'dump', 'neo4j', '--to-stdout'], { output: partial });
    if (result.code !== 0) throw toolFailure('the backup', result);
  });
}

async function load(tools: Tools, file: string): Promise<void> {
  makeHome(tools.home);
  const result = await admin(tools, ['database', 'load', 'neo4j', '--from-stdin', '--overwrite-destination=true'], {
    input: file,
  });
  if (result.code !== 0) throw toolFailure('the restore', result);
}
