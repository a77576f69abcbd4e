import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.js';
import { findJava } from '../../src/database/detect.js';
import { OLDEST } from '../../src/database/line.js';
import { runCommand } from '../../src/database/local/commands.js';
import { fetchFolders, mavenCommand } from '../../src/database/local/fetched.mjs';
import { packageRoot } from '../../src/kernel/root.js';
import type { Ended } from './command.js';
import { testDatabase } from './database.js';

const POM = join(packageRoot, 'test', 'setup', 'cypher-shell.xml');

/** Types a text into cypher-shell, on the database of this worker: what it prints, and whether a line of it failed. */
export async function cypherShell(typed: string): Promise<Ended> {
  const folder = mkdtempSync(join(tmpdir(), 'guanxi-cypher-shell-'));
  const { uri, user, password } = testDatabase();
  try {
    writeFileSync(join(folder, 'typed.cypher'), typed);
    const args = [
      ...['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-cp', join(await jars(), '*'), 'org.neo4j.shell.Main'],
      ...['--address', uri, '--format', 'plain', '--fail-at-end', '--file', join(folder, 'typed.cypher')],
    ];
    const env = { ...process.env, NEO4J_USERNAME: user, NEO4J_PASSWORD: password };
    const { command } = await findJava(process.env, OLDEST.java);
    return await new Promise((resolve) => {
      // not by runCommand, which keeps passwords from what it runs
      execFile(command, args, { env, maxBuffer: 64 * 1024 ** 2 }, (error, out, err) =>
        resolve({ code: error === null ? 0 : 1, out, err }),
      );
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The folder of its jars, fetched by Maven once. */
async function jars(): Promise<string> {
  const { lib, partial } = fetchFolders(readConfig({}).GUANXI_HOME, 'cypher-shell', POM);
  if (existsSync(lib)) return lib;
  mkdirSync(partial, { recursive: true });
  cpSync(POM, join(partial, 'pom.xml'));
  const { code, out, err } = await runCommand(mavenCommand, ['-q', '-B', `-Dlib=${partial}`, 'package'], {
    cwd: partial,
  });
  if (code !== 0) throw new Error(`Maven could not fetch cypher-shell (Debian: apt-get install maven): ${out}${err}`);
  renameSync(partial, lib);
  return lib;
}
