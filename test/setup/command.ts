import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/kernel/root.js';
import { testDatabase } from './database.js';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `guanxi` as a person would, in a process of its own, on the test database unless `env` says otherwise. */
export function guanxi(args: readonly string[], env: Record<string, string | undefined> = {}): Promise<Ended> {
  const child = spawn(process.execPath, [join(packageRoot, 'bin', 'guanxi.mjs'), ...args], {
    env: { ...process.env, GUANXI_TEST_DB: undefined, ...onTestDatabase(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

/** A home folder of its own for each test file, so that keys and rejects do not mix. */
export const testHome = mkdtempSync(join(tmpdir(), 'guanxi-home-'));

function onTestDatabase(): Record<string, string> {
  const { uri, user, password, database } = testDatabase();
  return {
    NEO4J_URI: uri,
    NEO4J_USER: user,
    NEO4J_PASSWORD: password,
    NEO4J_DATABASE: database,
    GUANXI_HOME: testHome,
  };
}
