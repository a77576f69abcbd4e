import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../kernel/error.js';

/** Where a local server keeps its things: one folder, 0700, for one set of data. */
export interface ServerHome {
  readonly root: string;
  readonly conf: string;
  readonly data: string;
  readonly importFolder: string;
  readonly passwordFile: string;
  readonly stateFile: string;
  readonly startLock: string;
  readonly log: string;
  readonly consoleLog: string;
}

export function serverHome(folder: string): ServerHome {
  const root = resolve(folder);
  return {
    root,
    conf: join(root, 'conf'),
    data: join(root, 'data'),
    importFolder: join(root, 'import'),
    passwordFile: join(root, 'password'),
    stateFile: join(root, 'server.json'),
    startLock: join(root, 'start.lock'),
    log: join(root, 'logs', 'neo4j.log'),
    consoleLog: join(root, 'logs', 'console.log'),
  };
}

/** Makes the folders, closed to other users of the machine. */
export function makeHome(home: ServerHome): void {
  for (const folder of [home.root, home.conf, home.importFolder, join(home.root, 'logs')])
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(home.root, 0o700);
}

/** Deletes the data, the logs and the password; ports stay remembered. */
export function wipeHome(home: ServerHome): void {
  for (const path of [home.data, join(home.root, 'logs'), home.importFolder, home.passwordFile])
    rmSync(path, { recursive: true, force: true });
}

/** A store exists here, so a password was set in it. */
export function hasStore(home: ServerHome): boolean {
  return existsSync(join(home.data, 'databases', 'system')) || existsSync(join(home.data, 'dbms', 'auth.ini'));
}

/** The password of this home's server. Throws SETUP when data is there and its password is not. */
export function readPassword(home: ServerHome): string {
  if (existsSync(home.passwordFile)) return readFileSync(home.passwordFile, 'utf8').trim();
  throw new AppError(
    'SETUP',
    `the password file of the database is gone: ${home.passwordFile}`,
    'put the file back, or delete the data with `guanxi db reset --yes`',
  );
}

/** Makes a password of 192 random bits, in letters and digits only, into a file that only this user may read. */
export function makePassword(home: ServerHome): string {
  const password = randomBytes(24).toString('hex');
  writeFileSync(home.passwordFile, `${password}\n`, { mode: 0o600 });
  chmodSync(home.passwordFile, 0o600);
  return password;
}

const stateSchema = z.object({
  bolt: z.number(),
  http: z.number(),
  /** Process of the server, null when it was stopped. */
  pid: z.number().nullable(),
  /** Process that answers for the server's end, null when only `guanxi db stop` does. */
  owner: z.number().nullable(),
});

export type ServerState = z.output<typeof stateSchema>;

/** What was last written down about this home's server; undefined when nothing, or nothing readable. */
export function readState(home: ServerHome): ServerState | undefined {
  try {
    return stateSchema.parse(JSON.parse(readFileSync(home.stateFile, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Writes the state in one step, so that a reader never sees half of it. */
export function writeState(home: ServerHome, state: ServerState): void {
  const next = `${home.stateFile}.${process.pid}`;
  writeFileSync(next, `${JSON.stringify(state)}\n`, { mode: 0o600 });
  renameSync(next, home.stateFile);
}
